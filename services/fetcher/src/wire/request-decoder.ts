import {
  createVector,
  type DataType,
  type Field,
  IsochronError,
  setValue,
  typeText,
  type Value,
  type Vector,
  valueReaderOf,
} from '@isochron/schema';
import { blockOf } from './answer-schema.ts';
import { ProtobufReader, Wire } from './protobuf-reader.ts';

/** A `FetchJoinRequest` or `FetchGroupByRequest`, of which the columns are not read yet: their types are those of what is asked for. */
export interface AskedFetch {
  /** Of the Join or the GroupBy. */
  readonly name: string;
  readonly rows: number;
  readonly keys: ReadonlyMap<string, ProtobufReader>;
  readonly context: ReadonlyMap<string, ProtobufReader>;
  /** null: now. */
  readonly atMs: number | null;
  readonly features: readonly string[];
  readonly schemaHash: string;
}

/** Fields of the two requests. */
const joinFields = { name: 1, rows: 2, keys: 3, context: 4, atMs: 5, features: 6, schemaHash: 7 } as const;
const groupByFields = { name: 1, rows: 2, keys: 3, context: 0, atMs: 4, features: 5, schemaHash: 6 } as const;

export const decodeFetchJoin = (bytes: Uint8Array): AskedFetch => decode(bytes, joinFields);
export const decodeFetchGroupBy = (bytes: Uint8Array): AskedFetch => decode(bytes, groupByFields);

function decode(bytes: Uint8Array, fields: { readonly [Name in keyof typeof joinFields]: number }): AskedFetch {
  const reader = new ProtobufReader(bytes);
  const keys = new Map<string, ProtobufReader>();
  const context = new Map<string, ProtobufReader>();
  const features: string[] = [];
  let [name, schemaHash] = ['', ''];
  let rows = 0;
  let atMs: number | null = null;
  while (reader.next()) {
    const { field, wire } = reader;
    if (wire === Wire.BYTES && field === fields.name) name = reader.name();
    else if (wire === Wire.VARINT && field === fields.rows) rows = reader.uint();
    else if (wire === Wire.BYTES && field === fields.keys) readEntry(reader.message(), keys);
    else if (wire === Wire.BYTES && field === fields.context) readEntry(reader.message(), context);
    else if (wire === Wire.VARINT && field === fields.atMs) atMs = reader.int64();
    else if (wire === Wire.BYTES && field === fields.features) features.push(reader.name());
    else if (wire === Wire.BYTES && field === fields.schemaHash) schemaHash = reader.name();
    else reader.skip();
  }
  return { name, rows, keys, context, atMs, features, schemaHash };
}

function readEntry(entry: ProtobufReader, columns: Map<string, ProtobufReader>): void {
  let name = '';
  let column: ProtobufReader | null = null;
  while (entry.next()) {
    if (entry.field === 1 && entry.wire === Wire.BYTES) name = entry.name();
    else if (entry.field === 2 && entry.wire === Wire.BYTES) column = entry.message();
    else entry.skip();
  }
  columns.set(name, column ?? new ProtobufReader(entry.bytes, entry.at, entry.at));
}

/** Fields of `Column`. */
const FIELDS = ['', 'strings', 'longs', 'doubles', 'bools', 'blobs', 'nulls'] as const;
const NULLS = 6;

/** How a value of each is written where it is not packed. */
const WIRES = { '': -1, strings: 2, longs: 0, doubles: 1, bools: 0, blobs: 2, nulls: 0 } as const;

/** A vector and how much of it is there. */
interface Filling {
  readonly vector: Vector;
  readonly rows: number;
  /** Values that came, more than rows if that many came. */
  count: number;
  /** Rows that are said to be null; null: none. */
  nulls: number[] | null;
}

/** Reads a column of a request as its type asks. Where it has one value, all rows have it. INVALID_ARGUMENT says which column and row is wrong. */
export class ColumnDecoder {
  readonly #name: string;
  readonly #type: DataType;
  readonly #field: (typeof FIELDS)[number];
  readonly #valueOf: (read: Value) => Value;

  constructor({ name, type }: Field) {
    const block = blockOf(type);
    this.#name = name;
    this.#type = type;
    this.#field = block === 'values' ? '' : block;
    // What stands in the wire's own types is narrowed by the reader that JSON has: ranges, dates, decimals.
    const read = valueReaderOf(type);
    const isAsItIs = ['string', 'boolean', 'binary', 'double', 'long'].includes(type.kind);
    this.#valueOf = isAsItIs ? (value) => value : (value) => read(typeof value === 'bigint' ? String(value) : value);
  }

  decode(column: ProtobufReader, rows: number): Vector {
    const filling: Filling = { vector: createVector(this.#type, rows), rows, count: 0, nulls: null };
    while (column.next()) {
      const field = FIELDS[column.field];
      if (column.field === NULLS) readNulls(column, filling);
      else if (field === undefined) column.skip();
      else if (field !== this.#field) throw this.#wrong(`has values in ${field}`);
      else if (column.wire !== Wire.BYTES && column.wire !== WIRES[field])
        throw this.#wrong('is no message of its type');
      else this.#readValues(column, filling);
    }
    return this.#filled(filling);
  }

  #readValues(column: ProtobufReader, filling: Filling): void {
    if (this.#field === 'strings') this.#put(filling, column.text());
    else if (this.#field === 'blobs') this.#put(filling, column.blob());
    else if (column.wire !== Wire.BYTES) this.#put(filling, this.#number(column));
    else {
      const end = column.beginPacked();
      while (column.at < end) this.#put(filling, this.#number(column));
      column.endPacked(end);
    }
  }

  #number(column: ProtobufReader): Value {
    if (this.#field === 'longs') return column.long();
    return this.#field === 'bools' ? column.uint() !== 0 : column.double();
  }

  #put(filling: Filling, value: Value): void {
    const row = filling.count++;
    if (row < filling.rows) setValue(filling.vector, row, this.#checked(value, row));
  }

  #filled({ vector, count, rows, nulls }: Filling): Vector {
    if (count === 1 && rows > 1) {
      repeatFirst(vector);
    } else if (count !== rows && !(count === 0 && nulls?.length === rows)) {
      throw this.#wrong(`has ${count} values where the request has ${rows} rows`);
    }
    for (const row of nulls ?? []) {
      if (row >= rows) throw this.#wrong(`says that row ${row} is null, and there are ${rows} rows`);
      setValue(vector, row, null);
    }
    return vector;
  }

  #checked(value: Value, row: number): Value {
    try {
      return this.#valueOf(value);
    } catch (thrown) {
      if (!(thrown instanceof IsochronError)) throw thrown;
      throw this.#wrong(`cannot be read in row ${row}: ${thrown.message}`);
    }
  }

  #wrong(reason: string): IsochronError {
    const place = this.#field === '' ? 'which a request cannot have' : `whose values stand in ${this.#field}`;
    return new IsochronError(
      'INVALID_ARGUMENT',
      `The column "${this.#name}" ${reason}. It is of type ${typeText(this.#type)}, ${place}.`,
    );
  }
}

/** A request's column has a value in the first row, so that it is not null. */
function repeatFirst(vector: Vector): void {
  if (vector.kind === 'values') vector.data.fill(vector.data[0] ?? null);
  else if (vector.kind === 'longs') vector.data.fill(vector.data[0] ?? 0n);
  else vector.data.fill(vector.data[0] ?? 0);
  if (vector.kind !== 'values') vector.valid?.fill(1);
}

function readNulls(column: ProtobufReader, filling: Filling): void {
  filling.nulls ??= [];
  if (column.wire !== Wire.BYTES) {
    filling.nulls.push(column.uint());
    return;
  }
  const end = column.beginPacked();
  while (column.at < end) filling.nulls.push(column.uint());
  column.endPacked(end);
}
