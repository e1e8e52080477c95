import {
  BatchIrFold,
  type BatchIrSink,
  baseColumns,
  type Feature,
  HOUR_MS,
  hopSizesMs,
  type KeyedEventRows,
  TileStates,
  tileIrType,
} from '@isochron/aggregation';
import { AvroOutput, codecOf, fingerprintOf, nullableWriterOf, wrapSingleObject } from '@isochron/avro';
import { type Field, type Value, vectorOf } from '@isochron/schema';
import { packTiles, tileSchemaOf } from '@isochron/serving';
import type { Instants } from './instants.ts';

/** What a store has of one key: bytes as an upload and a tiler write them. */
export interface StoredKey {
  readonly batch: Uint8Array;
  readonly tiles: Uint8Array;
}

/** What the stored events of a key are like. */
export interface EventShape {
  readonly inputs: readonly Field[];
  /** How far back they go, and how far they are apart. */
  readonly sinceMs: number;
  readonly everyMs: number;
}

/** Of a key with an event every few minutes; other amounts for each seed. */
export function storedKey(
  features: readonly Feature[],
  { inputs, sinceMs, everyMs }: EventShape,
  { batchEndMs, atMs }: Instants,
  seed: number,
): StoredKey {
  const fold = new BatchIrFold(features, batchEndMs);
  fold.update(eventRows(inputs, { fromMs: batchEndMs - sinceMs, toMs: batchEndMs, everyMs }, seed));
  const writer = new HalfWriter(features);
  fold.visit(0, writer);
  const today = eventRows(inputs, { fromMs: batchEndMs, toMs: atMs, everyMs: everyMs / 2 }, seed);
  return { batch: writer.bytes(), tiles: tilesOf(features, today, batchEndMs) };
}

/** Hours that have passed as one tile each, the last hour and what has come since in tiles of five minutes. */
function tilesOf(features: readonly Feature[], today: KeyedEventRows, batchEndMs: number): Uint8Array {
  const schema = tileSchemaOf(features);
  const codec = codecOf(tileIrType(features), schema);
  const fingerprint = fingerprintOf(schema);
  const states = new TileStates(features);
  states.update(today);
  const tiles = states.dirty();
  const hours = tiles.filter(({ startMs }) => startMs < batchEndMs + 7 * HOUR_MS);
  const merged = [...Map.groupBy(hours, ({ startMs }) => Math.floor(startMs / HOUR_MS) * HOUR_MS)].map(
    ([startMs, own]) => {
      for (const { startMs: other } of own) if (other !== startMs) states.merge(0, startMs, states.read(0, other));
      return startMs;
    },
  );
  const late = tiles.map(({ startMs }) => startMs).filter((startMs) => startMs >= batchEndMs + 7 * HOUR_MS);
  return packTiles(
    [...merged, ...late].map((startMs) => ({
      startMs,
      bytes: wrapSingleObject(fingerprint, codec.encode(states.read(0, startMs))),
    })),
  );
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly everyMs: number;
}

/** Events of the key 0. A column of doubles has amounts, one of texts one of twelve. */
function eventRows(inputs: readonly Field[], { fromMs, toMs, everyMs }: Stretch, seed: number): KeyedEventRows {
  const ts: number[] = [];
  const numbers: number[] = [];
  let state = seed + 1;
  for (let time = fromMs; time < toMs; time += everyMs) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    ts.push(time);
    numbers.push(state % 100_000);
  }
  const columnOf = ({ type }: Field, at: number) => {
    const inColumn = (number: number): Value =>
      type.kind === 'string' ? `item ${(number >> 3) % 12}` : (number + at) / 97;
    return vectorOf(type, numbers.map(inColumn));
  };
  return { n: ts.length, key: new Int32Array(ts.length), ts: Float64Array.from(ts), columns: inputs.map(columnOf) };
}

const PRESENT = 2;

/** A batch half in blocks that say their sizes, as uploads write it. */
class HalfWriter implements BatchIrSink {
  readonly #output = new AvroOutput();
  readonly #collapsed;
  readonly #columns;
  #lists = -1;
  #hops = 0;
  #left = 0;

  constructor(features: readonly Feature[]) {
    this.#collapsed = features.map(({ bound }) => nullableWriterOf(bound.ir));
    this.#columns = baseColumns(features).map(({ bound }) => nullableWriterOf(bound.ir));
    this.#output.byte(PRESENT);
  }

  collapsed(feature: number, ir: Value): void {
    this.#collapsed[feature]?.(this.#output, ir);
  }

  hops(count: number): void {
    if (this.#lists < 0) {
      this.#output.byte(PRESENT);
      this.#output.long(-hopSizesMs.length);
      this.#lists = this.#output.begin();
    }
    this.#output.byte(PRESENT);
    this.#left = count;
    this.#output.long(-count);
    if (count > 0) this.#hops = this.#output.begin();
  }

  hop(column: number, ir: Value): void {
    if (column === 0) this.#output.byte(PRESENT);
    this.#columns[column]?.(this.#output, ir);
  }

  hopStart(startMs: number): void {
    this.#output.byte(PRESENT);
    this.#output.long(startMs);
    if (--this.#left > 0) return;
    this.#output.end(this.#hops);
    this.#output.byte(0);
  }

  bytes(): Uint8Array {
    this.#output.end(this.#lists);
    this.#output.byte(0);
    return this.#output.toBytes();
  }
}
