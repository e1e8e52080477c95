import { Exceptions } from './exceptions.ts';
import type { Registers } from './registers.ts';

/** The 4 bits that say: the value is among the exceptions. */
export const EXCEPTION = 15;

/**
 * 4 bits for each register, the even row's low: how much more than the floor it is. Values of 15 and more above the floor are exceptions, in a table
 * of their own. When no register is at the floor any more, the floor rises.
 */
export class Registers4 implements Registers {
  readonly bits = 4;
  readonly lgK: number;
  readonly bytes: Uint8Array;
  floor: number;
  atFloor: number;
  /** Null until there is one. */
  exceptions: Exceptions | null = null;

  constructor(lgK: number, bytes = new Uint8Array(2 ** lgK / 2), floor = 0, atFloor: number = 2 ** lgK) {
    this.lgK = lgK;
    this.bytes = bytes;
    this.floor = floor;
    this.atFloor = atFloor;
  }

  /** The same values as those of other registers. */
  static of(lgK: number, source: Registers): Registers4 {
    const { floor, atFloor } = floorOf(source);
    const registers = new Registers4(lgK, undefined, floor, atFloor);
    for (let row = 0; row < source.k; row++) registers.#put(row, source.get(row));
    return registers;
  }

  get k(): number {
    return 2 * this.bytes.length;
  }

  get(row: number): number {
    const above = this.aboveFloor(row);
    return above === EXCEPTION ? this.#exceptionAt(row) : this.floor + above;
  }

  raise(row: number, value: number): number {
    const above = this.aboveFloor(row);
    // An exception is at least so much: enough to turn most values away without looking it up.
    if (value <= this.floor + above) return this.floor + above;
    const before = above === EXCEPTION ? this.#exceptionAt(row) : this.floor + above;
    if (value <= before) return before;
    this.#put(row, value);
    if (before === this.floor) {
      this.atFloor--;
      while (this.atFloor === 0) this.#raiseFloor();
    }
    return before;
  }

  aboveFloor(row: number): number {
    const byte = this.bytes[row >>> 1] as number;
    return (row & 1) === 0 ? byte & 15 : byte >>> 4;
  }

  copy(): Registers4 {
    const copy = new Registers4(this.lgK, this.bytes.slice(), this.floor, this.atFloor);
    copy.exceptions = this.exceptions?.copy() ?? null;
    return copy;
  }

  get byteLength(): number {
    return this.bytes.byteLength + (this.exceptions?.slots.byteLength ?? 0);
  }

  #put(row: number, value: number): void {
    const above = value - this.floor;
    if (above >= EXCEPTION) {
      this.exceptions ??= Exceptions.create(this.lgK);
      this.exceptions.set(row, value);
    }
    this.#putAbove(row, Math.min(above, EXCEPTION));
  }

  #putAbove(row: number, above: number): void {
    const byte = this.bytes[row >>> 1] as number;
    this.bytes[row >>> 1] = (row & 1) === 0 ? (byte & 0xf0) | above : (byte & 0x0f) | (above << 4);
  }

  #exceptionAt(row: number): number {
    const value = this.exceptions?.get(row);
    if (value === undefined) throw new Error(`row ${row} is an exception without a value`);
    return value;
  }

  /** By one; exceptions that are no longer 15 above become ordinary, the others a table anew. */
  #raiseFloor(): void {
    this.floor++;
    for (let row = 0; row < this.k; row++) {
      const above = this.aboveFloor(row);
      if (above === EXCEPTION) continue;
      this.#putAbove(row, above - 1);
      if (above === 1) this.atFloor++;
    }
    const before = this.exceptions;
    this.exceptions = null;
    before?.forEach((row, value) => {
      this.#put(row, value);
    });
  }
}

function floorOf(registers: Registers): { floor: number; atFloor: number } {
  let floor = registers.get(0);
  let atFloor = 0;
  for (let row = 0; row < registers.k; row++) {
    const value = registers.get(row);
    if (value < floor) {
      floor = value;
      atFloor = 0;
    }
    if (value === floor) atFloor++;
  }
  return { floor, atFloor };
}
