import type { Value } from '@isochron/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approximate,
  askRows,
  both,
  byPlace,
  byUser,
  first,
  last,
  onePart,
  randomNumbers,
  tripRows,
} from './trips.fixture.ts';
import { verify } from './verify.ts';
import { at, DAY, day, days, HOUR, openWorkplace, type Row, type Workplace } from './workplace.fixture.ts';

const SEED = 20010101;
const ASKED = days(2, 3);
const random = randomNumbers(SEED);
const trips = tripRows(random);
const asks = askRows(random, 1, 4);

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.load('trips', trips);
  await place.load('asks', asks);
});
afterAll(() => place.dispose());

/** Of one trip: what there is of it once nulls and lag are taken away. */
interface Trip {
  readonly ts: number;
  readonly fare: number | null;
  readonly kind: string | null;
  readonly tags: readonly string[] | null;
}

const isWithin = (row: Row, lagMs: number): boolean => {
  const midnight = Date.parse(`${row['day']}T00:00:00Z`);
  return Number(row['ts']) >= midnight - lagMs && Number(row['ts']) < midnight + DAY + lagMs;
};
const counted = trips.filter((trip) => trip['ts'] !== null && isWithin(trip, DAY));

/** Trips of a key in [floor((q - W) / h) * h, q), by time. */
function seen(key: 'user' | 'place', value: unknown, q: number, windowMs: number, hopMs: number): readonly Trip[] {
  const from = Math.floor((q - windowMs) / hopMs) * hopMs;
  return counted
    .filter((trip) => trip[key] === value && Number(trip['ts']) >= from && Number(trip['ts']) < q)
    .map((trip) => ({ ...trip }) as unknown as Trip)
    .sort((a, b) => a.ts - b.ts);
}

const MINUTES_5 = HOUR / 12;
const orNull = <T>(values: readonly T[], answer: (values: readonly T[]) => Value): Value =>
  values.length === 0 ? null : answer(values);
const fares = (rows: readonly Trip[]): number[] => rows.flatMap(({ fare }) => (fare === null ? [] : [fare]));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const counts = (texts: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length]));

/** The features of a user at q, each as its definition says it in words. */
function ofUser(user: unknown, q: number): Record<string, Value> {
  const hour = seen('user', user, q, HOUR, MINUTES_5);
  const oneDay = seen('user', user, q, DAY, HOUR);
  const week = seen('user', user, q, 7 * DAY, HOUR);
  const bucketed = oneDay.filter(({ fare, kind }) => fare !== null && kind !== null);
  // The greatest (time, fare) first: ties in time are settled by the fare.
  const latest = week
    .filter(({ fare }) => fare !== null)
    .sort((a, b) => b.ts - a.ts || Number(b.fare) - Number(a.fare));
  return {
    fare_sum_1h: orNull(fares(hour), sum),
    fare_sum_1d: orNull(fares(oneDay), sum),
    fare_count_7d: orNull(fares(week), (all) => all.length),
    fare_last2_7d: orNull(latest, (all) => all.slice(0, 2).map(({ fare }) => fare)),
    fare_sum_1d_by_kind: orNull(
      bucketed,
      (all) => new Map([...Map.groupBy(all, ({ kind }) => String(kind))].map(([kind, of]) => [kind, sum(fares(of))])),
    ),
    kind_histogram_7d: orNull(
      week.flatMap(({ kind }) => (kind === null ? [] : [kind])),
      counts,
    ),
    tags_unique_count_1d: orNull(
      oneDay.flatMap(({ tags }) => tags ?? []),
      (all) => new Set(all).size,
    ),
  };
}

function ofPlace(name: unknown, midnight: number): Record<string, Value> {
  const week = fares(seen('place', name, midnight, 7 * DAY, DAY));
  return {
    fare_max_1d: orNull(fares(seen('place', name, midnight, DAY, DAY)), (all) => Math.max(...all)),
    fare_average_7d: orNull(week, (all) => sum(all) / all.length),
  };
}

const nulls = (features: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.keys(features).map((name) => [name, null]));
const prefixed = (prefix: string, features: Record<string, Value>) =>
  Object.fromEntries(Object.entries(features).map(([name, value]) => [prefix + name, value]));

/** What a row of the left side must come out as. */
function expectedOf(ask: Row, withPlaces: boolean): Record<string, Value> {
  const { user, destination, ts, note } = ask as { user: Value; destination: Value; ts: number | null; note: number };
  const isAsked = ts !== null && isWithin(ask, 0);
  const userFeatures = ofUser(user, ts ?? 0);
  const placeFeatures = ofPlace(destination, Math.floor((ts ?? 0) / DAY) * DAY);
  return {
    ds: String(ask['day']),
    user,
    destination,
    ts,
    note,
    isLate: note > 40,
    asked: ts,
    ...prefixed('user_', isAsked && user !== null ? userFeatures : nulls(userFeatures)),
    ...(withPlaces
      ? prefixed('to_place_', isAsked && destination !== null ? placeFeatures : nulls(placeFeatures))
      : {}),
  };
}

/** Text of a row, the same for equal rows: maps by their keys, columns by their names. */
const rowText = (row: Record<string, Value>): string =>
  JSON.stringify(Object.entries(row).sort(byName), (_, value) =>
    value instanceof Map ? [...value].sort(byName) : value,
  );
const byName = (a: readonly [unknown, ...unknown[]], b: readonly [unknown, ...unknown[]]): number =>
  String(a[0]) < String(b[0]) ? -1 : 1;

const asked = asks.filter(({ day: of }) => of === day(2) || of === day(3));
const withoutTime = asked.filter(({ ts }) => ts === null).length;

/** The same rows, as often, in any order; a failure shows the first that differ. */
function expectSame(actual: readonly Record<string, Value>[], expected: readonly Record<string, Value>[]): void {
  const [have, want] = [actual, expected].map((rows) => rows.map(rowText).sort());
  const at = want?.findIndex((text, index) => have?.[index] !== text) ?? -1;
  if (at >= 0) expect(have?.[at]).toBe(want?.[at]);
  expect(have).toHaveLength(want?.length ?? 0);
}

async function expectEveryRow(table: string, withPlaces: boolean): Promise<void> {
  const rows = await place.rows(table, ASKED);
  expectSame(
    rows,
    asked.map((ask) => expectedOf(ask, withPlaces)),
  );
}

describe(`on random trips (seed ${SEED})`, () => {
  it('gives every left row of a join of parts its features, and says what it left out', async () => {
    const plan = await place.plan(both);
    const { computed, counts: leftOut, table } = await place.backfill(plan, ASKED);
    await expectEveryRow(table, true);
    expect(computed.map(({ step, days: n, rows }) => [step, n, rows])).toEqual([
      ['left side', 2, asked.length],
      ['team_file_by_user__1', 2, asked.length - notAsked('user')],
      ['to_team_file_by_place__1', 2, asked.length - notAsked('destination')],
      ['team/file.it__1', 2, asked.length],
    ]);
    const ofTrips = tripsWithin(-6, 4);
    expect(leftOut.map(({ counts: of }) => of)).toMatchObject([
      {
        leftRows: asked.length,
        leftWithoutKey: asked.filter(({ user }) => user === null).length,
        leftWithoutTime: asked.filter(({ user, ts }) => user !== null && ts === null).length,
        leftBeyondLag: 2,
        events: ofTrips.length,
        eventsWithoutKey: ofTrips.filter(({ user }) => user === null).length,
        eventsWithoutTime: ofTrips.filter(({ user, ts }) => user !== null && ts === null).length,
        eventsBeyondLag: ofTrips.filter((trip) => trip['user'] !== null && trip['ts'] !== null && !isWithin(trip, DAY))
          .length,
      },
      {
        leftRows: asked.length,
        leftWithoutKey: asked.filter(({ destination }) => destination === null).length,
        leftBeyondLag: 2,
      },
    ]);
    expect(withoutTime).toBeGreaterThan(0);
  });

  it('folds a join of one part into its table at once', async () => {
    const plan = await place.plan(onePart, 'alone');
    const { computed, table, counts: leftOut } = await place.backfill(plan, ASKED);
    await expectEveryRow(table, false);
    expect(computed).toEqual([{ step: 'team/file.alone__1', table, days: 2, rows: asked.length }]);
    expect(leftOut).toMatchObject([{ counts: { leftRows: asked.length, leftBeyondLag: 2 } }]);
    expect((await place.warehouse.tables()).filter((name) => name.includes('alone'))).toEqual([table]);
  });

  it('gives a GroupBy alone a row for each key that has a value at the end of the day', async () => {
    for (const [definition, keys, key, features] of [
      [byUser, [0, 1, 2, 3].map((n) => `user_${n}`), 'user', ofUser],
      [byPlace, [0, 1, 2].map((n) => `place_${n}`), 'place', ofPlace],
    ] as const) {
      const { table } = await place.backfill(await place.plan(definition, `by_${key}`), ASKED);
      const expected = [2, 3].flatMap((n) =>
        keys.map((name) => ({ ds: day(n), [key]: name, ...features(name, at(n + 1)) })),
      );
      const some = expected.filter(({ ds: _, [key]: __, ...values }) =>
        Object.values(values).some((value) => value !== null),
      );
      expectSame(await place.rows(table, ASKED), some);
    }
  });

  it('verifies approximate features within their bounds, and equal runs give equal tables', async () => {
    const plan = await place.plan(approximate, 'nearly');
    const { table } = await place.backfill(plan, ASKED);
    const report = await verify(place.warehouse, { plan, days: ASKED, rows: 60, seed: 7 });
    expect(report).toMatchObject({ rows: 60, equal: 60, mismatches: [] });
    const stored = await place.rows(table, ASKED);
    const counts = stored.map((row) => Number(row['user_fare_approx_unique_count_7d'] ?? 0));
    expect(Math.max(...counts)).toBeGreaterThan(40);
    const again = await place.plan(approximate, 'nearly_again');
    const second = await place.backfill(again, ASKED);
    expectSame(await place.rows(second.table, ASKED), stored);
  });

  it('verifies, and finds a value that is wrong', async () => {
    const plan = await place.plan(both);
    await place.backfill(plan, ASKED);
    const request = { plan, days: ASKED, rows: 1000, seed: 1 };
    const report = await verify(place.warehouse, request);
    expect(report).toMatchObject({ rows: asked.length, equal: asked.length, mismatches: [] });
    const other = {
      ...trips[0],
      user: 'user_0',
      place: 'place_0',
      ts: at(2),
      day: day(2),
      fare: 9999.5,
      kind: 'car',
      tags: ['a'],
    };
    await place.load('trips', [other]);
    try {
      const wrong = await verify(place.warehouse, request);
      expect(wrong.equal).toBeLessThan(asked.length);
      expect(wrong.mismatches[0]).toMatchObject({ feature: expect.stringMatching(/^user_|^to_place_/) });
    } finally {
      await place.load('trips', trips);
    }
  });
});

it('does not see an event at its very instant', async () => {
  const here = await openWorkplace();
  try {
    const trip = { user: 'u', place: 'p', kind: 'car', tags: ['a'], day: day(1) };
    await here.load('trips', [
      ...[at(1, 10) - 1, at(1, 10), at(1, 10) + 1].map((ts, n) => ({ ...trip, ts, fare: 10 ** n })),
      ...Array.from({ length: 14 }, (_, n) => ({ ...trip, user: 'other', ts: at(n - 10), day: day(n - 10), fare: 1 })),
    ]);
    await here.load('asks', [{ user: 'u', destination: 'p', ts: at(1, 10), day: day(1), note: 1 }]);
    const { table } = await here.backfill(await here.plan(onePart), days(1));
    expect(await here.rows(table, days(1))).toMatchObject([{ user_fare_sum_1h: 1, user_fare_last2_7d: [1] }]);
  } finally {
    await here.dispose();
  }
});

const tripsWithin = (from: number, to: number): readonly Row[] => {
  expect([first, last]).toEqual([-8, 5]);
  return trips.filter((trip) => String(trip['day']) >= day(from) && String(trip['day']) <= day(to));
};

/** Left rows that a part is not asked about. */
function notAsked(key: 'user' | 'destination'): number {
  return asked.filter((ask) => ask[key] === null || ask['ts'] === null || !isWithin(ask, 0)).length;
}
