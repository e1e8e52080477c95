import {
  type Arguments,
  bindFeature,
  DAY_MS,
  type Feature,
  type FeatureSpec,
  featureName,
  HOUR_MS,
  isAnswer,
  MINUTE_MS,
  type OracleEvent,
  operationNames,
  oracle,
  windowStart,
} from '@isochron/aggregation';
import {
  doubleType,
  type Field,
  getValue,
  listType,
  longType,
  mapType,
  type OperationName,
  stringType,
  type Value,
  type Vector,
  vectorOf,
} from '@isochron/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ContributionCache } from '../cache/contribution-cache.ts';
import type { BatchValue } from '../layout/index.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader } from './join-reader.ts';
import { readPlanOf } from './plan.ts';
import { type Event, featuresOfPart, keyBytesOf, partOf, ServedStore, withTiles, writerOf } from './served.fixture.ts';
import { Status } from './status.ts';

/** 2024-01-15 00:00, the batch end of the generation in force; the one before ends a day earlier. */
const E = 1_705_276_800_000;
const E_BEFORE = E - DAY_MS;

const keys: readonly Field[] = [
  { name: 'user', type: stringType },
  { name: 'shop', type: longType },
];

const inputs: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
  { name: 'item', type: stringType },
  { name: 'items', type: listType(stringType) },
  { name: 'prices', type: mapType(stringType, doubleType) },
  { name: 'category', type: stringType },
];

const windowsMs = [30 * MINUTE_MS, 6 * HOUR_MS, 12 * HOUR_MS, 2 * DAY_MS, 7 * DAY_MS, 30 * DAY_MS, null];

const nullable = <T extends Value>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6 });
const item = fc.constantFrom('a', 'b', 'c', 'd', 'é');
// Quarters: sums of them are exact, so that all but the moments must agree to the bit.
const price = fc.integer({ min: -40, max: 40 }).map((n) => n / 4);
const event: fc.Arbitrary<Event> = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      E,
      E - 1,
      E_BEFORE,
      E_BEFORE - 1,
      E - 7 * DAY_MS,
      E - 5 * DAY_MS,
      E - 30 * DAY_MS,
      E - 30 * MINUTE_MS,
    ),
    fc.integer({ min: E - 33 * DAY_MS, max: E + 2 * DAY_MS }),
    fc.integer({ min: E - DAY_MS, max: E + DAY_MS }),
  ),
  nullable(fc.integer({ min: -5, max: 5 })),
  nullable(price),
  nullable(item),
  nullable(fc.array(nullable(item), { maxLength: 3 })),
  nullable(fc.dictionary(item, nullable(price), { maxKeys: 3 }).map((prices) => new Map(Object.entries(prices)))),
  nullable(fc.constantFrom('x', 'y')),
);

/** Instants from the batch end on, and before it, which the generation before answers. */
const instant = fc.oneof(
  fc.constantFrom(E, E + 2 * DAY_MS, E - 1, E_BEFORE),
  fc.integer({ min: E, max: E + 2 * DAY_MS }),
  fc.integer({ min: E, max: E + 2 * HOUR_MS }),
  fc.integer({ min: E_BEFORE, max: E - 1 }),
);

const KEYS = 8;
const scenario = fc.record({
  events: fc.array(fc.array(event, { maxLength: 30 }), { minLength: KEYS, maxLength: KEYS }),
  instants: fc.array(instant, { minLength: 7, maxLength: 7 }),
});

/** How many pairs of a row and an instant were compared. */
let pairs = 0;
let served: ServedStore;
beforeAll(async () => {
  served = await ServedStore.open();
});
afterAll(() => served.dispose());

function specsOf(operation: OperationName, input: string, bucket: string | null): readonly FeatureSpec[] {
  const specs = (args: Arguments) =>
    windowsMs.map((windowMs): FeatureSpec => {
      const parts = { operation, args, input, bucket, windowMs };
      return { ...parts, name: featureName(parts) };
    });
  const bound = (spec: FeatureSpec): boolean => !('refusal' in bindFeature(spec, inputs));
  return [specs({ k: '3' }), specs({})].find((each) => each.every(bound)) ?? [];
}

const cases = operationNames.flatMap((operation) =>
  inputs.flatMap(({ name }) =>
    [null, 'category'].map((bucket) => ({ operation, input: name, bucket, specs: specsOf(operation, name, bucket) })),
  ),
);

/** A key of its own for each row and instant, so that all tiles are written at once. */
const keyAt = (row: number, at: number) => ({
  user: `user ${row} of ${at} ü`.slice(0, 11 + row),
  shop: 2 ** (6 * row) - at,
});
const keyColumns = (at: number): ReadonlyMap<string, Vector> => {
  const rows = Array.from({ length: KEYS }, (_, row) => keyAt(row, at));
  return new Map<string, Vector>([
    [
      'user',
      vectorOf(
        stringType,
        rows.map(({ user }) => user),
      ),
    ],
    [
      'shop',
      vectorOf(
        longType,
        rows.map(({ shop }) => shop),
      ),
    ],
  ]);
};

describe('for every operation, what is fetched is what the oracle says at that instant', () => {
  test.each(cases.filter(({ specs }) => specs.length > 0))(
    '$operation of $input by $bucket',
    async ({ operation, input, bucket, specs }) => {
      const part = partOf({ name: `${operation}_${input}_${bucket}`, keys, inputs, specs });
      const features = featuresOfPart(part);
      const writer = writerOf(part);
      const plan = readPlanOf(
        { name: 'join', left: { columns: keys }, parts: [part], externals: [], derive: [], outputs: part.outputs },
        withTiles,
      );
      const cache = new ContributionCache(1 << 20);
      let generation = 0;
      await fc.assert(
        fc.asyncProperty(scenario, async ({ events, instants }) => {
          generation += 2;
          const rowsAt = (endMs: number) =>
            events.flatMap((own, row) => {
              const bytes = writer.batch(own, endMs);
              if (bytes === null) return [];
              const value: BatchValue = { kind: 'value', bytes };
              return instants.map((_, at) => ({ keyBytes: keyBytesOf(part, keyAt(row, at)), value }));
            });
          const tiles = instants.flatMap((atMs, at) =>
            events.map((own, row) => ({
              keyBytes: keyBytesOf(part, keyAt(row, at)),
              packed: writer.tiles(own.filter(([ts]) => ts >= (atMs < E ? E_BEFORE : E) && ts < atMs)),
            })),
          );
          await served.upload(part, {
            current: { id: generation, batchEndMs: E, rows: rowsAt(E) },
            previous: { id: generation - 1, batchEndMs: E_BEFORE, rows: rowsAt(E_BEFORE) },
            tiles,
          });
          const generations = new StoredGenerations(served.store, [withTiles.datasetOf(part)]);
          await generations.refresh();
          const live = new JoinReader(plan, { store: served.store, generations, cache: null, rowsPerRead: 3 });
          const cached = new JoinReader(plan, { store: served.store, generations, cache });
          for (const [at, atMs] of instants.entries()) {
            const endMs = atMs < E ? E_BEFORE : E;
            // The second time the cache has what the first one kept.
            (await cached.fetch({ rows: KEYS, columns: keyColumns(at), atMs })).release();
            for (const reader of [live, cached]) {
              const fetched = await reader.fetch({ rows: KEYS, columns: keyColumns(at), atMs });
              expect(fetched.parts).toMatchObject([{ batchEndMs: endMs, error: null }]);
              events.forEach((own, row) => {
                features.forEach((feature, output) => {
                  const { type } = fetched.outputs[output] as Field;
                  const value = getValue(type, fetched.vectors[output] as Vector, row);
                  expectAnswer(feature, own, atMs, value);
                  const hasRow = own.some(([ts]) => ts < atMs && (ts >= endMs || seesAny(features, ts, endMs)));
                  expect(fetched.status(row, output), feature.spec.name).toBe(statusOf(hasRow, value));
                });
              });
              fetched.release();
            }
            pairs += KEYS;
          }
          expect(cache.figures().hits).toBeGreaterThan(0);
        }),
        { numRuns: 1 },
      );
    },
    60_000,
  );

  test('no operation is left out, and more than 10,000 pairs of a row and an instant were compared', () => {
    const tested = new Set(cases.filter(({ specs }) => specs.length > 0).map(({ operation }) => operation));
    expect([...tested].sort()).toEqual([...operationNames].sort());
    expect(pairs).toBeGreaterThan(10_000);
  });
});

const statusOf = (hasRow: boolean, value: Value): Status =>
  hasRow ? (value === null ? Status.NULL : Status.PRESENT) : Status.NOT_FOUND;

/** Whether some window of the batch half sees an instant: only then does the key have one. */
const seesAny = (features: readonly Feature[], ts: number, endMs: number): boolean =>
  features.some(({ spec }) => ts >= windowStart(endMs, spec.windowMs));

/** The window rule, the oracle, and the tolerances that operations publish. */
function expectAnswer(
  { spec, input, bucket, bound }: Feature,
  events: readonly Event[],
  atMs: number,
  value: Value,
): void {
  const seen = events
    .filter(([ts]) => ts >= windowStart(atMs, spec.windowMs) && ts < atMs)
    .map(
      (row): OracleEvent => ({
        ts: row[0],
        value: row[input + 1] ?? null,
        // Buckets are strings by the schema.
        bucket: bucket === null ? null : ((row[bucket + 1] ?? null) as string | null),
      }),
    );
  const question = {
    operation: spec.operation,
    args: spec.args,
    input: (inputs[input] as Field).type,
    bucketed: bucket !== null,
  };
  const wanted = oracle(question, seen);
  if (isClose(value, wanted) || isAnswer(question, seen, bound.output, value)) return;
  expect(value, `${spec.name} at ${atMs}`).toEqual(wanted);
}

/** Doubles within 1e-9 of the values' size: the moments depend on how events are grouped. */
function isClose(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(100, Math.abs(b));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, k) => isClose(each, b[k]));
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, each]) => b.has(key) && isClose(each, b.get(key)));
  }
  return a === b;
}
