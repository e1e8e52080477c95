import { DAY_MS, type FeatureSpec, featureName, HOUR_MS } from '@isochron/aggregation';
import { bytesOfText, type KeyValueStore } from '@isochron/kv';
import {
  doubleType,
  type Field,
  getValue,
  IsochronError,
  longType,
  stringType,
  type Value,
  type Vector,
  vectorOf,
} from '@isochron/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContributionCache } from '../cache/contribution-cache.ts';
import type { Fetched } from './fetched.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader, type JoinReaderOptions } from './join-reader.ts';
import { readPlanOf } from './plan.ts';
import { batchBytes, type Event, keyBytesOf, partOf, ServedStore, tileBytes, withTiles } from './served.fixture.ts';
import { Status } from './status.ts';

/** 2024-01-15 00:00. */
const E = 1_705_276_800_000;

const user: Field = { name: 'user', type: stringType };
const shop: Field = { name: 'shop', type: longType };
const inputs: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
];

const spec = (operation: FeatureSpec['operation'], input: string, windowMs: number | null): FeatureSpec => {
  const parts = { operation, args: {}, input, bucket: null, windowMs };
  return { ...parts, name: featureName(parts) };
};
const specs = [spec('SUM', 'amount', DAY_MS), spec('COUNT', 'price', 7 * DAY_MS), spec('MAX', 'price', null)];

const users = partOf({ name: 'users', keys: [user], inputs, specs }, 'u_');
const shops = partOf({ name: 'shops', keys: [shop], inputs, specs }, 's_');
const left = { columns: [user, shop] };

const plain = readPlanOf(
  {
    name: 'plain',
    left,
    parts: [users, shops],
    externals: [],
    derive: [],
    outputs: [...users.outputs, ...shops.outputs],
  },
  withTiles,
);

let served: ServedStore;
let generations: StoredGenerations;

const events: readonly Event[] = [
  [E - 3 * DAY_MS, 100, 2.5],
  [E - HOUR_MS, 10, 0.5],
  [E + HOUR_MS, 1, 4],
];

beforeAll(async () => {
  served = await ServedStore.open();
  const key = keyBytesOf(users, { user: 'a' });
  const bytes = batchBytes(users, events, E) ?? new Uint8Array();
  await served.upload(users, {
    current: {
      id: 1,
      batchEndMs: E,
      rows: [
        { keyBytes: key, value: { kind: 'value', bytes } },
        {
          keyBytes: keyBytesOf(users, { user: 'torn' }),
          value: { kind: 'value', bytes: bytes.subarray(0, bytes.length - 3) },
        },
        {
          keyBytes: keyBytesOf(users, { user: 'refused' }),
          value: { kind: 'refusal', reason: 'A sum is beyond 64 bits.' },
        },
      ],
    },
    tiles: [
      {
        keyBytes: key,
        packed: tileBytes(
          users,
          events.filter(([ts]) => ts >= E),
        ),
      },
    ],
  });
  const shopBytes = batchBytes(shops, events.slice(0, 1), E) ?? new Uint8Array();
  await served.upload(shops, {
    current: {
      id: 1,
      batchEndMs: E,
      rows: [{ keyBytes: keyBytesOf(shops, { shop: 7 }), value: { kind: 'value', bytes: shopBytes } }],
    },
  });
  generations = new StoredGenerations(served.store, ['users_BATCH', 'shops_BATCH']);
  await generations.refresh();
});
afterAll(() => served.dispose());

const readerOf = (plan: typeof plain, options: Partial<JoinReaderOptions> = {}): JoinReader =>
  new JoinReader(plan, { store: served.store, generations, cache: null, ...options });

const columns = (names: readonly Value[], shopNumbers: readonly Value[]): ReadonlyMap<string, Vector> =>
  new Map([
    ['user', vectorOf(stringType, names)],
    ['shop', vectorOf(longType, shopNumbers)],
  ]);

const shown = (fetched: Fetched): Record<string, unknown>[] =>
  Array.from({ length: fetched.rows }, (_, row) =>
    Object.fromEntries(
      fetched.outputs.map(({ name, type }, at) => {
        const status = Object.entries(Status).find(([, number]) => number === fetched.status(row, at))?.[0];
        return [name, [getValue(type, fetched.vectors[at] as Vector, row), status]];
      }),
    ),
  );

test('rows keep their positions; null parts match nothing, and neither do keys that are not there', async () => {
  const fetched = await readerOf(plain).fetch({
    rows: 4,
    columns: columns(['a', null, 'b', 'a'], [7, 7, null, 8]),
    atMs: E + 3 * HOUR_MS,
  });
  const found = { u_amount_sum_1d: [11, 'PRESENT'], u_price_count_7d: [3, 'PRESENT'], u_price_max: [4, 'PRESENT'] };
  const none = (prefix: string) => ({
    ...{ [`${prefix}_amount_sum_1d`]: [null, 'NOT_FOUND'], [`${prefix}_price_count_7d`]: [null, 'NOT_FOUND'] },
    [`${prefix}_price_max`]: [null, 'NOT_FOUND'],
  });
  const seven = { s_amount_sum_1d: [null, 'NULL'], s_price_count_7d: [1, 'PRESENT'], s_price_max: [2.5, 'PRESENT'] };
  expect(shown(fetched)).toEqual([
    { ...found, ...seven },
    { ...none('u'), ...seven },
    { ...none('u'), ...none('s') },
    { ...found, ...none('s') },
  ]);
  // The tile ends an hour before the instant; of shops only the batch end is known.
  expect([fetched.ageMs(0, 0), fetched.ageMs(0, 3), fetched.ageMs(1, 0)]).toEqual([HOUR_MS, 3 * HOUR_MS, 3 * HOUR_MS]);
  expect(fetched.parts).toMatchObject([
    { generation: 1, batchEndMs: E, error: null },
    { generation: 1, error: null },
  ]);
});

test('what fails of a part takes down its own features in its own rows', async () => {
  const fetched = await readerOf(plain).fetch({
    rows: 3,
    columns: columns(['torn', 'a', 'refused'], [7, 7, 7]),
    atMs: E,
  });
  expect(shown(fetched).map((row) => [row['u_price_max'], row['s_price_max']])).toEqual([
    [
      [null, 'ERROR'],
      [2.5, 'PRESENT'],
    ],
    [
      [2.5, 'PRESENT'],
      [2.5, 'PRESENT'],
    ],
    [
      [null, 'ERROR'],
      [2.5, 'PRESENT'],
    ],
  ]);
  expect(fetched.parts[0]?.error?.code).toBe('DATA_LOSS');
  const missing = await readerOf(plain).fetch({
    rows: 1,
    columns: new Map([['shop', vectorOf(longType, [7])]]),
    atMs: E,
  });
  expect(shown(missing)).toMatchObject([{ u_price_max: [null, 'ERROR'], s_price_max: [2.5, 'PRESENT'] }]);
  expect(missing.parts[0]?.error?.message).toBe('The request has no key "user"; give one, of type string.');
});

test('a store that fails is an error of what was asked of it; one that is slow is waited for', async () => {
  const failing: KeyValueStore = {
    ...served.store,
    read: () => Promise.reject(new IsochronError('UNAVAILABLE', 'gone')),
  };
  const failed = await readerOf(plain, { store: failing }).fetch({
    rows: 2,
    columns: columns(['a', null], [7, 7]),
    atMs: E,
  });
  expect(shown(failed)).toMatchObject([
    { u_price_max: [null, 'ERROR'], s_price_max: [null, 'ERROR'] },
    { u_price_max: [null, 'NOT_FOUND'], s_price_max: [null, 'ERROR'] },
  ]);
  const slow: KeyValueStore = {
    ...served.store,
    read: async (table, request, visit) => {
      await new Promise((resolve) => setImmediate(resolve));
      await served.store.read(table, request, visit);
    },
  };
  const reader = readerOf(plain, { store: slow });
  const both = await Promise.all(
    [E, E + 2 * HOUR_MS].map((atMs) => reader.fetch({ rows: 1, columns: columns(['a'], [7]), atMs })),
  );
  expect(both.map((each) => shown(each)[0]?.['u_amount_sum_1d'])).toEqual([
    [10, 'PRESENT'],
    [11, 'PRESENT'],
  ]);
});

test('an instant before every generation is an error; two days after the batch end long windows are stale', async () => {
  const early = await readerOf(plain).fetch({ rows: 1, columns: columns(['a'], [7]), atMs: E - 1 });
  expect(early.parts[0]?.error?.code).toBe('FAILED_PRECONDITION');
  const late = await readerOf(plain).fetch({ rows: 1, columns: columns(['a'], [7]), atMs: E + 2 * DAY_MS + 1 });
  expect(shown(late)).toMatchObject([
    { u_amount_sum_1d: [null, 'NULL'], u_price_count_7d: [3, 'STALE'], u_price_max: [4, 'PRESENT'] },
  ]);
});

test('a tile that goes on beyond an instant that has passed makes its part approximate', async () => {
  const request = { rows: 1, columns: columns(['a'], [7]), atMs: E + HOUR_MS + 60_000 };
  const statuses = async (nowMs: number) => shown(await readerOf(plain).fetch({ ...request, nowMs }));
  expect(await statuses(request.atMs)).toMatchObject([{ u_price_max: [4, 'PRESENT'], s_price_max: [2.5, 'PRESENT'] }]);
  expect(await statuses(request.atMs + 1)).toMatchObject([
    { u_price_max: [4, 'APPROXIMATE'], s_price_max: [2.5, 'PRESENT'] },
  ]);
});

test('a batch of many rows lets others have their turn', async () => {
  let turns = 0;
  const yieldTurn = async (): Promise<void> => void turns++;
  const names = Array.from({ length: 100 }, (_, row) => (row % 2 === 0 ? 'a' : 'b'));
  const fetched = await readerOf(plain, { yieldTurn, rowsPerRead: 10 }).fetch({
    rows: 100,
    columns: columns(
      names,
      names.map(() => 7),
    ),
    atMs: E,
  });
  expect(turns).toBe(9);
  expect(shown(fetched).map((row) => (row['u_amount_sum_1d'] as unknown[])[0])).toEqual(
    names.map((name) => (name === 'a' ? 10 : null)),
  );
});

test('derivations see keys, features, ts and ds, replace the output, and fail with what they are made of', async () => {
  const field = (name: string, type: Field['type'], sql: string) => ({ name, type, expression: sql });
  const derived = [
    field('share', doubleType, 'u_amount_sum_1d / s_price_count_7d'),
    field('both', doubleType, 'COALESCE(u_price_max, 0) + COALESCE(s_price_max, 0)'),
    field('who', stringType, "CONCAT(user, '@', ds)"),
    field('when', longType, 'ts - 1'),
    field('max_of_shop', doubleType, 's_price_max'),
    field('strict', longType, 'CAST(user AS INT64)'),
  ];
  const plan = readPlanOf(
    {
      name: 'derived',
      left,
      parts: [users, shops],
      externals: [],
      derive: [derived],
      outputs: derived.map(({ name, type }) => ({ name, type })),
    },
    withTiles,
  );
  const fetched = await readerOf(plan, { cache: new ContributionCache(1 << 20) }).fetch({
    rows: 4,
    columns: columns(['a', 'torn', 'b', '12'], [7, 7, 8, 7]),
    atMs: E + 2 * HOUR_MS,
  });
  const when = [E + 2 * HOUR_MS - 1, 'PRESENT'];
  expect(shown(fetched)).toEqual([
    {
      share: [11, 'PRESENT'],
      both: [6.5, 'PRESENT'],
      who: ['a@2024-01-15', 'PRESENT'],
      when,
      max_of_shop: [2.5, 'PRESENT'],
      strict: [null, 'ERROR'],
    },
    {
      share: [null, 'ERROR'],
      both: [null, 'ERROR'],
      who: ['torn@2024-01-15', 'PRESENT'],
      when,
      max_of_shop: [2.5, 'PRESENT'],
      strict: [null, 'ERROR'],
    },
    {
      share: [null, 'NOT_FOUND'],
      both: [0, 'PRESENT'],
      who: ['b@2024-01-15', 'PRESENT'],
      when,
      max_of_shop: [null, 'NOT_FOUND'],
      strict: [null, 'ERROR'],
    },
    {
      share: [null, 'NULL'],
      both: [2.5, 'PRESENT'],
      who: ['12@2024-01-15', 'PRESENT'],
      when,
      max_of_shop: [2.5, 'PRESENT'],
      strict: [12, 'PRESENT'],
    },
  ]);
  expect(fetched.derivationError?.code).toBe('INVALID_ARGUMENT');
});

test('tiles of a schema that is not known are refused, not guessed', async () => {
  const other = partOf({ name: 'others', keys: [user], inputs, specs }, 'u_');
  const bytes = tileBytes(users, events.slice(2));
  bytes[14] = (bytes[14] ?? 0) ^ 1;
  await served.upload(other, {
    current: { id: 1, batchEndMs: E, rows: [] },
    tiles: [{ keyBytes: bytesOfText('\u0002\u0002a'), packed: bytes }],
  });
  const own = new StoredGenerations(served.store, ['others_BATCH']);
  await own.refresh();
  const plan = readPlanOf(
    { name: 'o', left, parts: [other], externals: [], derive: [], outputs: other.outputs },
    withTiles,
  );
  const fetched = await readerOf(plan, { generations: own }).fetch({
    rows: 1,
    columns: columns(['a'], [7]),
    atMs: E + 2 * HOUR_MS,
  });
  expect(fetched.parts[0]?.error?.code).toBe('FAILED_PRECONDITION');
  expect(fetched.status(0, 0)).toBe(Status.ERROR);
});

test('a part without tiles is answered from the cache alone', async () => {
  const counted = { keys: 0 };
  const store: KeyValueStore = {
    ...served.store,
    read: (table, request, visit) => {
      counted.keys += request.keys.length;
      return served.store.read(table, request, visit);
    },
  };
  const plan = readPlanOf(
    { name: 'still', left, parts: [users, shops], externals: [], derive: [], outputs: plain.base },
    { ...withTiles, tilesOf: () => null },
  );
  const reader = readerOf(plan, { store, cache: new ContributionCache(1 << 20) });
  const fetch = async () => shown(await reader.fetch({ rows: 1, columns: columns(['a'], [7]), atMs: E + HOUR_MS }));
  const first = await fetch();
  expect(first).toMatchObject([{ u_amount_sum_1d: [10, 'PRESENT'], s_price_max: [2.5, 'PRESENT'] }]);
  expect(await fetch()).toEqual(first);
  expect(counted.keys).toBe(2);
});

test('what was kept of one generation is told of no other, though both are of one batch end', async () => {
  const again = partOf({ ...users.groupBy, name: 'again', specs: users.groupBy.features }, 'a_');
  const plan = readPlanOf(
    { name: 'again', left, parts: [again], externals: [], derive: [], outputs: again.outputs },
    withTiles,
  );
  const own = new StoredGenerations(served.store, ['again_BATCH']);
  const reader = readerOf(plan, { generations: own, cache: new ContributionCache(1 << 20) });
  const fetch = async () => shown(await reader.fetch({ rows: 1, columns: columns(['a'], [7]), atMs: E + HOUR_MS }));
  for (const [id, amount] of [
    [1, 10],
    [2, 20],
  ] as const) {
    const bytes = batchBytes(again, [[E - HOUR_MS, amount, 0.5]], E) ?? new Uint8Array();
    const rows = [{ keyBytes: keyBytesOf(again, { user: 'a' }), value: { kind: 'value', bytes } as const }];
    await served.upload(again, { current: { id, batchEndMs: E, rows } });
    await own.refresh();
    for (let times = 0; times < 2; times++)
      expect(await fetch()).toMatchObject([{ a_amount_sum_1d: [amount, 'PRESENT'] }]);
  }
});
