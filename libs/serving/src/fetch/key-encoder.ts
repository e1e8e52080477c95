import { AvroOutput, keyCodecOf } from '@isochron/avro';
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

/** Key bytes of the rows of request columns, as Avro has them, in memory that is used again. */
export class KeyEncoder {
  readonly #output: AvroOutput;
  readonly #names: readonly string[];
  readonly #types: readonly DataType[];
  readonly #slow: readonly (((value: Value) => Uint8Array) | null)[];

  /** `names`: which column of a request carries each key. `output`: what keys are written to; default: one of its own. */
  constructor(keys: readonly Field[], names: readonly string[], output = new AvroOutput()) {
    this.#output = output;
    this.#names = names;
    this.#types = keys.map(({ type }) => type);
    this.#slow = keys.map((key) => (isQuick(key.type) ? null : slowEncoder(key)));
  }

  /** Begins with what `encode` wrote last, of all that write to the same output. */
  get bytes(): Uint8Array {
    return this.#output.memory;
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
    const output = this.#output;
    output.clear();
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index] as Vector;
      if (isNullAt(column, row)) return -1;
      output.byte(2);
      this.#part(index, column, row);
    }
    return output.length;
  }

  #part(index: number, column: Vector, row: number): void {
    const output = this.#output;
    const slow = this.#slow[index];
    if (slow) {
      output.written(slow(getValue(this.#types[index] as DataType, column, row)));
      return;
    }
    switch (column.kind) {
      case 'values':
        output.text(this.#textOf(column.data[row] as Value, index));
        break;
      case 'longs':
        output.long(readLong(column.words, row));
        break;
      case 'ints': {
        const value = column.data[row] as number;
        if ((this.#types[index] as DataType).kind === 'boolean') output.byte(value);
        else output.long(value);
        break;
      }
      case 'doubles':
        throw new Error('doubles are written by their codec');
    }
  }

  #textOf(value: Value, index: number): string {
    if (typeof value === 'string') return value;
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The key "${this.#names[index]}" has a ${typeof value} where a text should stand.`,
    );
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
