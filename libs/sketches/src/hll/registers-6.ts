import { countsOf, type Registers } from './registers.ts';

/** 6 bits for each register, the lowest first, in bytes; one byte more at the end, so that two can be read at once. */
export class Registers6 implements Registers {
  readonly bits = 6;
  readonly floor = 0;
  atFloor = 0;
  readonly k: number;
  readonly bytes: Uint8Array;

  constructor(k: number, bytes: Uint8Array = new Uint8Array((k * 3) / 4 + 1), atFloor: number = k) {
    this.k = k;
    this.bytes = bytes;
    this.atFloor = atFloor;
  }

  /** The same values as those of other registers. */
  static of(values: Uint8Array): Registers6 {
    const k = values.length;
    const registers = new Registers6(k);
    const { bytes } = registers;
    for (let row = 0, at = 0; row < k; row += 4, at += 3) {
      const a = values[row] as number;
      const b = values[row + 1] as number;
      const c = values[row + 2] as number;
      const d = values[row + 3] as number;
      const four = a | (b << 6) | (c << 12) | (d << 18);
      bytes[at] = four;
      bytes[at + 1] = four >>> 8;
      bytes[at + 2] = four >>> 16;
    }
    registers.atFloor = countsOf(values)[0] as number;
    return registers;
  }

  get(row: number): number {
    const at = (row * 6) >>> 3;
    const pair = (this.bytes[at] as number) | ((this.bytes[at + 1] as number) << 8);
    return (pair >>> ((row * 6) & 7)) & 63;
  }

  raise(row: number, value: number): number {
    const bytes = this.bytes;
    const at = (row * 6) >>> 3;
    const shift = (row * 6) & 7;
    const pair = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    const before = (pair >>> shift) & 63;
    if (value <= before) return before;
    const raised = pair ^ ((before ^ value) << shift);
    bytes[at] = raised;
    bytes[at + 1] = raised >>> 8;
    if (before === 0) this.atFloor--;
    return before;
  }

  unpacked(): Uint8Array {
    const { bytes, k } = this;
    const values = new Uint8Array(k);
    for (let row = 0, at = 0; row < k; row += 4, at += 3) {
      const four = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
      values[row] = four & 63;
      values[row + 1] = (four >>> 6) & 63;
      values[row + 2] = (four >>> 12) & 63;
      values[row + 3] = four >>> 18;
    }
    return values;
  }

  copy(): Registers6 {
    return new Registers6(this.k, this.bytes.slice(), this.atFloor);
  }

  get byteLength(): number {
    return this.bytes.byteLength;
  }
}
