import type { Suite } from '../suite.ts';
import { cpc, cpcSpecial, cpcUnion } from './cpc.ts';
import { chrononFrequentItems, items } from './frequent-items.ts';
import { hll } from './hll.ts';
import { kllMerge, kllSpecial, kllStream } from './kll.ts';
import { murmur3 } from './murmur3.ts';

/** Images of the Java library, and what it answers from them. */
export const sketches: Suite = {
  cpc,
  cpc_union: cpcUnion,
  cpc_special: cpcSpecial,
  hll,
  kll_float: kllStream('floats'),
  kll_double: kllStream('doubles'),
  kll_float_merge: kllMerge,
  kll_float_special: kllSpecial,
  items,
  chronon_frequent_items: chrononFrequentItems,
  murmur3,
};
