export { DEFAULT_SEED } from './hash/item-hash.ts';
export { kllImage, kllOfImage } from './kll/kll-image.ts';
export { type KllKind, KllSketch } from './kll/kll-sketch.ts';
export type { SortedView } from './kll/sorted-view.ts';
