import { type Feature, TAIL_BUFFER_MS } from '@isochron/aggregation';
import { type AvroSchema, dataTypeOf, sameShape } from '@isochron/avro';
import {
  type DataType,
  type Field,
  IsochronError,
  setValue,
  type Value,
  type Vector,
  writeSafeLong,
} from '@isochron/schema';
import { type AvroNodeField, avroNodeOf } from '../decode/avro-node.ts';
import { BySchema } from '../decode/by-schema.ts';
import type { Cursor } from '../decode/cursor.ts';
import type { Texts } from '../decode/texts.ts';
import { type UnknownFeatures, unknownFeatures } from '../decode/unknown-features.ts';
import { readerOf, type Skipper, skipperOf, type ValueReader } from '../decode/value-reader.ts';
import { isOfFeature } from '../layout/written-features.ts';
import { isNullAt, putNull } from './fetched.ts';
import type { ServedGeneration } from './generations.ts';
import type { PartOutputs, PartReader } from './part-reader.ts';
import { Status } from './status.ts';

type Step =
  | { readonly kind: 'read'; readonly feature: number; readonly read: ValueReader }
  | { readonly kind: 'skip'; readonly skip: Skipper };

interface Decoder {
  readonly steps: readonly Step[];
  readonly unknown: UnknownFeatures;
}

/** A feature as it is read. */
export interface FinishedField extends Field {
  /** What it is computed by; null: it is a column of a row. */
  readonly feature: Feature | null;
}

/**
 * A part whose values stand in the store as they are: of SNAPSHOT accuracy, and of rows. They are of the batch end; two days after it they are STALE, for a day's
 * upload may be a day late.
 */
export class FinishedPart implements PartReader {
  readonly features: number;
  readonly hasTiles = false;
  readonly #values: Value[];
  readonly #decoders: BySchema<Decoder>;
  #decoder: Decoder | null = null;
  #batchEndMs = Number.NaN;
  #isLate = false;
  #isFound = false;

  /** `fields`: the features, by the names that they are written under. */
  constructor(fields: readonly FinishedField[], texts: Texts) {
    this.features = fields.length;
    this.#values = fields.map(() => null);
    this.#decoders = new BySchema((schema) => decoderOf(fields, schema, texts));
  }

  get fault(): IsochronError | null {
    return this.#decoder?.unknown.fault ?? null;
  }

  begin({ valueSchema, batchEndMs }: ServedGeneration, atMs: number): void {
    this.#decoder = this.#decoders.of(valueSchema);
    this.#batchEndMs = batchEndMs;
    this.#isLate = atMs > batchEndMs + TAIL_BUFFER_MS;
    this.#isFound = false;
  }

  find(): boolean {
    return false;
  }

  restore(): void {
    throw new Error('values that are finished are not kept');
  }

  readBatch(cursor: Cursor): void {
    this.#values.fill(null);
    for (const step of this.#decoder?.steps ?? []) {
      if (step.kind === 'skip') step.skip(cursor);
      else this.#values[step.feature] = step.read(cursor);
    }
    if (cursor.at !== cursor.end) cursor.fail(`${cursor.end - cursor.at} bytes are left over`);
    this.#isFound = true;
  }

  readTiles(): void {
    throw new Error('values that are finished have no tiles');
  }

  finish({ vectors, statuses, width, first }: PartOutputs, row: number): number {
    for (let index = 0; index < this.features; index++) {
      const vector = vectors[first + index] as Vector;
      if (this.#isFound) put(vector, row, this.#values[index] ?? null);
      else putNull(vector, row);
      statuses[row * width + first + index] = this.#status(index, vector, row);
    }
    return this.#batchEndMs;
  }

  #status(index: number, vector: Vector, row: number): Status {
    if (this.#decoder?.unknown.places.has(index)) return Status.ERROR;
    if (!this.#isFound) return Status.NOT_FOUND;
    if (this.#isLate) return Status.STALE;
    return isNullAt(vector, row) ? Status.NULL : Status.PRESENT;
  }
}

function decoderOf(fields: readonly FinishedField[], schema: AvroSchema, texts: Texts): Decoder {
  const { shape, nullAt } = avroNodeOf(schema);
  const type = dataTypeOf(schema);
  if (shape.kind !== 'record' || type.kind !== 'struct' || nullAt !== null) {
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `The values of an upload are of the Avro schema ${JSON.stringify(schema).slice(0, 200)}, which is not a record; upload the GroupBy anew.`,
    );
  }
  const unknown = new Set(fields.keys());
  const steps = shape.fields.map((written, at): Step => {
    const feature = fields.findIndex(({ name }) => name === written.name);
    const own = fields[feature];
    if (own === undefined || !isWritten(own, written, type.fields[at]?.type))
      return { kind: 'skip', skip: skipperOf(written.node) };
    unknown.delete(feature);
    return { kind: 'read', feature, read: readerOf(written.node, texts) };
  });
  const names = fields.map(({ name }) => name);
  return { steps, unknown: unknownFeatures(names, unknown) };
}

function isWritten(own: FinishedField, { feature }: AvroNodeField, type: DataType | undefined): boolean {
  return type !== undefined && sameShape(type, own.type) && (own.feature === null || isOfFeature(feature, own.feature));
}

function put(vector: Vector, row: number, value: Value): void {
  if (vector.kind === 'longs' && typeof value === 'number') {
    if (vector.valid !== null) vector.valid[row] = 1;
    writeSafeLong(vector.words, row, value);
  } else setValue(vector, row, value);
}
