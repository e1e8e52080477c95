import { floorOf, type Registers } from './registers.ts';

/** A byte for each register. */
export class Registers8 implements Registers {
  readonly bits = 8;
  /** 0, until it is raised by `findFloor`. */
  floor: number;
  atFloor = 0;
  readonly values: Uint8Array;
  /** The same memory; made when it is first needed. */
  #words: Int32Array | null = null;

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
    this.#words ??= wordsOf(this.values);
    const words = this.#words;
    const others = wordsOf(source);
    for (let from = 0; from < others.length; from += words.length) {
      for (let at = 0; at < words.length; at++) {
        const other = others[from + at] as number;
        // Values are below 64: in each byte the highest bit stays where ours is not the lesser, and the others are then by how much.
        const more = ((words[at] as number) | HIGHEST) - other;
        const kept = more & HIGHEST;
        words[at] = other + (more & (kept - (kept >>> 7)));
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

/** The highest bit of each byte of a word. */
const HIGHEST = 0x80808080 | 0;

/** Four registers at once. Their memory is their own, and 16 bytes at least. */
function wordsOf(values: Uint8Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, values.length >>> 2);
}
