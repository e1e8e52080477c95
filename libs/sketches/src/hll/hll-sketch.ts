import { IsochronError } from '@isochron/schema';
import type { Deviations } from '../deviations.ts';
import type { Digest } from '../hash/digest.ts';
import type { Coupons } from './coupons.ts';
import { Dense } from './dense.ts';
import { compositeEstimate, couponBound, couponEstimate, denseBound, denseEstimate } from './estimate.ts';
import { HllState, registersAs } from './hll-state.ts';
import type { RegisterBits } from './registers.ts';
import { mergedState } from './state-merge.ts';
import { StateUnion } from './state-union.ts';

export const HLL_LG_K_MIN = 4;
export const HLL_LG_K_MAX = 21;

/**
 * How many distinct items there were, from k = 2^lgK registers of 4, 6 or 8 bits (Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog", 2007). Nearly exact
 * up to some k/10 items. Beyond, relative standard error: sqrt(ln 2) / sqrt(k) (1.3 % at lg k = 12) while it sees every item itself,
 * sqrt(3 ln 2 - 1) / sqrt(k) (1.6 %) once merged. Items are hashed by an `ItemHash` of the default seed, the only one that the format knows.
 */
export class HllSketch {
  #state: HllState;

  /** Empty. INVALID_ARGUMENT where lg k is not a whole number in [4, 21]. */
  static create(lgK: number, bits: RegisterBits): HllSketch {
    return new HllSketch(new HllState(checkedLgK(lgK), bits));
  }

  /** Takes the state over. It must be a sketch's: the reader of images has checked it. */
  constructor(state: HllState) {
    this.#state = state;
  }

  get lgK(): number {
    return this.#state.lgK;
  }

  get bits(): RegisterBits {
    return this.#state.bits;
  }

  get isEmpty(): boolean {
    return this.#state.isEmpty;
  }

  /** True once registers were merged into this one's: the estimate is then the composite one, not HIP. */
  get isMerged(): boolean {
    const { content } = this.#state;
    return content instanceof Dense && content.merged;
  }

  /** For whoever writes the image; not to be changed. */
  get state(): Readonly<HllState> {
    return this.#state;
  }

  /** Takes an item by its digest. An item taken before changes nothing. */
  update(digest: Digest): void {
    this.#state.update(digest);
  }

  /**
   * Makes this the sketch of both sets of items, in as many bits as before; the other stays as it is. Of unequal k the smaller is kept, unless the
   * other has but few items, which serve every k.
   */
  merge(other: HllSketch): void {
    if (other.isEmpty) return;
    this.#state = mergedState(this.#state, other.#state);
  }

  /** The estimated number of distinct items; 0 if there were none. */
  estimate(): number {
    const { content } = this.#state;
    return content instanceof Dense ? denseEstimate(content) : couponEstimate(content);
  }

  /** The estimate as a merged sketch would give it: it depends on the set of items alone. */
  compositeEstimate(): number {
    const { content } = this.#state;
    return content instanceof Dense ? compositeEstimate(content) : couponEstimate(content);
  }

  /** The lower end of the confidence interval around the estimate. */
  lowerBound(deviations: Deviations): number {
    return this.#bound(deviations, false);
  }

  /** The upper end of the interval. */
  upperBound(deviations: Deviations): number {
    return this.#bound(deviations, true);
  }

  copy(): HllSketch {
    return new HllSketch(this.#state.copy());
  }

  /** A copy whose registers have so many bits. */
  copyAs(bits: RegisterBits): HllSketch {
    const { lgK, content } = this.#state;
    const same = content instanceof Dense ? content.with(registersAs(bits, lgK, content.registers)) : content.copy();
    return new HllSketch(new HllState(lgK, bits, same));
  }

  /** How many bytes of memory it takes, within some 5 %. */
  get byteLength(): number {
    const { content } = this.#state;
    if (content instanceof Dense) return DENSE_BYTES + content.registers.byteLength;
    return COUPONS_BYTES + content.slots.byteLength;
  }

  /** The union of many, at the smallest k of `lgK` and those that have registers. */
  static union(sketches: Iterable<HllSketch>, lgK: number, bits: RegisterBits): HllSketch {
    const union = new StateUnion(checkedLgK(lgK));
    for (const sketch of sketches) union.add(sketch.#state);
    return new HllSketch(union.result(bits));
  }

  #bound(deviations: Deviations, isUpper: boolean): number {
    const { content } = this.#state;
    const bound = content instanceof Dense ? denseBound(content, deviations, isUpper) : undefined;
    return bound ?? couponBound(content as Coupons, deviations, isUpper); // It is not dense.
  }
}

/** What a sketch takes beside what its arrays hold: the heap and the array buffers of 20,000 sketches on Node 24, 64 bits, less what those hold. */
const COUPONS_BYTES = 415;
const DENSE_BYTES = 560;

function checkedLgK(lgK: number): number {
  if (Number.isInteger(lgK) && lgK >= HLL_LG_K_MIN && lgK <= HLL_LG_K_MAX) return lgK;
  throw new IsochronError('INVALID_ARGUMENT', `lg k of an HLL sketch is a whole number in [4, 21], not ${lgK}`);
}
