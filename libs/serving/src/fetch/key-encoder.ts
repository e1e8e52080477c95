import { keyCodecOf } from '@isochron/avro';
import {
  type DataType,
  type Field,
  getValue,
  IsochronError,
  readLong,
  typeText,
  type Value,
  type Vector,
  vectorKind,
} from '@isochron/schema';

const encoder = new TextEncoder();
const ROOM = 16;

/** Key bytes of the rows of request columns, as Avro has them, in memory that is used again. */
export class KeyEncoder {
  /** What `encode` wrote; made anew where it was too short. */
  bytes = new Uint8Array(256);
  readonly #names: readonly string[];
  readonly #types: readonly DataType[];
  readonly #slow: readonly (((value: Value) => Uint8Array) | null)[];

  /** `names`: which column of a request carries each key. */
  constructor(keys: readonly Field[], names: readonly string[]) {
    this.#names = names;
    this.#types = keys.map(({ type }) => type);
    this.#slow = keys.map((key) => (isQuick(key.type) ? null : slowEncoder(key)));
  }

  /** The columns of a request, in the order of the keys. Throws INVALID_ARGUMENT for one that is missing or does not fit its type. */
  columns(request: ReadonlyMap<string, Vector>): readonly Vector[] {
    return this.#names.map((name, index) => {
      const type = this.#types[index] as DataType;
      const column = request.get(name);
      if (column === undefined)
        throw new IsochronError(
          'INVALID_ARGUMENT',
          `The request has no key "${name}"; give one, of type ${typeText(type)}.`,
        );
      if (column.kind === vectorKind(type)) return column;
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `The key "${name}" is given as ${column.kind}; it is of type ${typeText(type)}.`,
      );
    });
  }

  /** Writes the key of a row and answers its length; -1 where a part is null, for such a key matches nothing. */
  encode(columns: readonly Vector[], row: number): number {
    let at = 0;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index] as Vector;
      if (isNullAt(column, row)) return -1;
      this.#reserve(at + ROOM);
      this.bytes[at++] = 2;
      at = this.#part(index, column, row, at);
    }
    return at;
  }

  #part(index: number, column: Vector, row: number, at: number): number {
    const slow = this.#slow[index];
    if (slow) return this.#copy(slow(getValue(this.#types[index] as DataType, column, row)), at);
    switch (column.kind) {
      case 'values':
        return this.#text(column.data[row] as Value, index, at);
      case 'longs':
        return this.#long(readLong(column.words, row), at);
      case 'ints':
        if ((this.#types[index] as DataType).kind !== 'boolean') return this.#long(column.data[row] as number, at);
        this.bytes[at] = column.data[row] as number;
        return at + 1;
      case 'doubles':
        throw new Error('doubles are written by their codec');
    }
  }

  #text(value: Value, index: number, start: number): number {
    if (typeof value !== 'string') {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `The key "${this.#names[index]}" has a ${typeof value} where a text should stand.`,
      );
    }
    const { length } = value;
    this.#reserve(start + 3 * length + ROOM);
    const { bytes } = this;
    if (length < 64) {
      let at = start;
      bytes[at++] = 2 * length;
      for (let unit = 0; unit < length; unit++) {
        const code = value.charCodeAt(unit);
        if (code >= 0x80) return this.#copyText(value, start);
        bytes[at++] = code;
      }
      return at;
    }
    return this.#copyText(value, start);
  }

  #copyText(value: string, start: number): number {
    const text = encoder.encode(value);
    const at = this.#long(text.length, start);
    this.bytes.set(text, at);
    return at + text.length;
  }

  #long(value: number | bigint, start: number): number {
    const { bytes } = this;
    let at = start;
    if (typeof value === 'bigint' || value > 2 ** 51 || value < -(2 ** 51)) {
      let rest = BigInt.asUintN(64, (BigInt(value) << 1n) ^ (BigInt(value) >> 63n));
      for (; rest > 0x7fn; rest >>= 7n) bytes[at++] = Number(rest & 0x7fn) | 0x80;
      bytes[at++] = Number(rest);
      return at;
    }
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 0x80;
    bytes[at++] = rest;
    return at;
  }

  #copy(part: Uint8Array, at: number): number {
    this.#reserve(at + part.length + ROOM);
    this.bytes.set(part, at);
    return at + part.length;
  }

  #reserve(length: number): void {
    if (length <= this.bytes.length) return;
    const longer = new Uint8Array(2 * length);
    longer.set(this.bytes);
    this.bytes = longer;
  }
}

function isQuick({ kind }: DataType): boolean {
  return (
    kind === 'string' || kind === 'boolean' || ['byte', 'short', 'int', 'date', 'long', 'timestamp'].includes(kind)
  );
}

/** By the codec of a key of this one column, less the byte of its union. */
function slowEncoder(key: Field): (value: Value) => Uint8Array {
  const codec = keyCodecOf([key]);
  return (value) => codec.encode({ [key.name]: value }).subarray(1);
}

const isNullAt = (column: Vector, row: number): boolean =>
  column.kind === 'values' ? (column.data[row] ?? null) === null : column.valid !== null && column.valid[row] !== 1;
