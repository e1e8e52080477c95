import {
  BatchIrFold,
  type BatchIrSink,
  baseColumns,
  batchIrType,
  boundFeatures,
  DAY_MS,
  type Feature,
  type FeatureSpec,
  featureName,
  HOUR_MS,
  hopSizesMs,
  MINUTE_MS,
  TileStates,
  tileIrType,
} from '@isochron/aggregation';
import { AvroOutput, avroSchemaOf, codecOf, fingerprintOf, nullableWriterOf, wrapSingleObject } from '@isochron/avro';
import type { PartPlan, ServedPlan } from '@isochron/compiler';
import { doubleType, type Field, longType, stringType, type Value, vectorOf } from '@isochron/schema';
import { packTiles, tileSchemaOf } from '@isochron/serving';

/** 2024-01-15 00:00, and the instant that is asked for: half past eight in the morning. */
export const batchEndMs = Date.UTC(2024, 0, 15);
export const atMs = batchEndMs + 8 * HOUR_MS + 37 * MINUTE_MS + 12_345;

const names = ['user_purchases', 'card_activity', 'merchant_sales', 'device_logins', 'region_orders'];
const keyNames = ['user_id', 'card_id', 'merchant_id', 'device_id', 'region_id'];
const windows = { sum: [1, 24, 168, 720], count: [24, 168, 720], average: [1, 168, 720], max: [24, 720] };

const inputs: readonly Field[] = [{ name: 'amount', type: doubleType }];
const specs = Object.entries(windows).flatMap(([operation, hours]) =>
  hours.map((hour): FeatureSpec => {
    const upper = operation.toUpperCase();
    if (upper !== 'SUM' && upper !== 'COUNT' && upper !== 'AVERAGE' && upper !== 'MAX') throw new Error(upper);
    const parts = { operation: upper, args: {}, input: 'amount', bucket: null, windowMs: hour * HOUR_MS } as const;
    return { ...parts, name: featureName(parts) };
  }),
);

export const features: readonly Feature[] = boundFeatures('the served join', specs, inputs);

const parts = names.map((name, at): PartPlan => {
  const key: Field = { name: keyNames[at] ?? '', type: at === 1 ? longType : stringType };
  const outputs = features.map(({ spec, bound }) => ({ name: spec.name, type: bound.output }));
  return {
    name,
    table: name,
    groupBy: {
      kind: 'group-by',
      name,
      table: name,
      semanticHash: name,
      accuracy: 'TEMPORAL',
      scans: [],
      keys: [key],
      inputs,
      shape: 'aggregated',
      features: specs,
      outputs,
      derived: null,
      lookbackMs: null,
      reuse: [],
      partitionColumns: [],
    },
    keys: [{ left: key.name, right: key.name }],
    outputs: outputs.map((output) => ({ ...output, name: `${name}_v1_${output.name}` })),
    semanticHash: name,
  };
});

const base = parts.flatMap(({ outputs }) => outputs);
const derived = [
  ['spend_ratio', 'SAFE_DIVIDE(user_purchases_v1_amount_sum_1d, user_purchases_v1_amount_sum_7d)'],
  [
    'spend_share',
    'SAFE_DIVIDE(user_purchases_v1_amount_sum_7d, user_purchases_v1_amount_sum_7d + card_activity_v1_amount_sum_7d)',
  ],
  ['average_gap', 'user_purchases_v1_amount_average_1h - user_purchases_v1_amount_average_30d'],
  ['max_over_average', 'SAFE_DIVIDE(user_purchases_v1_amount_max_30d, user_purchases_v1_amount_average_30d)'],
  ['logins_per_purchase', 'SAFE_DIVIDE(device_logins_v1_amount_count_30d, user_purchases_v1_amount_count_30d)'],
].map(([name = '', expression = '']) => ({ name, type: doubleType, expression }));

/** Five GroupBys, 60 windowed features of numbers, five derivations. */
export const join: ServedPlan = {
  name: 'bench',
  left: { columns: parts.flatMap(({ groupBy }) => groupBy.keys) },
  parts,
  externals: [],
  derive: [[...base.map(({ name, type }) => ({ name, type, expression: name })), ...derived]],
  outputs: [...base, ...derived],
};

/** The key of a part, by the number of the key. */
export const keyOf = (part: number, number: number): string | number =>
  part === 1 ? 4_000_000_000 + number : `${['user_', '', 'merch_', 'dev-', 'region_'][part]}${number}`;

export const valueSchema = avroSchemaOf(batchIrType(features), 'IR');

/** Bytes as an upload and a tiler write them, of a key with an event every few minutes. */
export function bytesOfKey(seed: number): { readonly batch: Uint8Array; readonly tiles: Uint8Array } {
  const fold = new BatchIrFold(features, batchEndMs);
  fold.update(rows(batchEndMs - 31 * DAY_MS, batchEndMs, 4 * MINUTE_MS, seed));
  const writer = new HalfWriter();
  fold.visit(0, writer);
  return { batch: writer.bytes(), tiles: tilesOf(seed) };
}

/** Hours that have passed as one tile each, the last hour and what has come since in tiles of five minutes. */
function tilesOf(seed: number): Uint8Array {
  const schema = tileSchemaOf(features);
  const codec = codecOf(tileIrType(features), schema);
  const fingerprint = fingerprintOf(schema);
  const states = new TileStates(features);
  states.update(rows(batchEndMs, atMs, 2 * MINUTE_MS, seed));
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

function rows(fromMs: number, toMs: number, everyMs: number, seed: number) {
  const ts: number[] = [];
  const amounts: number[] = [];
  let state = seed + 1;
  for (let time = fromMs; time < toMs; time += everyMs) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    ts.push(time);
    amounts.push((state % 100_000) / 97);
  }
  return {
    n: ts.length,
    key: new Int32Array(ts.length),
    ts: Float64Array.from(ts),
    columns: [vectorOf(doubleType, amounts)],
  };
}

const PRESENT = 2;

/** A batch half in blocks that say their sizes, as uploads write it. */
class HalfWriter implements BatchIrSink {
  readonly #output = new AvroOutput();
  readonly #collapsed = features.map(({ bound }) => nullableWriterOf(bound.ir));
  readonly #columns = baseColumns(features).map(({ bound }) => nullableWriterOf(bound.ir));
  #lists = -1;
  #hops = 0;
  #left = 0;

  constructor() {
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
