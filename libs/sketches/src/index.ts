export { DEFAULT_SEED } from './hash/item-hash.ts';
