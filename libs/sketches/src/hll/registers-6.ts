import type { Registers } from './registers.ts';

/** 6 bits for each register, the lowest first, in bytes; one byte more at the end, so that two can be read at once. */
export class Registers6 implements Registers {
  readonly bits = 6;
  readonly floor = 0;
  atFloor: number;
  readonly k: number;
  readonly bytes: Uint8Array;

  constructor(k: number, bytes: Uint8Array = new Uint8Array((k * 3) / 4 + 1), atFloor: number = k) {
    this.k = k;
    this.bytes = bytes;
    this.atFloor = atFloor;
  }

  get(row: number): number {
    const at = (row * 6) >>> 3;
    const pair = (this.bytes[at] as number) | ((this.bytes[at + 1] as number) << 8);
    return (pair >>> ((row * 6) & 7)) & 63;
  }

  raise(row: number, value: number): number {
    const at = (row * 6) >>> 3;
    const shift = (row * 6) & 7;
    const pair = (this.bytes[at] as number) | ((this.bytes[at + 1] as number) << 8);
    const before = (pair >>> shift) & 63;
    if (value <= before) return before;
    const raised = (pair & ~(63 << shift)) | (value << shift);
    this.bytes[at] = raised;
    this.bytes[at + 1] = raised >>> 8;
    if (before === 0) this.atFloor--;
    return before;
  }

  copy(): Registers6 {
    return new Registers6(this.k, this.bytes.slice(), this.atFloor);
  }

  get byteLength(): number {
    return this.bytes.byteLength;
  }
}
