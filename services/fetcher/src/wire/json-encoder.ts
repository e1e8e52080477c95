import { type DataType, type Field, jsonOf, readLong, type Value, type Vector } from '@isochron/schema';
import { type Fetched, hasValue } from '@isochron/serving';
import { doubleText } from './double-text.ts';

type Write = (vector: Vector, row: number) => string;

/** Writes the features of a row as a JSON object by name, straight from their vectors; what has no value is null. Compiled once a schema. */
export class JsonEncoder {
  readonly #heads: readonly string[];
  readonly #writes: readonly Write[];

  constructor(fields: readonly Field[]) {
    this.#heads = fields.map(({ name }, at) => `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    this.#writes = fields.map(({ type }) => writerOf(type));
  }

  /** `{"name":1,…` of a row, without its closing brace, for what is to follow. */
  row(fetched: Fetched, row: number): string {
    let text = this.#heads.length === 0 ? '{' : '';
    for (let at = 0; at < this.#heads.length; at++) text += (this.#heads[at] as string) + this.#value(fetched, row, at);
    return text;
  }

  /** `[1,…]` of a row, in the order of the schema. */
  values(fetched: Fetched, row: number): string {
    let text = '[';
    for (let at = 0; at < this.#heads.length; at++) text += (at === 0 ? '' : ',') + this.#value(fetched, row, at);
    return `${text}]`;
  }

  #value({ vectors, statuses, outputs }: Fetched, row: number, at: number): string {
    const isGiven = hasValue(statuses[row * outputs.length + at]);
    return isGiven ? (this.#writes[at] as Write)(vectors[at] as Vector, row) : 'null';
  }
}

function writerOf(type: DataType): Write {
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
      return (vector, row) => `${numberAt(vector, row)}`;
    case 'float':
    case 'double':
      return (vector, row) => doubleJson(numberAt(vector, row));
    case 'long':
      return (vector, row) => longText(vector.kind === 'longs' ? readLong(vector.words, row) : 0);
    case 'boolean':
      return (vector, row) => (numberAt(vector, row) === 1 ? 'true' : 'false');
    default: {
      const json = jsonOf(type);
      return (vector, row) => JSON.stringify(json(valueAt(vector, row)));
    }
  }
}

const numberAt = (vector: Vector, row: number): number =>
  vector.kind === 'doubles' || vector.kind === 'ints' ? (vector.data[row] ?? 0) : 0;

function valueAt(vector: Vector, row: number): Value {
  if (vector.kind === 'longs') return readLong(vector.words, row);
  return vector.data[row] ?? null;
}

/** As `jsonOf` has it: JSON has no number for these. */
const doubleJson = (value: number): string => (Number.isFinite(value) ? doubleText(value) : `"${value}"`);

/** Beyond 2^53 a text of digits, for readers of JSON round such numbers. */
const longText = (value: number | bigint): string => (typeof value === 'number' ? `${value}` : `"${value}"`);
