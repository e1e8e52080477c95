export { cpcImage, cpcOfImage } from './cpc/cpc-image.ts';
export { CPC_LG_K_MAX, CPC_LG_K_MIN, CpcSketch, type Deviations } from './cpc/cpc-sketch.ts';
export { type ErrorType, type FrequentItem, FrequentItems } from './frequent-items/frequent-items.ts';
export { frequentItemsImage, frequentItemsOfImage } from './frequent-items/frequent-items-image.ts';
export type { Item, ItemKindName } from './frequent-items/item-kind.ts';
export { DEFAULT_SEED, ItemHash } from './hash/item-hash.ts';
export { kllImage, kllOfImage } from './kll/kll-image.ts';
export { type KllKind, KllSketch } from './kll/kll-sketch.ts';
export type { SortedView } from './kll/sorted-view.ts';
