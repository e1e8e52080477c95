import { ADDRESS_BITS, type Digest } from '../hash/digest.ts';
import { PairSet } from './pair-set.ts';

const shift = ADDRESS_BITS;

/** What a CPC sketch holds. Plain fields, for the files of this folder; all that others may do is in `CpcSketch`. */
export class CpcState {
  readonly lgK: number;
  /** k - 1: the bits of a row. */
  readonly rowMask: number = 0;
  /** How many distinct coupons (row, column) were collected: the sketch's whole knowledge. */
  coupons = 0;
  /** True once states were merged: what depends on the order of arrival (`probability`, `hip`) is no longer kept. */
  merged = false;
  /** Coupons of columns before this one cannot be new, and are dropped unseen. */
  firstColumn = 0;
  /** The column at which the window stands. */
  offset = 0;
  /** A byte for each row: columns `offset` to `offset + 7`. Null while the sketch is sparse. */
  window: Uint8Array | null = null;
  /** Without a window, all coupons. With one, the surprises outside of it: coupons after it, and those missing before it. */
  pairs = new PairSet();
  /** k times the probability that the next distinct item brings a new coupon. */
  probability = 0;
  /** The sum of 1 / probability over all new coupons: the historic inverse probability estimate (Cohen 2014; Ting 2014). */
  hip = 0;
  /** The number of coupons at which the next change of form is due. */
  nextChange = 0;

  constructor(lgK: number) {
    this.lgK = lgK;
    this.rowMask = 2 ** lgK - 1;
    this.probability = 2 ** lgK;
    this.nextChange = nextChangeOf(this);
  }

  /** Takes the coupon of an item: the low bits of its address are the row, the zeros the column. */
  update(digest: Digest): void {
    const column = digest >>> shift;
    if (column >= this.firstColumn) this.add(pairOf(digest & this.rowMask, column));
  }

  /** Takes a coupon whose row is below k. */
  add(pair: number): void {
    if (!this.#isNew(pair)) return;
    this.coupons++;
    if (!this.merged) this.#countHip(pair & 63);
    if (this.coupons >= this.nextChange) this.#change();
  }

  /** Remembers the coupon; false if it was known. */
  #isNew(pair: number): boolean {
    const window = this.window;
    if (window === null) return this.pairs.add(pair);
    const inWindow = (pair & 63) - this.offset;
    if (inWindow < 0) return this.pairs.delete(pair);
    if (inWindow >= 8) return this.pairs.add(pair);
    const row = pair >>> 6;
    const seen = window[row] as number;
    const now = seen | (1 << inWindow);
    window[row] = now;
    return now !== seen;
  }

  #countHip(column: number): void {
    this.hip += (this.rowMask + 1) / this.probability;
    this.probability -= HALVES[column] as number;
  }

  #change(): void {
    if (this.window === null) openWindow(this);
    else moveWindow(this);
    this.nextChange = nextChangeOf(this);
  }

  copy(): CpcState {
    const copy = Object.assign(new CpcState(this.lgK), this);
    copy.pairs = this.pairs.copy();
    copy.window = this.window?.slice() ?? null;
    return copy;
  }
}

/** A coupon as 32 bits. All ones would mean a free slot of a set; the format gives that coupon to the row before. */
export function pairOf(row: number, column: number): number {
  const pair = (row << 6) | column;
  return pair === -1 ? pair ^ 64 : pair;
}

/** 2^-(column + 1): the share of items that a column receives. */
const HALVES = Float64Array.from({ length: 64 }, (_, column) => 2 ** -(column + 1));

/** For each byte, the sum of 2^-(bit + 1) over its bits that are 0. */
const ZEROS = Float64Array.from({ length: 256 }, (_, byte) => {
  let sum = 0;
  for (let bit = 0; bit < 8; bit++) sum += (byte >> bit) & 1 ? 0 : 2 ** -(bit + 1);
  return sum;
});

/** See `flavorOf`: a window opens at 3k/32 coupons, and moves on at 27k/8 and each k after. */
export function nextChangeOf(state: CpcState): number {
  const k = 2 ** state.lgK;
  return state.window === null ? Math.ceil((3 * k) / 32) : Math.ceil(((27 + 8 * state.offset) * k) / 8);
}

function openWindow(state: CpcState): void {
  const window = new Uint8Array(2 ** state.lgK);
  const surprises = new PairSet();
  state.pairs.forEach((pair) => {
    const column = pair & 63;
    if (column < 8) window[pair >>> 6] = (window[pair >>> 6] as number) | (1 << column);
    else surprises.add(pair);
  });
  state.window = window;
  state.pairs = surprises;
}

/** One column on: what leaves the window as 0 becomes a surprise, a surprise that comes into view stops to be one. */
export function moveWindow(state: CpcState): void {
  const window = state.window as Uint8Array; // Only windows move.
  const leaving = state.offset;
  const entering = leaving + 8;
  const surprises = new PairSet();
  for (let row = 0; row < window.length; row++) {
    const seen = window[row] as number;
    if ((seen & 1) === 0) surprises.add((row << 6) | leaving);
    window[row] = seen >> 1;
  }
  let firstColumn = leaving + 1;
  state.pairs.forEach((pair) => {
    if ((pair & 63) === entering) window[pair >>> 6] = (window[pair >>> 6] as number) | 0x80;
    else surprises.add(pair);
  });
  surprises.forEach((pair) => {
    firstColumn = Math.min(firstColumn, pair & 63);
  });
  state.pairs = surprises;
  state.offset = leaving + 1;
  state.firstColumn = firstColumn;
  if (state.offset % 8 === 0 && !state.merged) state.probability = probabilityOf(state);
}

/**
 * The sum of 2^-(column + 1) over all rows and columns that are still 0. The state makes it anew now and then because its running difference
 * gathers errors. Columns are taken by eights, the last first: sums of doubles depend on their order, and this one is part of images. Within
 * eight columns every sum is exact. The last eight columns are left out, as they are in the images that DataSketches for Java makes.
 */
export function probabilityOf(state: CpcState): number {
  const { lgK, offset, window } = state;
  const zeros = new Float64Array(7);
  const add = (column: number, share: number): void => {
    if (column < 56) zeros[column >> 3] = (zeros[column >> 3] as number) + share * 2 ** -(column & 7);
  };
  for (let column = window === null ? 0 : offset + 8; column < 56; column++) add(column, 2 ** lgK / 2);
  let seenZeros = 0;
  for (const seen of window ?? []) seenZeros += ZEROS[seen] as number;
  add(offset, seenZeros);
  state.pairs.forEach((pair) => {
    add(pair & 63, (pair & 63) < offset ? 0.5 : -0.5);
  });
  return zeros.reduceRight((sum, share, octet) => sum + share * 2 ** (-8 * octet), 0);
}
