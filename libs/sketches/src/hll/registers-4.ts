import { Exceptions } from './exceptions.ts';
import { countsOf, floorOf, type Registers } from './registers.ts';

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
  floor = 0;
  atFloor = 0;
  /** Null until there is one. */
  exceptions: Exceptions | null = null;

  constructor(lgK: number, bytes = new Uint8Array(2 ** lgK / 2), floor = 0, atFloor: number = 2 ** lgK) {
    this.lgK = lgK;
    this.bytes = bytes;
    this.floor = floor;
    this.atFloor = atFloor;
  }

  /** These values; exceptions come to their table in the order of rows. */
  static of(lgK: number, values: Uint8Array): Registers4 {
    const { floor, atFloor } = floorOf(countsOf(values));
    const registers = new Registers4(lgK, undefined, floor, atFloor);
    const { bytes } = registers;
    for (let row = 0; row < values.length; row += 2) {
      const low = (values[row] as number) - floor;
      const high = (values[row + 1] as number) - floor;
      if (low >= EXCEPTION) registers.#except(row, values[row] as number);
      if (high >= EXCEPTION) registers.#except(row + 1, values[row + 1] as number);
      bytes[row >>> 1] = Math.min(low, EXCEPTION) | (Math.min(high, EXCEPTION) << 4);
    }
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
    return ((this.bytes[row >>> 1] as number) >>> shiftOf(row)) & 15;
  }

  unpacked(): Uint8Array {
    const { bytes, floor } = this;
    const values = new Uint8Array(this.k);
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      values[2 * at] = floor + (byte & 15);
      values[2 * at + 1] = floor + (byte >>> 4);
    }
    this.exceptions?.forEach((row, value) => {
      values[row] = value;
    });
    return values;
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
    if (above >= EXCEPTION) this.#except(row, value);
    this.#putAbove(row, Math.min(above, EXCEPTION));
  }

  #except(row: number, value: number): void {
    this.exceptions ??= Exceptions.create(this.lgK);
    this.exceptions.set(row, value);
  }

  #putAbove(row: number, above: number): void {
    const at = row >>> 1;
    const shift = shiftOf(row);
    this.bytes[at] = ((this.bytes[at] as number) & ~(15 << shift)) | (above << shift);
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

/** Where the 4 bits of a row begin in its byte. */
function shiftOf(row: number): number {
  return (row & 1) << 2;
}
