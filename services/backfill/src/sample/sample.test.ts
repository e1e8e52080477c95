import { readdir } from 'node:fs/promises';
import { equalValues } from '@isochron/aggregation';
import type { Definition } from '@isochron/authoring';
import { eventSource, groupBy, join, part, table } from '@isochron/authoring';
import type { Value } from '@isochron/schema';
import type { FoldCounts, Warehouse } from '@isochron/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputsOf } from '../features.ts';
import type { RunnablePlan } from '../runnable.ts';
import {
  approximate,
  askRows,
  both,
  byPlace,
  byUser,
  leftSource,
  onePart,
  randomNumbers,
  tripRows,
  tripSource,
} from '../trips.fixture.ts';
import { day, days, openWorkplace, type Workplace } from '../workplace.fixture.ts';
import { type SampleReport, type SampleRequest, sample } from './sample.ts';

const ASKED = days(2, 3);

/** Derived of a part and of the join. */
const derivedUser = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [tripSource],
  keys: ['user'],
  aggregations: ({ fare }) => [fare.sum('1d'), fare.count('7d')],
  derive: { mean: 'SAFE_DIVIDE(fare_sum_1d, fare_count_7d)', told: 'CONCAT(user, " ", ds)' },
});
const derived = join({
  version: 1,
  left: leftSource,
  parts: [part(derivedUser), part(derivedUser, { prefix: 'again' })],
  derive: { half: 'user_mean / 2', asked_at: 'ts', both_notes: 'note * 2' },
});
const byBoth = groupBy({
  version: 1,
  accuracy: 'snapshot',
  sources: [tripSource],
  keys: ['user', 'place'],
  aggregations: ({ fare }) => [fare.sum('1d'), fare.average('7d')],
});

const definitions: readonly (readonly [string, Definition])[] = [
  ['join of two parts', both],
  ['join of one part', onePart],
  ['join of approximate features', approximate],
  ['join with derivations', derived],
  ['temporal group-by', byUser],
  ['snapshot group-by', byPlace],
  ['group-by with derivations', derivedUser],
  ['group-by of two keys', byBoth],
];

describe('sample', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
    const random = randomNumbers(31);
    await place.load('trips', tripRows(random));
    await place.load('asks', askRows(random, 1, 4));
  });
  afterAll(() => place.dispose());

  it.each(definitions)('gives the rows that a backfill makes, and no others: %s', async (_, definition) => {
    const plan = await place.plan(definition);
    const asked = await sampleOf(plan, { days: ASKED, rows: 1000 });
    await place.backfill(plan, ASKED);
    const stored = await place.rows(plan.table, ASKED);
    expect(asked.rows.length).toBeGreaterThan(5);
    expectSameRows(plan, asked.rows, stored);
  });

  it('takes as many rows as there are to take, the same for the same seed, others for another', async () => {
    for (const definition of [both, byUser, byBoth]) {
      const plan = await place.plan(definition);
      const rows = 4;
      const [first, again, other] = [
        await sampleOf(plan, { rows, seed: 1 }),
        await sampleOf(plan, { rows, seed: 1 }),
        await sampleOf(plan, { rows, seed: 2 }),
      ];
      expect(first.rows).toHaveLength(4);
      expect(again).toEqual(first);
      if (definition !== byUser) expect(other.rows).not.toEqual(first.rows);
      expect(await sampleOf(plan, { days: ASKED, rows, seed: 1 })).toEqual(
        await sampleOf(plan, { days: ASKED, rows, seed: 1 }),
      );
    }
  });

  it('takes rows with the values that were said alone', async () => {
    const plan = await place.plan(both);
    const { rows } = await sampleOf(plan, {
      days: ASKED,
      rows: 1000,
      said: [
        { column: 'user', text: 'user_1' },
        { column: 'note', text: '99' },
      ],
    });
    // One row a day, asked for beyond the lag of the left side: it matches nothing.
    expect(rows.map(({ ds, user, note, user_fare_sum_1d }) => [ds, user, note, user_fare_sum_1d])).toEqual([
      [day(2), 'user_1', 99, null],
      [day(3), 'user_1', 99, null],
    ]);
    const users = await sampleOf(await place.plan(byUser), { said: [{ column: 'user', text: 'user_2' }] });
    expect(users.rows.map(({ user }) => user)).toEqual(['user_2']);
    const nobody = await sampleOf(await place.plan(byUser), { said: [{ column: 'user', text: "nobody' OR TRUE" }] });
    expect(nobody.rows).toEqual([]);
  });

  it('reads the events of the sampled keys alone', async () => {
    const plan = await place.plan(both, 'counted');
    const seen: FoldCounts[] = [];
    const said = [
      { column: 'user', text: 'user_1' },
      { column: 'destination', text: 'place_1' },
    ] as const;
    await sampleOf(plan, { days: ASKED, rows: 5, said }, counting(place.warehouse, seen));
    const { counts } = await place.backfill(plan, ASKED);
    expect(seen).toHaveLength(2);
    for (const [part, { events, leftRows }] of seen.entries()) {
      const whole = counts[part]?.counts;
      expect(events).toBeGreaterThan(0);
      // Of four users, or of three places.
      expect(events).toBeLessThan((whole?.events ?? 0) / 2);
      expect(leftRows).toBeLessThan((whole?.leftRows ?? 0) / 2);
    }
  });

  it('writes nothing', async () => {
    const before = await readdir(place.home, { recursive: true });
    const tables = await place.warehouse.tables();
    for (const [, definition] of definitions) await sampleOf(await place.plan(definition, 'unwritten'), {});
    expect(await readdir(place.home, { recursive: true })).toEqual(before);
    expect(await place.warehouse.tables()).toEqual(tables);
  });

  it('takes the last day that can be computed, but not the few rows of one that was cut off', async () => {
    // Trips are there until the 5th and may leave their day by one: rows of the 4th need all of them.
    expect((await sampleOf(await place.plan(both), {})).days).toEqual(days(4));
    await place.load('few', askRows(randomNumbers(1), 1, 2));
    const few = table('few', { user: 'STRING', ts: 'INT64', day: 'DATE' });
    const left = eventSource({ table: few, time: 'ts', select: { user: 'user' } });
    const plan = await place.plan(join({ version: 1, left, parts: [part(byUser)] }), 'few');
    expect((await sampleOf(plan, {})).days).toEqual(days(2));
    await place.load('few', [{ user: 'user_1', destination: 'place_1', ts: 1, day: day(3), note: 1 }]);
    expect((await sampleOf(plan, {})).days).toEqual(days(2));
  });

  it('refuses what a backfill refuses, in the same words, and values that are none', async () => {
    const plan = await place.plan(both);
    await expect(sampleOf(plan, { days: days(6) })).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining(`Table asks lacks the partition ${day(6)}`),
    });
    await expect(sampleOf(plan, { said: [{ column: 'usr', text: 'x' }] })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('has no column usr to look for; it has'),
    });
    await expect(sampleOf(plan, { said: [{ column: 'note', text: 'x' }] })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: 'note is "x": it must be a whole number.',
    });
  });

  const sampleOf = (
    plan: RunnablePlan,
    asked: Partial<SampleRequest>,
    warehouse: Warehouse = place.warehouse,
  ): Promise<SampleReport> =>
    sample(warehouse, {
      plan,
      days: null,
      rows: 5,
      seed: 1,
      said: [],
      signal: new AbortController().signal,
      ...asked,
    });
});

/** The warehouse, telling what its folds count. */
const counting = (warehouse: Warehouse, seen: FoldCounts[]): Warehouse => ({
  ...boundMethods(warehouse),
  fold: async (request) => {
    const step = await warehouse.fold(request);
    seen.push(step.counts);
    return step;
  },
});

const boundMethods = (warehouse: Warehouse): Warehouse => ({
  tables: () => warehouse.tables(),
  describe: (name) => warehouse.describe(name),
  load: (request) => warehouse.load(request),
  project: (request) => warehouse.project(request),
  fold: (request) => warehouse.fold(request),
  assemble: (request) => warehouse.assemble(request),
  read: (scan) => warehouse.read(scan),
  rows: (request) => warehouse.rows(request),
  summarize: (name, range, columns) => warehouse.summarize(name, range, columns),
  exportTo: (name, range, file) => warehouse.exportTo(name, range, file),
  close: () => warehouse.close(),
});

type Row = Readonly<Record<string, Value>>;

/** The same rows, as often as they stand in the table; doubles that are added up in another order may differ in their last digits. */
function expectSameRows(plan: RunnablePlan, rows: readonly Row[], stored: readonly Row[]): void {
  const outputs = outputsOf(plan);
  const names = new Set(outputs.map(({ name }) => name));
  const own = (row: Row): string =>
    JSON.stringify(
      Object.entries(row)
        .filter(([name]) => !names.has(name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const inOrder = (all: readonly Row[]): Row[] => [...all].sort((a, b) => (own(a) < own(b) ? -1 : 1));
  const [left, right] = [inOrder(rows), inOrder(stored)];
  expect(left.map(own)).toEqual(right.map(own));
  for (const [at, row] of left.entries()) {
    for (const { name, type } of outputs) {
      const [value, wanted] = [row[name] ?? null, right[at]?.[name] ?? null];
      if (!equalValues(type, wanted, value, 1e-9)) expect({ row, name, value }).toEqual({ row, name, value: wanted });
    }
  }
}
