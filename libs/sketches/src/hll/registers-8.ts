import { floorOf, type Registers } from './registers.ts';

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

  /** Raises each register to those of the rows that have its low bits. `findFloor` is due after it. */
  raiseAll(source: Uint8Array): void {
    const values = this.values;
    const k = values.length;
    for (let from = 0; from < source.length; from += k) {
      for (let row = 0; row < k; row++) {
        const value = values[row] as number;
        const more = (source[from + row] as number) - value;
        // Adds what is more than nothing, without a branch that nobody could foresee.
        values[row] = value + (more & ~(more >> 31));
      }
    }
  }

  /** Makes the least value the floor. */
  findFloor(counts: Int32Array): void {
    const { floor, atFloor } = floorOf(counts);
    this.floor = floor;
    this.atFloor = atFloor;
  }

  unpacked(): Uint8Array {
    return this.values;
  }

  copy(): Registers8 {
    return new Registers8(this.values.slice(), this.floor, this.atFloor);
  }

  get byteLength(): number {
    return this.values.byteLength;
  }
}
