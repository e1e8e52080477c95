import { groupBy, join, part } from '@isochron/authoring';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  askRows,
  both,
  byPlace,
  byUser,
  first,
  last,
  leftSource,
  onePart,
  randomNumbers,
  tripRows,
  tripSource,
} from './trips.fixture.ts';
import { day, days, hashOf, openWorkplace, type Row, type Workplace } from './workplace.fixture.ts';

const random = randomNumbers(1);
const trips = tripRows(random, 20);
const asks = askRows(random, 1, 4, 20);
const ASKED = days(1, 3);
const LEFT = 'left side';
const USER = 'team_file_by_user__1';
const PLACE = 'to_team_file_by_place__1';
const JOINED = 'team/file.it__1';

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
  await place.load('trips', trips);
  await place.load('asks', asks);
});
afterEach(() => place.dispose());

/** Which steps computed how many days. */
async function computed(definition: Parameters<Workplace['plan']>[0], range = ASKED): Promise<Record<string, number>> {
  const report = await place.backfill(await place.plan(definition), range);
  const steps: Record<string, number> = {};
  for (const { step, days: n } of report.computed) steps[step] = (steps[step] ?? 0) + n;
  return steps;
}

const reload = (table: string, rows: readonly Row[], n: number) =>
  place.load(
    table,
    rows.filter((row) => row['day'] === day(n)),
  );

const withPlaceWindow = (window: '3d' | '7d', more: { online?: boolean } = {}) =>
  join({
    version: 1,
    ...more,
    left: leftSource,
    parts: [
      part(byUser),
      part(
        groupBy({
          version: 1,
          ...more,
          accuracy: 'snapshot',
          sources: [tripSource],
          keys: ['place'],
          aggregations: ({ fare }) => [fare.max(window)],
        }),
        { on: { destination: 'place' }, prefix: 'to' },
      ),
    ],
  });

describe('of a join of parts', () => {
  beforeEach(async () => {
    expect(await computed(both)).toEqual({ [LEFT]: 3, [USER]: 3, [PLACE]: 3, [JOINED]: 3 });
  });

  it('computes nothing twice', async () => {
    expect(await computed(both)).toEqual({});
  });

  it('computes new days alone when the range grows', async () => {
    expect(await computed(both, days(1, 4))).toEqual({ [LEFT]: 1, [USER]: 1, [PLACE]: 1, [JOINED]: 1 });
  });

  it('computes the part that was edited, and the join, but no more', async () => {
    expect(await computed(withPlaceWindow('7d'))).toEqual({ [PLACE]: 3, [JOINED]: 3 });
    expect(await computed(withPlaceWindow('3d'))).toEqual({ [PLACE]: 3, [JOINED]: 3 });
    expect(await computed(withPlaceWindow('3d', { online: true }))).toEqual({});
  });

  it('computes the days that a reloaded day of the left side touches', async () => {
    await reload('asks', asks, 2);
    expect(await computed(both)).toEqual({ [LEFT]: 1, [USER]: 1, [PLACE]: 1, [JOINED]: 1 });
  });

  it('computes the days that a reloaded day of events touches', async () => {
    // Nothing looks at the last day of trips or, seven days and a lag of one before the first of January, at its first; a SNAPSHOT row
    // of the third looks at trips of the third only because of the lag.
    await reload('trips', trips, last);
    expect(await computed(both)).toEqual({});
    await reload('trips', trips, 4);
    expect(await computed(both)).toEqual({ [USER]: 1, [JOINED]: 1 });
    await reload('trips', trips, 3);
    expect(await computed(both)).toEqual({ [USER]: 2, [PLACE]: 1, [JOINED]: 2 });
    await reload('trips', trips, first);
    expect(await computed(both)).toEqual({});
    await reload('trips', trips, first + 1);
    expect(await computed(both)).toEqual({ [USER]: 1, [PLACE]: 1, [JOINED]: 1 });
  });

  it('refuses other columns for some of its days, and takes them for all', async () => {
    const plan = await place.plan(withPlaceWindow('3d'));
    const before = await hashOf(place.warehouse, plan.table, ASKED);
    await expect(place.backfill(plan, days(2, 4))).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining(`Backfill all of it (${day(1)} to ${day(4)})`),
    });
    expect(await hashOf(place.warehouse, plan.table, ASKED)).toBe(before);
    expect((await place.warehouse.describe(`${plan.table}__left`))?.partitions).toHaveLength(3);
    expect(await computed(withPlaceWindow('3d'), days(1, 4))).toEqual({
      [LEFT]: 1,
      [USER]: 1,
      [PLACE]: 4,
      [JOINED]: 4,
    });
  });
});

it('keeps the ledger of a join of one part and of a GroupBy alone', async () => {
  expect(await computed(onePart)).toEqual({ [JOINED]: 3 });
  expect(await computed(onePart)).toEqual({});
  expect(await computed(onePart, days(1, 4))).toEqual({ [JOINED]: 1 });
  await reload('asks', asks, 2);
  await reload('trips', trips, 4);
  expect(await computed(onePart)).toEqual({ [JOINED]: 2 });
  const alone = async (range = ASKED) =>
    (await place.backfill(await place.plan(byPlace, 'alone'), range)).computed.map(({ days: n }) => n);
  expect(await alone()).toEqual([3]);
  expect(await alone()).toEqual([]);
  expect(await alone(days(1, 4))).toEqual([1]);
  await reload('trips', trips, 1);
  expect(await alone(days(1, 4))).toEqual([4]);
  await reload('trips', trips, 5);
  expect(await alone(days(1, 4))).toEqual([1]);
});

it('replaces the columns of a table of more days than a step takes', async () => {
  const many = Array.from({ length: 50 }, (_, n) => ({
    user: 'u',
    place: 'p',
    ts: Date.parse(`${day(n - 9)}T10:00:00Z`),
    day: day(n - 9),
    fare: 0.5,
    kind: 'car',
    tags: ['a'],
  }));
  await place.load('trips', many);
  const counting = (window: '1d' | '2d') =>
    groupBy({
      version: 1,
      accuracy: 'temporal',
      sources: [tripSource],
      keys: ['user'],
      aggregations: ({ fare }) => [fare.count(window)],
    });
  expect(await computed(counting('1d'), days(1, 35))).toEqual({ [JOINED]: 35 });
  expect(await computed(counting('2d'), days(1, 35))).toEqual({ [JOINED]: 35 });
  expect(await place.rows('team_file_it__1', days(35))).toMatchObject([{ user: 'u', fare_count_2d: 2 }]);
});
