import { AvroOutput } from '@isochron/avro';
import { type DataType, type Field, type Vector, vectorKind } from '@isochron/schema';
import type { Fetched } from '@isochron/serving';
import { type ColumnWriter, columnWriterOf } from './column-writer.ts';
import { type Sampling, samplingOf } from './sampling.ts';
import { type LoggedSchema, loggedSchemaOf } from './served-vector.ts';
import type { LoggedJoin, Serving } from './vector-log.ts';

const NULL = 0;
const PRESENT = 2;

interface KeyColumn {
  readonly name: string;
  readonly type: DataType;
  readonly write: ColumnWriter;
}

export interface RecordTaker {
  /** The record is to be copied. */
  take(record: AvroOutput): void;
  /** A vector could not be written, because of what was thrown. */
  refused(thrown: unknown): void;
}

/** Writes the vectors of one Join as records, in memory that is used again. */
export class VectorWriter {
  readonly schema: LoggedSchema;
  readonly #isSampled: Sampling;
  readonly #keys: readonly KeyColumn[];
  /** Of what was given from outside: its place among the base features. */
  readonly #context: readonly { readonly base: number; readonly write: ColumnWriter }[];
  readonly #values: readonly ColumnWriter[];
  readonly #key = new AvroOutput();
  readonly #record = new AvroOutput();

  constructor({ plan, keys, samplePercent }: LoggedJoin) {
    // In the order of names, so that a Join that names its parts in another order has the same sample.
    const sorted = keys.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const context = plan.externals.flatMap(({ asked, first }) =>
      asked.outputs.map(({ name, type }, at) => ({ name, type, base: first + at })),
    );
    const values = plan.outputs.map(({ field }): Field => field);
    this.schema = loggedSchemaOf({
      join: plan.name,
      parts: [...plan.parts, ...plan.externals].map(({ name }) => name),
      keys: sorted.map(({ name, type }) => ({ name, type })),
      context: context.map(({ name, type }) => ({ name, type })),
      values,
    });
    this.#isSampled = samplingOf(samplePercent);
    this.#keys = sorted.map(({ name, type }) => ({ name, type, write: columnWriterOf(type) }));
    this.#context = context.map(({ base, type }) => ({ base, write: columnWriterOf(type) }));
    this.#values = values.map(({ type }) => columnWriterOf(type));
  }

  /** Gives the record of each row whose key is sampled. A row without any key is none. */
  write(fetched: Fetched, columns: ReadonlyMap<string, Vector>, serving: Serving, taker: RecordTaker): void {
    const vectors = this.#keys.map(({ name, type }) => {
      const vector = columns.get(name);
      return vector?.kind === vectorKind(type) ? vector : null;
    });
    for (let row = 0; row < fetched.rows; row++) {
      if (!this.#writeKey(vectors, row) || !this.#isSampled(this.#key.memory, this.#key.length)) continue;
      try {
        this.#writeRecord(fetched, row, serving);
      } catch (thrown) {
        taker.refused(thrown);
        continue;
      }
      taker.take(this.#record);
    }
  }

  #writeKey(vectors: readonly (Vector | null)[], row: number): boolean {
    const output = this.#key;
    output.clear();
    let isThere = false;
    for (let index = 0; index < vectors.length; index++) {
      const vector = vectors[index] as Vector | null;
      const start = output.length;
      if (vector === null) output.byte(NULL);
      else (this.#keys[index] as KeyColumn).write(output, vector, row);
      isThere ||= output.memory[start] === PRESENT;
    }
    return isThere;
  }

  /** The fields of `servedVectorType`, in their order. */
  #writeRecord(fetched: Fetched, row: number, { setVersion, servedAtMs }: Serving): void {
    const output = this.#record;
    output.clear();
    text(output, this.schema.join);
    text(output, this.schema.hash);
    long(output, setVersion);
    long(output, fetched.atMs);
    long(output, servedAtMs);
    longs(output, fetched.parts.length, (at) => fetched.parts[at]?.generation ?? null);
    longs(output, fetched.parts.length, (at) => fetched.parts[at]?.batchEndMs ?? null);
    output.byte(PRESENT);
    output.long(this.#key.length);
    output.written(this.#key.memory.subarray(0, this.#key.length));
    output.byte(PRESENT);
    const context = output.begin();
    for (const { base, write } of this.#context) write(output, fetched.baseVectors[base] as Vector, row);
    output.end(context);
    output.byte(PRESENT);
    const values = output.begin();
    for (let at = 0; at < this.#values.length; at++) {
      (this.#values[at] as ColumnWriter)(output, fetched.vectors[at] as Vector, row);
    }
    output.end(values);
    const width = this.#values.length;
    output.byte(PRESENT);
    output.long(width);
    output.written(fetched.statuses.subarray(row * width, (row + 1) * width));
    output.byte(NULL);
  }
}

/** The record that says how vectors are read. */
export function writeControlRecord(output: AvroOutput, { join, hash, text: schema }: LoggedSchema): void {
  text(output, join);
  text(output, hash);
  for (let field = 0; field < UNSET_FIELDS; field++) output.byte(NULL);
  text(output, schema);
}

/** Those between the hash and the schema. */
const UNSET_FIELDS = 9;

function text(output: AvroOutput, value: string): void {
  output.byte(PRESENT);
  output.text(value);
}

function long(output: AvroOutput, value: number): void {
  output.byte(PRESENT);
  output.long(value);
}

function longs(output: AvroOutput, count: number, valueAt: (at: number) => number | null): void {
  output.byte(PRESENT);
  if (count > 0) output.long(count);
  for (let at = 0; at < count; at++) {
    const value = valueAt(at);
    if (value === null) output.byte(NULL);
    else long(output, value);
  }
  output.byte(0);
}
