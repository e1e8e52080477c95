import { type Feature, LambdaColumns } from '@isochron/aggregation';
import { type AvroSchema, type Codec, codecOf } from '@isochron/avro';
import { IsochronError, structType, type Value, type Vector } from '@isochron/schema';
import { type ContributionCache, type EntryKey, tagOf } from '../cache/contribution-cache.ts';
import { avroNodeOf } from '../decode/avro-node.ts';
import { BatchHalfDecoder } from '../decode/batch-half-decoder.ts';
import { BySchema } from '../decode/by-schema.ts';
import { type ColumnsDecoder, columnsDecoder } from '../decode/columns-decoder.ts';
import type { Cursor } from '../decode/cursor.ts';
import type { Texts } from '../decode/texts.ts';
import { TileDecoder } from '../decode/tile-decoder.ts';
import { isNullAt, putNull } from './fetched.ts';
import type { ServedGeneration } from './generations.ts';
import type { PartOutputs, PartReader, StoredRow } from './part-reader.ts';
import { Status } from './status.ts';

export interface TileOptions {
  /** The schemas that tiles may be of; none: no tiles are looked for. */
  readonly tileSchemas: readonly AvroSchema[];
  /** How long tiles are: that is decided by all features that they were written for, of which a part may have some. */
  readonly tileMs: number;
}

export interface TemporalPartOptions extends TileOptions {
  /** A hash, equal where features are equal, of whatever Join, and called the same in tiles and hops. */
  readonly meaning: string;
  /** The features of the whole GroupBy, as uploads and tiles are written. */
  readonly written: readonly Feature[];
  /** Shared with other parts. */
  readonly texts: Texts;
}

/** A part of batch halves and tiles. */
export class TemporalPart implements PartReader {
  readonly features: number;
  readonly hasTiles: boolean;
  readonly #columns: LambdaColumns;
  readonly #decoders: BySchema<BatchHalfDecoder>;
  readonly #tiles: TileDecoder;
  readonly #tileMs: number;
  readonly #restore: ColumnsDecoder;
  readonly #contributions: Codec;
  readonly #names: readonly string[];
  readonly #tag: number;
  #decoder: BatchHalfDecoder | null = null;
  #generation = Number.NaN;
  #batchEndMs = Number.NaN;
  #atMs = Number.NaN;
  #isPast = false;
  #hasBatch = false;
  #hasLive = false;
  #isApproximate = false;
  #knownToMs = Number.NaN;

  constructor(features: readonly Feature[], { meaning, written, texts, tileSchemas, tileMs }: TemporalPartOptions) {
    this.features = features.length;
    this.hasTiles = tileSchemas.length > 0;
    this.#tag = tagOf(meaning);
    this.#columns = new LambdaColumns(features, written);
    this.#decoders = new BySchema((schema) => new BatchHalfDecoder(this.#columns, schema, texts));
    this.#tiles = new TileDecoder(this.#columns, tileSchemas, texts);
    this.#tileMs = tileMs;
    const type = structType(
      'Contributions',
      features.map(({ spec, bound }) => ({ name: spec.name, type: bound.ir })),
    );
    this.#contributions = codecOf(type);
    this.#names = features.map(({ spec }) => spec.name);
    const { shape } = avroNodeOf(this.#contributions.schema);
    const fields = shape.kind === 'record' ? shape.fields : [];
    this.#restore = columnsDecoder(
      this.#columns.places.map(({ states, window }, index) => ({
        node: fields[index]?.node ?? null,
        into: { states, slot: window.contribution },
      })),
      null,
      texts,
    );
  }

  get fault(): IsochronError | null {
    return this.#decoder?.unknown.fault ?? null;
  }

  begin(generation: ServedGeneration, atMs: number, nowMs: number): void {
    this.#decoder = this.#decoders.of(generation.valueSchema);
    this.#generation = generation.id;
    this.#batchEndMs = this.#knownToMs = generation.batchEndMs;
    this.#atMs = atMs;
    this.#isPast = atMs < nowMs;
    this.#hasBatch = this.#hasLive = this.#isApproximate = false;
  }

  find(cache: ContributionCache, { rowKey, generation }: StoredRow, atMs: number, cursor: Cursor): boolean {
    return cache.find(this.#entryOf(rowKey, generation.id), atMs, cursor);
  }

  restore(cursor: Cursor): void {
    this.#columns.begin(this.#batchEndMs);
    this.#restore(cursor, 0, 1, this.#columns.startsMs);
    this.#columns.restore(this.#atMs);
    this.#hasBatch = true;
  }

  readBatch(cursor: Cursor, rowKey: Uint8Array, cache: ContributionCache | null): void {
    this.#decoder?.read(cursor, this.#batchEndMs, this.#atMs);
    this.#columns.contribute(this.#atMs);
    this.#hasBatch = true;
    if (cache !== null) this.#keep(cache, rowKey);
  }

  readTiles(cursor: Cursor): void {
    if (!this.#hasBatch) this.#beginEmpty();
    this.#tiles.read(cursor);
    const { first, count } = this.#tiles;
    this.#columns.clearLive();
    this.#columns.join(this.#atMs, first, count);
    this.#hasLive = true;
    for (let slot = first; slot < first + count; slot++) this.#noteTile(this.#columns.startsMs[slot] as number);
  }

  finish(outputs: PartOutputs, row: number): number {
    const { vectors, statuses, width, first } = outputs;
    const isFound = this.#hasBatch || this.#hasLive;
    const { places } = this.#columns;
    for (let index = 0; index < places.length; index++) {
      const vector = vectors[first + index] as Vector;
      const place = places[index] as LambdaColumns['places'][number];
      let status: Status = Status.NOT_FOUND;
      if (this.#decoder?.unknown.places.has(index)) {
        putNull(vector, row);
        status = Status.ERROR;
      } else if (!isFound) putNull(vector, row);
      else {
        try {
          place.states.finalize(this.#hasLive ? place.window.result : place.window.contribution, 1, vector, row);
          status = this.#columns.isStale(place, this.#atMs)
            ? Status.STALE
            : this.#isApproximate
              ? Status.APPROXIMATE
              : isNullAt(vector, row)
                ? Status.NULL
                : Status.PRESENT;
        } catch (thrown) {
          if (!(thrown instanceof IsochronError)) throw thrown;
          putNull(vector, row);
          status = Status.ERROR;
        }
      }
      statuses[row * width + first + index] = status;
    }
    return this.#knownToMs;
  }

  /** No batch half: everything is empty. */
  #beginEmpty(): void {
    this.#columns.begin(this.#batchEndMs);
    for (const { states, window } of this.#columns.places) states.write(window.collapsed, null);
    this.#columns.contribute(this.#atMs);
  }

  /** A tile is known of up to its end; one that goes on beyond an instant that has passed may hold later events. */
  #noteTile(startMs: number): void {
    if (!(startMs < this.#atMs && startMs >= this.#batchEndMs)) return;
    const endMs = startMs + this.#tileMs;
    if (endMs > this.#atMs && this.#isPast) this.#isApproximate = true;
    this.#knownToMs = Math.max(this.#knownToMs, Math.min(endMs, this.#atMs));
  }

  #keep(cache: ContributionCache, rowKey: Uint8Array): void {
    const { places, windows } = this.#columns;
    const atMs = this.#atMs;
    let fromMs = this.#batchEndMs;
    let toMs = Infinity;
    for (const window of windows) {
      fromMs = Math.max(fromMs, window.steadyFromMs(atMs));
      toMs = Math.min(toMs, window.steadyToMs(atMs));
    }
    const value: Record<string, Value> = {};
    try {
      for (let index = 0; index < places.length; index++) {
        const { states, window } = places[index] as LambdaColumns['places'][number];
        value[this.#names[index] as string] = states.read(window.contribution);
      }
    } catch (thrown) {
      // A sum that cannot be told now may be told with what is to come, or not: it is computed every time.
      if (thrown instanceof IsochronError) return;
      throw thrown;
    }
    cache.put(this.#entryOf(rowKey, this.#generation), { fromMs, toMs }, this.#contributions.encode(value));
  }

  #entryOf(rowKey: Uint8Array, generation: number): EntryKey {
    return { tag: this.#tag, generation, rowKey };
  }
}
