import { ADDRESS_BITS } from '../hash/digest.ts';
import { VALUE_MAX } from './coupon.ts';
import { countsOf, floorOf, type Registers } from './registers.ts';

const shift = ADDRESS_BITS;

/** A sketch that has registers, and what is kept beside them so that its estimate costs nothing. */
export class Dense<R extends Registers = Registers> {
  readonly lgK: number;
  readonly registers: R;
  readonly #k: number;
  /** No register is below it, and no more than `#atLeast` are at it. */
  least = 0;
  #atLeast = 0;
  /** The historic inverse probability estimate: over all changes, the sum of k / (the sum of 2^-value over all registers). */
  hip = 0;
  /** The sum of 2^-value over the registers below 32, and over the others: both are exact. */
  lowSum = 0;
  highSum = 0;
  /** True once registers were merged: `hip`, which depends on the order of arrival, starts again at 0 and means nothing. */
  merged = false;

  constructor(lgK: number, registers: R) {
    this.lgK = lgK;
    this.registers = registers;
    this.#k = registers.k;
    this.lowSum = registers.k;
    this.#atLeast = registers.k;
  }

  add(coupon: number): void {
    const value = coupon >>> shift;
    const before = this.registers.raise(coupon & (this.#k - 1), value);
    if (value <= before) return;
    this.hip += this.#k / (this.lowSum + this.highSum);
    if (value < 32) this.lowSum += (SHARES[value] as number) - (SHARES[before] as number);
    else this.#raiseHigh(before, value);
    if (before === this.least && --this.#atLeast === 0) this.#findLeast();
  }

  #raiseHigh(before: number, value: number): void {
    this.highSum += SHARES[value] as number;
    if (before < 32) this.lowSum -= SHARES[before] as number;
    else this.highSum -= SHARES[before] as number;
  }

  /** Makes the sums anew from the registers. */
  sumUp(counts = countsOf(this.registers.unpacked())): void {
    const sumOf = (from: number, to: number): number => {
      let sum = 0;
      for (let value = from; value < to; value++) sum += (counts[value] as number) * (SHARES[value] as number);
      return sum;
    };
    this.lowSum = sumOf(0, 32);
    this.highSum = sumOf(32, 64);
    const { floor, atFloor } = floorOf(counts);
    this.least = floor;
    this.#atLeast = atFloor;
  }

  #findLeast(): void {
    const values = this.registers.unpacked();
    let least = VALUE_MAX;
    let count = 0;
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number;
      if (value < least) {
        least = value;
        count = 0;
      }
      if (value === least) count++;
    }
    this.least = least;
    this.#atLeast = count;
  }

  /** The same with registers of other memory, which must say the same; takes them over. */
  with<R2 extends Registers>(registers: R2): Dense<R2> {
    const dense = new Dense(this.lgK, registers);
    dense.hip = this.hip;
    dense.lowSum = this.lowSum;
    dense.highSum = this.highSum;
    dense.merged = this.merged;
    dense.least = this.least;
    dense.#atLeast = this.#atLeast;
    return dense;
  }

  copy(): Dense {
    return this.with(this.registers.copy());
  }
}

/** 2^-value. */
const SHARES = Float64Array.from({ length: 64 }, (_, value) => 2 ** -value);
