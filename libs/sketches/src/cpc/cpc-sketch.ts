import { IsochronError } from '@isochron/schema';
import type { Deviations } from '../deviations.ts';
import type { Digest } from '../hash/digest.ts';
import { DEFAULT_SEED } from '../hash/item-hash.ts';
import { CpcState } from './cpc-state.ts';
import { estimateOf, lowerBoundOf, upperBoundOf } from './estimate.ts';
import { mergedState } from './state-merge.ts';
import { StateUnion } from './state-union.ts';

export const CPC_LG_K_MIN = 4;
export const CPC_LG_K_MAX = 26;

/**
 * How many distinct items there were, from k = 2^lgK rows of coupons (Lang, "Back to the Future: an Even More Nearly Optimal Cardinality Estimation
 * Algorithm", 2017). Relative standard error: sqrt(ln 2 / 2) / sqrt(k) (1.3 % at lg k = 11) while it sees every item itself, ln 2 / sqrt(k)
 * (1.5 %) once merged. Items are hashed by an `ItemHash` of the same seed, which many sketches may share.
 */
export class CpcSketch {
  readonly seed: number;
  #state: CpcState;

  /** Empty. INVALID_ARGUMENT where lg k is not a whole number in [4, 26]. */
  static create(lgK: number, seed: number = DEFAULT_SEED): CpcSketch {
    return new CpcSketch(new CpcState(checkedLgK(lgK)), seed);
  }

  /** Takes the state over. It must be a sketch's: the reader of images has checked it. */
  constructor(state: CpcState, seed: number = DEFAULT_SEED) {
    this.#state = state;
    this.seed = seed;
  }

  get lgK(): number {
    return this.#state.lgK;
  }

  get isEmpty(): boolean {
    return this.#state.coupons === 0;
  }

  /** True once the state of another was merged into this one: the estimate is then ICON, not HIP. */
  get isMerged(): boolean {
    return this.#state.merged;
  }

  /** Takes an item by its digest. An item taken before changes nothing. */
  update(digest: Digest): void {
    this.#state.update(digest);
  }

  /**
   * Makes this the sketch of both sets of items; the other stays as it is. Of unequal k the smaller is kept. Merging is commutative and
   * associative, but for this: a sketch merged with an empty one of its k is itself, and keeps its HIP estimate. INVALID_ARGUMENT where the
   * seeds differ.
   */
  merge(other: CpcSketch): void {
    checkSeed(this.seed, other.seed);
    if (other.isEmpty) return;
    if (this.isEmpty && other.lgK <= this.lgK) {
      this.#state = other.#state.copy();
      return;
    }
    this.#state = mergedState(this.#state, other.#state);
  }

  /** The estimated number of distinct items; 0 if there were none. */
  estimate(): number {
    return estimateOf(this.#state);
  }

  /** The lower end of the confidence interval around the estimate, and the number of coupons at least: as many items there were. */
  lowerBound(deviations: Deviations): number {
    return lowerBoundOf(this.#state, deviations);
  }

  /** The upper end of the interval, as a whole number. */
  upperBound(deviations: Deviations): number {
    return upperBoundOf(this.#state, deviations);
  }

  copy(): CpcSketch {
    return new CpcSketch(this.#state.copy(), this.seed);
  }

  /** For whoever writes the image; not to be changed. */
  get state(): Readonly<CpcState> {
    return this.#state;
  }

  /** How many bytes of memory it takes, within some 5 %. */
  get byteLength(): number {
    const { pairs, window } = this.#state;
    return FIXED_BYTES + pairs.byteLength + (window === null ? 0 : WINDOW_BYTES + window.byteLength);
  }

  /**
   * The union of many, at the smallest k of `lgK` and those that are not empty; a merged sketch even where there is only one.
   */
  static union(sketches: Iterable<CpcSketch>, lgK: number, seed: number = DEFAULT_SEED): CpcSketch {
    const union = new StateUnion(checkedLgK(lgK));
    for (const sketch of sketches) {
      checkSeed(seed, sketch.seed);
      union.add(sketch.#state);
    }
    return new CpcSketch(union.result(), seed);
  }
}

/** What a sketch takes beside what its arrays hold: the heap and the array buffers of 20,000 sketches on Node 24, 64 bits, less what those hold. */
const FIXED_BYTES = 480;
const WINDOW_BYTES = 200;

function checkedLgK(lgK: number): number {
  if (Number.isInteger(lgK) && lgK >= CPC_LG_K_MIN && lgK <= CPC_LG_K_MAX) return lgK;
  throw new IsochronError('INVALID_ARGUMENT', `lg k of a CPC sketch is a whole number in [4, 26], not ${lgK}`);
}

function checkSeed(seed: number, other: number): void {
  if (seed === other) return;
  throw new IsochronError('INVALID_ARGUMENT', `CPC sketches of the seeds ${seed} and ${other} cannot be merged`);
}
