import { VALUE_MAX } from './coupon.ts';
import type { Registers } from './registers.ts';

/** A byte for each register. */
export class Registers8 implements Registers {
  readonly bits = 8;
  /** 0, until it is raised by `findFloor`. */
  floor: number;
  atFloor: number;
  readonly values: Uint8Array;

  constructor(values: Uint8Array, floor = 0, atFloor: number = values.length) {
    this.values = values;
    this.floor = floor;
    this.atFloor = atFloor;
  }

  static zeros(k: number): Registers8 {
    return new Registers8(new Uint8Array(k));
  }

  get k(): number {
    return this.values.length;
  }

  get(row: number): number {
    return this.values[row] as number;
  }

  raise(row: number, value: number): number {
    const before = this.values[row] as number;
    if (value <= before) return before;
    this.values[row] = value;
    if (before === 0) this.atFloor--;
    return before;
  }

  /** Raises each register to those of the rows that have its low bits. */
  raiseAll(source: Registers): void {
    const values = this.values;
    const mask = values.length - 1;
    const valueAt = source instanceof Registers8 ? byteReader(source.values) : (row: number) => source.get(row);
    for (let row = 0; row < source.k; row++) {
      const value = valueAt(row);
      if (value > (values[row & mask] as number)) values[row & mask] = value;
    }
    this.#count();
  }

  /** Makes the least value the floor. */
  findFloor(): void {
    this.floor = this.values.reduce((least, value) => Math.min(least, value), VALUE_MAX);
    this.#count();
  }

  copy(): Registers8 {
    return new Registers8(this.values.slice(), this.floor, this.atFloor);
  }

  get byteLength(): number {
    return this.values.byteLength;
  }

  #count(): void {
    let count = 0;
    for (const value of this.values) if (value === this.floor) count++;
    this.atFloor = count;
  }
}

function byteReader(values: Uint8Array): (row: number) => number {
  return (row) => values[row] as number;
}
