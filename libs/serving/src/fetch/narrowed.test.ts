import { DAY_MS, type FeatureSpec, featureName, HOUR_MS } from '@isochron/aggregation';
import type { ExternalPlan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { doubleType, type Field, getValue, longType, stringType, type Vector, vectorOf } from '@isochron/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContributionCache } from '../cache/contribution-cache.ts';
import type { Fetched } from './fetched.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader } from './join-reader.ts';
import { PartReaders } from './part-readers.ts';
import { readPlanOf } from './plan.ts';
import { batchBytes, type Event, keyBytesOf, partOf, ServedStore, tileBytes, withTiles } from './served.fixture.ts';
import { Status } from './status.ts';

/** 2024-01-15 00:00. */
const E = 1_705_276_800_000;
const keys: readonly Field[] = [{ name: 'user', type: stringType }];
const inputs: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
];
const spec = (operation: FeatureSpec['operation'], input: string, windowMs: number | null): FeatureSpec => {
  const parts = { operation, args: {}, input, bucket: null, windowMs };
  return { ...parts, name: featureName(parts) };
};
const specs = [
  spec('SUM', 'amount', DAY_MS),
  spec('SUM', 'amount', 7 * DAY_MS),
  spec('COUNT', 'price', 7 * DAY_MS),
  spec('AVERAGE', 'price', null),
];
const parts = ['one', 'two', 'three'].map((name) => partOf({ name, keys, inputs, specs }, `${name}_`));
const base = parts.flatMap(({ outputs }) => outputs);
const external = (service: string): ExternalPlan => ({
  service,
  isContextual: false,
  keys: [],
  outputs: ['x', 'y'].map((field) => ({ name: `ext_${service}_${field}`, field, type: longType })),
});
const externals = [external('first'), external('second')];
const outside = externals.flatMap(({ outputs }) => outputs);
const derived = [
  { name: 'share', type: doubleType, expression: 'one_amount_sum_1d / two_amount_sum_7d' },
  { name: 'mixed', type: longType, expression: 'ext_second_y + three_amount_sum_7d' },
  { name: 'who', type: stringType, expression: "CONCAT(user, '@', ds)" },
  { name: 'strict', type: longType, expression: 'CAST(user AS INT64) + three_price_count_7d' },
];
const readers = new PartReaders();
const plan = readPlanOf(
  {
    name: 'team.join',
    left: { columns: keys },
    parts,
    externals,
    derive: [[...base, ...outside].map((field) => ({ ...field, expression: field.name })).concat(derived)],
    outputs: [...base, ...outside, ...derived].map(({ name, type }) => ({ name, type })),
  },
  { ...withTiles, readers },
);
const names = plan.outputs.map(({ field }) => field.name);
const users = ['a', '12', 'nobody'];
const columns = new Map<string, Vector>([
  ['user', vectorOf(stringType, users)],
  ...outside.map(({ name }, at): [string, Vector] => [name, vectorOf(longType, [at, at + 10, at === 3 ? null : 1])]),
]);
const request = { rows: 3, columns, atMs: E + 3 * HOUR_MS };

let served: ServedStore;
let generations: StoredGenerations;
let keysRead = 0;
const counting = (): KeyValueStore => ({
  ...served.store,
  read: (table, asked, visit) => {
    keysRead += asked.keys.length;
    return served.store.read(table, asked, visit);
  },
});

beforeAll(async () => {
  served = await ServedStore.open();
  for (const [at, part] of parts.entries()) {
    const events: readonly Event[] = [
      [E - (at + 2) * DAY_MS, 100 + at, 2.5],
      [E - HOUR_MS, 10, at],
      [E + HOUR_MS, 1, 4],
    ];
    const bytes = batchBytes(part, events, E) ?? new Uint8Array();
    const keyBytes = ['a', '12'].map((user) => keyBytesOf(part, { user }));
    await served.upload(part, {
      current: {
        id: 1,
        batchEndMs: E,
        rows: keyBytes.map((key) => ({ keyBytes: key, value: { kind: 'value', bytes } })),
      },
      tiles: [{ keyBytes: keyBytes[0] ?? new Uint8Array(), packed: tileBytes(part, events.slice(2)) }],
    });
  }
  generations = new StoredGenerations(served.store, parts.map(withTiles.datasetOf));
  await generations.refresh();
});
afterAll(() => served.dispose());

const readerWith = (cache: ContributionCache | null) => new JoinReader(plan, { store: counting(), generations, cache });

/** By name: value, status and age of every row. */
const shown = (fetched: Fetched): Record<string, unknown> =>
  Object.fromEntries(
    fetched.outputs.map(({ name, type }, at) => [
      name,
      users.map((_, row) => [
        getValue(type, fetched.vectors[at] as Vector, row),
        fetched.status(row, at),
        fetched.ageMs(row, at),
      ]),
    ]),
  );

test('some features have the values, statuses and ages that they have among all, in the order of the Join', async () => {
  const whole = shown(await readerWith(null).fetch(request));
  expect(whole).toMatchObject({
    share: [
      [11 / 112, Status.PRESENT, HOUR_MS],
      [10 / 111, Status.PRESENT, 3 * HOUR_MS],
      [null, Status.NOT_FOUND, 3 * HOUR_MS],
    ],
  });
  const [live, cached] = [readerWith(null), readerWith(new ContributionCache(1 << 20))];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 1 }), async (some) => {
      const inOrder = names.filter((name) => some.includes(name));
      for (const reader of [live, cached, cached]) {
        const fetched = await reader.narrowed(some).fetch(request);
        expect(fetched.outputs.map(({ name }) => name)).toEqual(inOrder);
        expect(shown(fetched)).toEqual(Object.fromEntries(inOrder.map((name) => [name, whole[name]])));
        fetched.release();
      }
    }),
    { numRuns: 200 },
  );
});

test('only the parts are read that the features are made of', async () => {
  const reader = readerWith(null);
  const readBy = async (...some: string[]) => {
    keysRead = 0;
    const fetched = await reader.narrowed(some).fetch(request);
    return { keysRead, parts: fetched.parts.map(({ name }) => name) };
  };
  expect(await readBy('two_price_average')).toEqual({ keysRead: 3, parts: ['two'] });
  expect(await readBy('share')).toEqual({ keysRead: 6, parts: ['one', 'two'] });
  expect(await readBy('mixed')).toEqual({ keysRead: 3, parts: ['three', 'ext_second'] });
  expect(await readBy('ext_first_y')).toEqual({ keysRead: 0, parts: ['ext_first'] });
  expect(await readBy('who')).toEqual({ keysRead: 0, parts: [] });
  keysRead = 0;
  await reader.fetch(request);
  expect(keysRead).toBe(9);
});

test('names that are none of the features are refused by name', () => {
  const reader = readerWith(null);
  expect(() => reader.narrowed(['who', 'one_amount_sum_2d', 'amount_sum_1d'])).toThrow(
    '"team.join" has no feature "one_amount_sum_2d", "amount_sum_1d".',
  );
  expect(() => reader.narrowed(['one_amont_sum_1d'])).toThrow(
    '"team.join" has no feature "one_amont_sum_1d". Did you mean one_amount_sum_1d?',
  );
  expect(() => reader.narrowed([])).toThrow('No feature of "team.join" is asked for; name one, or none at all for all');
});

test('the same names are the same reader, and it is forgotten after many others', () => {
  const reader = readerWith(null);
  const subsets = Array.from({ length: 100 }, (_, number) => names.filter((_name, at) => ((number + 1) >> at) & 1));
  const first = reader.narrowed(subsets[0] ?? []);
  expect(reader.narrowed(subsets[0] ?? [])).toBe(first);
  for (const each of subsets) reader.narrowed(each);
  expect(reader.narrowed(subsets[0] ?? [])).not.toBe(first);
});

test('parts that are equal have one reader, of whatever Join', () => {
  const other = readPlanOf(
    { name: 'other', left: { columns: keys }, parts, externals: [], derive: [], outputs: base },
    { ...withTiles, readers },
  );
  const alone = readPlanOf(
    { name: 'alone', left: { columns: keys }, parts, externals: [], derive: [], outputs: base },
    withTiles,
  );
  expect(other.parts[0]?.reader).toBe(plan.parts[0]?.reader);
  expect(other.parts[1]?.reader).toBe(plan.parts[0]?.reader);
  expect(alone.parts[0]?.reader).not.toBe(plan.parts[0]?.reader);
  expect(other.narrowed(['two_price_average']).parts[0]?.reader).not.toBe(plan.parts[0]?.reader);
});
