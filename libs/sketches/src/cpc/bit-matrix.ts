import { onesIn } from './ones.ts';
import { PairSet } from './pair-set.ts';

/** The columns of a row that are seen through the window. */
const WINDOW = 0xff;

/**
 * All k rows of 64 columns, as the halves of each row: the meaning of a sketch, of which window and surprises are a shorter form. Only made
 * where the shorter form has to be made again.
 */
export class BitMatrix {
  readonly lgK: number;
  readonly low: Int32Array;
  readonly high: Int32Array;

  constructor(lgK: number) {
    this.lgK = lgK;
    this.low = new Int32Array(2 ** lgK);
    this.high = new Int32Array(2 ** lgK);
  }

  /** The matrix of a window at a column: all ones before it, zeros after it, and each surprise the other way. */
  static of(lgK: number, window: Uint8Array, offset: number, surprises: PairSet): BitMatrix {
    const matrix = new BitMatrix(lgK);
    for (let row = 0; row < window.length; row++) {
      const seen = window[row] as number;
      matrix.low[row] = lowOf(seen, offset) | onesBelow(offset);
      matrix.high[row] = highOf(seen, offset) | onesBelow(offset - 32);
    }
    surprises.forEach((pair) => {
      matrix.flip(pair);
    });
    return matrix;
  }

  set(pair: number): void {
    const row = (pair >>> 6) & (this.low.length - 1);
    const column = pair & 63;
    if (column < 32) this.low[row] = (this.low[row] as number) | (1 << column);
    else this.high[row] = (this.high[row] as number) | (1 << column);
  }

  flip(pair: number): void {
    const row = pair >>> 6;
    const column = pair & 63;
    if (column < 32) this.low[row] = (this.low[row] as number) ^ (1 << column);
    else this.high[row] = (this.high[row] as number) ^ (1 << column);
  }

  /** Adds a matrix of as many rows or more; a row goes to the one of the same low bits. */
  or(other: BitMatrix): void {
    const mask = this.low.length - 1;
    for (let row = 0; row < other.low.length; row++) {
      const into = row & mask;
      this.low[into] = (this.low[into] as number) | (other.low[row] as number);
      this.high[into] = (this.high[into] as number) | (other.high[row] as number);
    }
  }

  /** How many coupons there are. */
  count(): number {
    let count = 0;
    for (let row = 0; row < this.low.length; row++) {
      count += onesIn(this.low[row] as number) + onesIn(this.high[row] as number);
    }
    return count;
  }

  /** The short form with its window at `offset`, and the first column in which anything surprises, `offset` at most. */
  split(offset: number): { window: Uint8Array; surprises: PairSet; firstColumn: number } {
    const window = new Uint8Array(this.low.length);
    const surprises = new PairSet();
    const keepLow = ~lowOf(WINDOW, offset);
    const keepHigh = ~highOf(WINDOW, offset);
    let anyLow = 0;
    let anyHigh = 0;
    for (let row = 0; row < window.length; row++) {
      const low = this.low[row] as number;
      const high = this.high[row] as number;
      window[row] = shifted(low, high, offset);
      const restLow = (low & keepLow) ^ onesBelow(offset);
      const restHigh = (high & keepHigh) ^ onesBelow(offset - 32);
      anyLow |= restLow;
      anyHigh |= restHigh;
      if (restLow !== 0) addColumns(surprises, restLow, row << 6);
      if (restHigh !== 0) addColumns(surprises, restHigh, (row << 6) | 32);
    }
    return { window, surprises, firstColumn: Math.min(offset, firstOne(anyLow, anyHigh)) };
  }
}

/** The low half of `bits << offset`, which JavaScript's own shift takes modulo 32. */
function lowOf(bits: number, offset: number): number {
  return offset < 32 ? bits << offset : 0;
}

/** The high half of `bits << offset`, for bits below 256. */
function highOf(bits: number, offset: number): number {
  if (offset >= 32) return bits << (offset - 32);
  return offset > 24 ? bits >>> (32 - offset) : 0;
}

/** The byte at `offset` of a row. */
function shifted(low: number, high: number, offset: number): number {
  if (offset >= 32) return (high >>> (offset - 32)) & WINDOW;
  if (offset <= 24) return (low >>> offset) & WINDOW;
  return ((low >>> offset) | (high << (32 - offset))) & WINDOW;
}

function onesBelow(column: number): number {
  if (column <= 0) return 0;
  return column >= 32 ? -1 : (1 << column) - 1;
}

function addColumns(pairs: PairSet, bits: number, start: number): void {
  for (let left = bits; left !== 0; left &= left - 1) pairs.add(start | firstOne(left, 0));
}

/** The place of the lowest 1, 64 where there is none. */
function firstOne(low: number, high: number): number {
  if (low !== 0) return 31 - Math.clz32(low & -low);
  return high !== 0 ? 63 - Math.clz32(high & -high) : 64;
}
