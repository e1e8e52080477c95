import { DAY_MS, type FeatureSpec, featureName, HOUR_MS } from '@isochron/aggregation';
import type { CellView, KeyValueStore } from '@isochron/kv';
import {
  doubleType,
  type Field,
  getValue,
  longType,
  type OperationName,
  stringType,
  type Value,
  type Vector,
  vectorOf,
} from '@isochron/schema';
import fc from 'fast-check';
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
const inputs: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
  { name: 'item', type: stringType },
];

const spec = (operation: OperationName, input: string, windowMs: number | null, args = {}): FeatureSpec => {
  const parts = { operation, args, input, bucket: null, windowMs };
  return { ...parts, name: featureName(parts) };
};
const days = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => (from + at) * DAY_MS);

/** 1,000 features of 125 windows, of which 113 are of daily hops. */
const wide = partOf({
  name: 'wide',
  keys: [user],
  inputs,
  specs: days(1, 125).flatMap((windowMs) =>
    (['amount', 'price'] as const).flatMap((input) =>
      (['COUNT', 'MIN', 'MAX', 'SUM'] as const).map((operation) => spec(operation, input, windowMs)),
    ),
  ),
});
/** Every day of a year is a hop of some window's tail. */
const yearly = partOf({
  name: 'yearly',
  keys: [user],
  inputs,
  specs: days(12, 365).map((windowMs) => spec('COUNT', 'price', windowMs)),
});
const fragile = partOf({
  name: 'fragile',
  keys: [user],
  inputs,
  specs: [
    ...[HOUR_MS, 7 * DAY_MS, null].flatMap((windowMs) => [
      spec('SUM', 'amount', windowMs),
      spec('AVERAGE', 'price', windowMs),
      spec('KURTOSIS', 'price', windowMs),
      spec('LAST', 'item', windowMs),
      spec('LAST_K', 'item', windowMs, { k: '3' }),
      spec('HISTOGRAM', 'item', windowMs),
      spec('UNIQUE_COUNT', 'item', windowMs),
      spec('APPROX_UNIQUE_COUNT', 'item', windowMs),
      spec('APPROX_PERCENTILE', 'price', windowMs),
    ]),
  ],
});
const sound = partOf({ name: 'sound', keys: [user], inputs, specs: [spec('COUNT', 'price', null)] }, 's_');
const absent = partOf({ name: 'absent', keys: [user], inputs, specs: [spec('COUNT', 'price', null)] }, 'x_');

const eachDay: readonly Event[] = Array.from({ length: 365 }, (_, day) => [
  E - (day + 1) * DAY_MS + HOUR_MS,
  1,
  day,
  'a',
]);
const few: readonly Event[] = [
  [E - 3 * DAY_MS, 3, 0.5, 'a'],
  [E - HOUR_MS, 4, 1.5, 'b'],
  [E + HOUR_MS, 5, 2.5, 'c'],
];

let served: ServedStore;
let generations: StoredGenerations;
beforeAll(async () => {
  served = await ServedStore.open();
  const keyed = [
    { part: wide, events: eachDay },
    { part: yearly, events: eachDay },
    { part: fragile, events: few },
    { part: sound, events: few },
  ];
  for (const { part, events } of keyed) {
    const keyBytes = keyBytesOf(part, { user: 'a' });
    const bytes = batchBytes(part, events, E) ?? new Uint8Array();
    const live = events.filter(([ts]) => ts >= E);
    await served.upload(part, {
      current: { id: 1, batchEndMs: E, rows: [{ keyBytes, value: { kind: 'value', bytes } }] },
      tiles: live.length === 0 ? [] : [{ keyBytes, packed: tileBytes(part, live) }],
    });
  }
  generations = new StoredGenerations(
    served.store,
    [...keyed.map(({ part }) => part), absent].map(withTiles.datasetOf),
  );
  await generations.refresh();
});
afterAll(() => served.dispose());

function readerOf(parts: readonly (typeof wide)[], options: Partial<JoinReaderOptions> = {}): JoinReader {
  const outputs = parts.flatMap((part) => part.outputs);
  const plan = readPlanOf(
    { name: 'join', left: { columns: [user] }, parts, externals: [], derive: [], outputs },
    withTiles,
  );
  return new JoinReader(plan, { store: served.store, generations, cache: null, ...options });
}

const requestOf = (atMs: number, users: readonly string[] = ['a']) => ({
  rows: users.length,
  columns: new Map<string, Vector>([['user', vectorOf(stringType, users)]]),
  atMs,
});
const valueAt = (fetched: Fetched, output: number, row = 0): Value =>
  getValue((fetched.outputs[output] as Field).type, fetched.vectors[output] as Vector, row);

test('a Join of 1,000 features has each of them, live and from the cache', async () => {
  const reader = readerOf([wide], { cache: new ContributionCache(4 << 20) });
  for (const atMs of [E + 7 * HOUR_MS, E + 7 * HOUR_MS, E + DAY_MS]) {
    const fetched = await reader.fetch(requestOf(atMs));
    expect(fetched.outputs).toHaveLength(1_000);
    wide.groupBy.features.forEach(({ operation, input, windowMs }, output) => {
      const hopMs = (windowMs ?? 0) >= 12 * DAY_MS ? DAY_MS : HOUR_MS;
      const fromMs = Math.floor((atMs - (windowMs ?? 0)) / hopMs) * hopMs;
      const seen = eachDay
        .filter(([ts]) => ts >= fromMs && ts < atMs)
        .map((event) => Number(event[input === 'amount' ? 1 : 2]));
      const wanted = {
        COUNT: seen.length,
        MIN: Math.min(...seen),
        MAX: Math.max(...seen),
        SUM: seen.reduce((a, b) => a + b, 0),
      }[operation as 'COUNT'];
      expect(valueAt(fetched, output), `${operation} ${windowMs}`).toBe(seen.length === 0 ? null : wanted);
    });
    fetched.release();
  }
});

test('a key with an event on each of 365 days has every one of them in its windows', async () => {
  const fetched = await readerOf([yearly]).fetch(requestOf(E + 5 * HOUR_MS));
  expect(yearly.outputs.map((_, output) => valueAt(fetched, output))).toEqual(yearly.outputs.map((_, at) => 12 + at));
  const later = await readerOf([yearly]).fetch(requestOf(E + DAY_MS + 5 * HOUR_MS));
  expect(yearly.outputs.map((_, output) => valueAt(later, output))).toEqual(yearly.outputs.map((_, at) => 11 + at));
});

test('a part that was never uploaded is an error of its own; the others answer', async () => {
  const fetched = await readerOf([absent, sound]).fetch(requestOf(E + 2 * HOUR_MS));
  expect(fetched.parts.map(({ generation, error }) => [generation, error?.code])).toEqual([
    [null, 'NOT_FOUND'],
    [1, undefined],
  ]);
  expect([fetched.status(0, 0), fetched.status(0, 1)]).toEqual([Status.ERROR, Status.PRESENT]);
  expect([valueAt(fetched, 0), valueAt(fetched, 1)]).toEqual([null, 3]);
});

/** How cells of a kind (the first byte of their names) are changed as they are read. */
interface Damage {
  readonly kind: number;
  readonly torn: (value: Uint8Array) => Uint8Array;
}

/** The store, with what the first part has changed. */
const damaging = (damage: () => Damage): KeyValueStore => ({
  ...served.store,
  read: (table, request, visit) =>
    served.store.read(table, request, (row, key, cell) => {
      const { kind, torn } = damage();
      if (row > 0 || cell.bytes[cell.qualifierStart] !== kind) visit(row, key, cell);
      else visit(row, key, cellOf(cell, torn(cell.bytes.slice(cell.valueStart, cell.valueEnd))));
    }),
});

function cellOf(cell: CellView, value: Uint8Array): CellView {
  const name = cell.bytes.slice(cell.qualifierStart, cell.qualifierEnd);
  const bytes = Uint8Array.from([...name, ...value]);
  const [valueStart, valueEnd] = [name.length, bytes.length];
  return { ...cell, bytes, qualifierStart: 0, qualifierEnd: valueStart, valueStart, valueEnd };
}

test('bytes that were changed are an error of their part, or other values; never a fetch that fails, or of another part', async () => {
  const statuses = new Set<number>();
  let [kind, torn] = [0, (value: Uint8Array): Uint8Array => value];
  const reader = readerOf([fragile, sound], { store: damaging(() => ({ kind, torn })) });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0x62, 0x74),
      fc.array(fc.tuple(fc.nat({ max: 1 << 20 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 3 }),
      fc.option(fc.nat({ max: 1 << 20 })),
      async (ofKind, changes, cut) => {
        kind = ofKind;
        torn = (value) => {
          for (const [at, byte] of changes) value[at % value.length] = byte;
          return cut === null ? value : value.slice(0, cut % value.length);
        };
        const fetched = await reader.fetch(requestOf(E + 2 * HOUR_MS));
        const last = fetched.outputs.length - 1;
        expect([fetched.status(0, last), valueAt(fetched, last)]).toEqual([Status.PRESENT, 3]);
        for (let output = 0; output < last; output++) statuses.add(fetched.status(0, output));
        fetched.release();
      },
    ),
    { numRuns: 1_000 },
  );
  expect(statuses).toContain(Status.ERROR);
});

test('a store that is slow is waited for, however many wait', async () => {
  const slow: KeyValueStore = {
    ...served.store,
    read: async (table, request, visit) => {
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      await served.store.read(table, request, visit);
    },
  };
  const reader = readerOf([sound, fragile], { store: slow, rowsPerRead: 3 });
  const users = ['a', 'b', 'a', 'c', 'a'];
  const all = await Promise.all(
    Array.from({ length: 50 }, (_, at) => reader.fetch(requestOf(E + (at % 3) * HOUR_MS, users))),
  );
  all.forEach((fetched, at) => {
    // What has no window has tiles of a day, so that the event of 01:00 is in one that starts before any later instant.
    const wanted = at % 3 === 0 ? 2 : 3;
    expect(users.map((_, row) => valueAt(fetched, 0, row))).toEqual(
      users.map((name) => (name === 'a' ? wanted : null)),
    );
  });
});
