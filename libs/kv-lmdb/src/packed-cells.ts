import type { CellView } from '@isochron/kv';
import { compareBytes, IsochronError } from '@isochron/schema';

/**
 * The cells of a row in one family as one value: `1`, then for each cell, by qualifier and newest first, the length of its qualifier (u16), its timestamp
 * (f64, milliseconds), the length of its value (u32), qualifier, value; integers little-endian. One value is one lookup however many cells it
 * holds, and is replaced whole.
 */
export interface PackedCell {
  readonly qualifier: Uint8Array;
  readonly timestampMs: number;
  readonly value: Uint8Array;
}

const FORMAT = 1;
const HEAD_BYTES = 2 + 8 + 4;

export function packCells(cells: readonly PackedCell[]): Buffer {
  const packed = Buffer.allocUnsafe(packedBytes(cells));
  packed[0] = FORMAT;
  let at = 1;
  for (const { qualifier, timestampMs, value } of cells) {
    packed.writeUInt16LE(qualifier.length, at);
    packed.writeDoubleLE(timestampMs, at + 2);
    packed.writeUInt32LE(value.length, at + 10);
    packed.set(qualifier, at + HEAD_BYTES);
    packed.set(value, at + HEAD_BYTES + qualifier.length);
    at += HEAD_BYTES + qualifier.length + value.length;
  }
  return packed;
}

export function packedBytes(cells: readonly PackedCell[]): number {
  return cells.reduce((sum, { qualifier, value }) => sum + HEAD_BYTES + qualifier.length + value.length, 1);
}

/** Views into the packed bytes, which must not change while the cells are in use. */
export function unpackCells(packed: Uint8Array): PackedCell[] {
  const cells: PackedCell[] = [];
  const reader = new CellReader('');
  reader.start(packed, packed.length);
  while (reader.next()) {
    cells.push({
      qualifier: packed.subarray(reader.qualifierStart, reader.qualifierEnd),
      timestampMs: reader.timestampMs,
      value: packed.subarray(reader.valueStart, reader.valueEnd),
    });
  }
  return cells;
}

/** Goes through packed cells without making anything; it is the view that visitors are given. */
export class CellReader implements CellView {
  readonly family: string;
  timestampMs = 0;
  bytes: Uint8Array = new Uint8Array();
  qualifierStart = 0;
  qualifierEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #end = 0;

  constructor(family: string) {
    this.family = family;
  }

  /** `length` is given apart because LMDB lends a buffer that is longer than the value in it. */
  start(packed: Uint8Array, length: number): void {
    if (packed[0] !== FORMAT) {
      throw new IsochronError(
        'DATA_LOSS',
        `A stored row begins with ${packed[0] ?? 'nothing'} where its format, ${FORMAT}, should stand: it was damaged, or written by a later version.`,
      );
    }
    if (packed !== this.bytes) {
      this.bytes = packed;
      this.#view = new DataView(packed.buffer, packed.byteOffset);
    }
    this.#end = length;
    this.valueEnd = 1;
  }

  next(): boolean {
    const at = this.valueEnd;
    if (at === this.#end) return false;
    if (at + HEAD_BYTES > this.#end) throw cutOff();
    this.timestampMs = this.#view.getFloat64(at + 2, true);
    this.qualifierStart = at + HEAD_BYTES;
    this.qualifierEnd = this.qualifierStart + this.#view.getUint16(at, true);
    this.valueStart = this.qualifierEnd;
    this.valueEnd = this.valueStart + this.#view.getUint32(at + 10, true);
    if (this.valueEnd > this.#end) throw cutOff();
    return true;
  }

  /** Whether this cell's qualifier is that of a cell before it in the row, which stands in [start, end). */
  hasQualifierAt(start: number, end: number): boolean {
    const length = this.qualifierEnd - this.qualifierStart;
    if (length !== end - start) return false;
    for (let index = 0; index < length; index++) {
      if (this.bytes[this.qualifierStart + index] !== this.bytes[start + index]) return false;
    }
    return true;
  }

  /** Of the qualifier of this cell with bytes, as `compareBytes` has it. */
  compareQualifier(other: Uint8Array): number {
    const length = this.qualifierEnd - this.qualifierStart;
    const shared = Math.min(length, other.length);
    for (let index = 0; index < shared; index++) {
      const difference = (this.bytes[this.qualifierStart + index] ?? 0) - (other[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - other.length;
  }
}

/** By qualifier, then newest first: the order cells are kept and visited in. */
export function compareCells(a: PackedCell, b: PackedCell): number {
  return compareBytes(a.qualifier, b.qualifier) || b.timestampMs - a.timestampMs;
}

const cutOff = (): IsochronError => new IsochronError('DATA_LOSS', 'A stored row ends within a cell: it was damaged.');
