import {
  doubleType,
  type Field,
  listType,
  longType,
  mapType,
  type OperationName,
  stringType,
  type Value,
  vectorOf,
} from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BatchIrFold } from './batch-ir-fold.ts';
import { bindFeature } from './bind.ts';
import type { KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { featureName } from './feature-name.ts';
import { LambdaFold } from './lambda.ts';
import type { Arguments, Refusal } from './operation.ts';
import { operationNames } from './operations/index.ts';
import { isAnswer, type OracleEvent, oracle } from './oracle.ts';
import { SnapshotFold } from './snapshot-fold.ts';
import { TileStates } from './tile-states.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, windowStart } from './window.ts';

/** 2024-01-15 00:00. */
const E = 1_705_276_800_000;

const schema: readonly Field[] = [
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
const event = fc.tuple(
  fc.oneof(
    fc.constantFrom(E, E - 1, E - 7 * DAY_MS, E - 5 * DAY_MS, E - 30 * DAY_MS, E - 30 * MINUTE_MS),
    fc.integer({ min: E - 32 * DAY_MS, max: E + 2 * DAY_MS }),
    fc.integer({ min: E - DAY_MS, max: E + DAY_MS }),
  ),
  nullable(fc.integer({ min: -5, max: 5 })),
  nullable(price),
  nullable(item),
  nullable(fc.array(nullable(item), { maxLength: 3 })),
  nullable(fc.dictionary(item, nullable(price), { maxKeys: 3 }).map((prices) => new Map(Object.entries(prices)))),
  nullable(fc.constantFrom('x', 'y')),
);
type Event = readonly [number, ...Value[]];

function rowsOf(events: readonly Event[]): KeyedEventRows {
  return {
    n: events.length,
    key: new Int32Array(events.length),
    ts: Float64Array.from(events, ([ts]) => ts),
    columns: schema.map(({ type }, column) =>
      vectorOf(
        type,
        events.map((row) => row[column + 1] ?? null),
      ),
    ),
  };
}

/** The events that the window rule picks. */
function seenBy({ spec, input, bucket }: Feature, events: readonly Event[], atMs: number): OracleEvent[] {
  const seen = events.filter(([ts]) => ts >= windowStart(atMs, spec.windowMs) && ts < atMs);
  return seen.map((row) => ({
    ts: row[0],
    value: row[input + 1] ?? null,
    // Buckets are strings by the schema.
    bucket: bucket === null ? null : ((row[bucket + 1] ?? null) as string | null),
  }));
}

/** The features of an operation that takes this input, one a window; none where it does not take it. */
function featuresOf(operation: OperationName, input: string, bucket: string | null): readonly Feature[] {
  const bind = (args: Arguments): readonly (Feature | Refusal)[] =>
    windowsMs.map((windowMs) => {
      const parts = { operation, args, input, bucket, windowMs };
      return bindFeature({ ...parts, name: featureName(parts) }, schema);
    });
  const isFeature = (feature: Feature | Refusal): feature is Feature => !('refusal' in feature);
  const withK = bind({ k: '3' }).filter(isFeature);
  return withK.length > 0 ? withK : bind({}).filter(isFeature);
}

const cases = operationNames.flatMap((operation) =>
  schema.flatMap(({ name }) =>
    [null, 'category'].map((bucket) => ({
      operation,
      input: name,
      bucket,
      features: featuresOf(operation, name, bucket),
    })),
  ),
);

describe('for every operation, a batch half and a live half answer what the oracle does', () => {
  test.each(cases.filter(({ features }) => features.length > 0))('$operation of $input by $bucket', ({ features }) => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 40 }),
        fc.array(fc.integer({ min: E, max: E + 2 * DAY_MS }), { minLength: 1, maxLength: 3 }),
        (events, instants) => {
          const half = new BatchIrFold(features, E);
          half.update(rowsOf(events));
          const ir = half.read(0);
          const given = structuredClone(ir);
          const lambda = new LambdaFold(features);
          lambda.batch(E, ir);
          for (const atMs of instants) {
            const live = events.filter(([ts]) => ts >= E && ts < atMs);
            const tiles = new TileStates(features);
            tiles.update(rowsOf(live));
            const held = tiles.dirty().map(({ key, startMs }) => ({ startMs, ir: tiles.read(key, startMs) }));
            const heldGiven = structuredClone(held);
            const seen = features.map((feature) => seenBy(feature, events, atMs));
            expectAnswers(features, seen, lambda.values(atMs, { rows: rowsOf(live) }));
            expectAnswers(features, seen, lambda.values(atMs, { tiles: held }));
            expect(held).toEqual(heldGiven);
          }
          expect(ir).toEqual(given);
          const snapshot = new SnapshotFold(features, E);
          snapshot.update(rowsOf(events));
          const seen = features.map((feature) => seenBy(feature, events, E));
          expectAnswers(features, seen, snapshot.read(0) ?? features.map(() => null));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('no operation is left out', () => {
    const tested = new Set(cases.filter(({ features }) => features.length > 0).map(({ operation }) => operation));
    expect([...tested].sort()).toEqual([...operationNames].sort());
  });
});

test('a sum of longs beyond 64 bits fails its own features, and no other', () => {
  const features = [
    ...featuresOf('SUM', 'amount', null).slice(0, 2),
    ...featuresOf('COUNT', 'amount', null).slice(0, 1),
  ];
  const rest = [null, null, null, null, null] as const;
  const half = new BatchIrFold(features, E);
  half.update(rowsOf([[E - HOUR_MS, 2n ** 63n - 1n, ...rest]]));
  const lambda = new LambdaFold(features);
  lambda.batch(E, half.read(0));
  expect(lambda.values(E + 2, { rows: rowsOf([[E, 1, ...rest]]) })).toEqual([1, null, 1]);
  expect(lambda.failures).toMatchObject([null, { code: 'OUT_OF_RANGE' }, null]);
  expect(lambda.values(E, {})).toEqual([null, 2n ** 63n - 1n, null]);
  expect(lambda.failures).toEqual([null, null, null]);
});

/** Equal, doubles within 1e-9 of the values' size: the moments depend on how events are grouped. Approximate values within their bounds. */
function expectAnswers(
  features: readonly Feature[],
  seen: readonly (readonly OracleEvent[])[],
  actual: readonly Value[],
): void {
  features.forEach(({ spec, input, bucket, bound }, at) => {
    const { operation, args } = spec;
    const question = { operation, args, input: (schema[input] as Field).type, bucketed: bucket !== null };
    const [events, value] = [seen[at] ?? [], actual[at] ?? null];
    const wanted = oracle(question, events);
    if (isClose(value, wanted) || isAnswer(question, events, bound.output, value)) return;
    expect(value, spec.name).toEqual(wanted);
  });
}

function isClose(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(100, Math.abs(b));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, k) => isClose(value, b[k]));
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && isClose(value, b.get(key)));
  }
  return a === b;
}
