import {
  type Arguments,
  bindFeature,
  DAY_MS,
  type Feature,
  featureName,
  MINUTE_MS,
  operationNames,
} from '@isochron/aggregation';
import { eventSource, groupBy, table } from '@isochron/authoring';
import type { GroupByPlan } from '@isochron/compiler';
import { doubleType, type Field, listType, longType, type OperationName, stringType } from '@isochron/schema';
import { at, DAY, day, HOUR, type Row } from '../workplace.fixture.ts';

/** A table of events whose columns are of every kind that operations tell apart. */
const columns: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
  { name: 'item', type: stringType },
  { name: 'items', type: listType(stringType) },
  { name: 'category', type: stringType },
];

const windows = {
  TEMPORAL: [30 * MINUTE_MS, 3 * DAY_MS, 12 * DAY_MS, null],
  SNAPSHOT: [DAY_MS, 12 * DAY_MS, null],
} as const;

export const keys: readonly Field[] = [
  { name: 'user', type: stringType },
  { name: 'shop', type: longType },
];

export const inputNames: readonly string[] = columns.map(({ name }) => name);

const sales = table('sales', { user: 'STRING', shop: 'INT64', amount: 'INT64', ts: 'INT64', day: 'DATE' });

/** What the plans with every operation are made of. */
export const plain = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [eventSource({ table: sales, time: 'ts', select: { user: 'user', shop: 'shop', amount: 'amount' } })],
  keys: ['user', 'shop'],
  aggregations: ({ amount }) => [amount.sum('1d')],
});

/** A plan with every operation that takes the input, in buckets and without, in every kind of window. */
export function everyOperation(made: GroupByPlan, accuracy: GroupByPlan['accuracy'], input: string): GroupByPlan {
  const features = operationNames.flatMap((operation) =>
    [null, 'category'].flatMap((bucket) => featuresOf(operation, input, bucket, windows[accuracy])),
  );
  const name = `team/${accuracy.toLowerCase()}.${input}__1`;
  const inputs = columns.filter((column) => column.name === input || column.name === 'category');
  return {
    ...made,
    name,
    table: name.replaceAll(/[^a-z0-9_]/g, '_'),
    accuracy,
    scans: made.scans.map((scan) => ({
      ...scan,
      columns: [...keys, ...inputs].map((field) => ({
        ...field,
        // The file has none below 0: a reader of JSON takes them together for a type that we do not have.
        expression: field.name === 'amount' ? 'amount - 5' : field.name,
      })),
    })),
    keys,
    inputs,
    features: features.map(({ spec }) => spec),
    outputs: features.map(({ spec, bound }) => ({ name: spec.name, type: bound.output })),
    lookbackMs: null,
    semanticHash: name,
  };
}

/**
 * Two sets of arguments, taken in turns by the windows, so that features are called the same but for their windows, whatever they are. The first that the operation takes. Sketches are of sizes that hold all that there is, so that what is fetched and what is backfilled are equal and not only near.
 */
const argumentPairs: readonly (readonly [Arguments, Arguments])[] = [
  [{ k: '3' }, { k: '5' }],
  [{}, { k: '200' }],
  [{}, { k: '12' }],
  [{}, {}],
];

function featuresOf(
  operation: OperationName,
  input: string,
  bucket: string | null,
  windowsMs: readonly (number | null)[],
): readonly Feature[] {
  const bind = (pair: readonly [Arguments, Arguments]) =>
    windowsMs.map((windowMs, at) => {
      const parts = { operation, args: pair[at % 2 === 0 ? 0 : 1], input, bucket, windowMs };
      return bindFeature({ ...parts, name: featureName(parts) }, columns);
    });
  const isFeature = (feature: ReturnType<typeof bindFeature>): feature is Feature => !('refusal' in feature);
  const bound = argumentPairs.map((pair) => bind(pair).filter(isFeature));
  return bound.find((features) => features.length === windowsMs.length) ?? [];
}

export const first = -14;
export const last = 3;

/** Events of few keys, on the half hours, so that many lie on the borders of windows; prices in quarters, so that sums are exact. */
export function saleRows(random: () => number, rowsADay: number): Row[] {
  const some = <T>(values: readonly T[]): T | null =>
    random() < 0.1 ? null : (values[Math.floor(random() * values.length)] ?? null);
  const rows: Row[] = [];
  for (let n = first; n <= last; n++) {
    for (let row = 0; row < rowsADay; row++) {
      rows.push({
        user: some(['ann', 'bob', 'çem', 'd'.repeat(50)]),
        shop: some([1, 2, 3]),
        amount: some([0, 5, 8, 9, 1005]),
        price: some([-2.5, 0, 0.25, 7.75, 40]),
        item: some(['a', 'b', 'c', 'é']),
        items: some([['a'], ['a', 'b', null], [], ['é', 'é']]),
        category: some(['x', 'y']),
        ts: at(n) + Math.min(DAY - 1, Math.floor(random() * 48) * (HOUR / 2)),
        day: day(n),
      });
    }
  }
  return rows;
}
