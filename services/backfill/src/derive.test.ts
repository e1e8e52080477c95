import { eventSource, groupBy, join, part } from '@isochron/authoring';
import { ExpressionError } from '@isochron/expression';
import type { Value } from '@isochron/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRows, leftSource, randomNumbers, tripRows, tripSource, trips } from './trips.fixture.ts';
import { verify } from './verify.ts';
import { at, day, days, openWorkplace, type Workplace } from './workplace.fixture.ts';

type Row = Readonly<Record<string, Value>>;

/** An expression that no engine is asked for: a query of an array. */
const OUTSIDE = 'EXISTS(SELECT 1 FROM UNNEST(tags) AS tag WHERE tag = "a")';

const source = eventSource({ table: trips, time: 'ts', lag: '1d', select: tripSource.select });
const byUser = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [source],
  keys: ['user'],
  aggregations: ({ fare, tags }) => [fare.sum('1d'), fare.count('1d'), fare.lastK(2, '7d'), tags.uniqueCount('7d')],
  derive: {
    fare_mean_1d: 'IF(fare_count_1d > 0, fare_sum_1d / fare_count_1d, NULL)',
    // Half of the features go by the engine where it is proven, this one by the closure alone.
    dear: 'EXISTS(SELECT 1 FROM UNNEST(fare_last2_7d) AS fare WHERE fare > 20)',
    whose: 'IF(user = "user_0", ts, NULL)',
    when_day: 'ds',
  },
  keep: ['fare_sum_1d', 'fare_last2_7d', 'fare_count_1d'],
});
const both = join({
  version: 1,
  left: leftSource,
  parts: [part(byUser), part(byUser, { prefix: 'again' })],
  derive: {
    twice: 'user_fare_sum_1d + again_user_fare_sum_1d',
    late_and_dear: 'isLate AND user_dear',
    asked_at: 'ts',
  },
});

describe('derivations', () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await openWorkplace();
    await workplace.load('trips', tripRows(randomNumbers(11)));
    await workplace.load('asks', askRows(randomNumbers(12), 1, 2));
  });
  afterAll(() => workplace.dispose());

  it('of a group-by on its own replace its features, and see its keys, its time and its day', async () => {
    const plan = await workplace.plan(byUser);
    await workplace.backfill(plan, days(1, 2));
    const rows = await workplace.rows(plan.table, days(1, 2));
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      [
        'ds',
        'user',
        'fare_sum_1d',
        'fare_last2_7d',
        'fare_count_1d',
        'fare_mean_1d',
        'dear',
        'whose',
        'when_day',
      ].sort(),
    );
    for (const row of rows) expectDerived(row, '', Date.parse(`${String(row['ds'])}T00:00:00Z`) + 86_400_000);
    expect(rows.some((row) => row['dear'] === true)).toBe(true);
    expect(await verifyAll(plan, 1, 2)).toBe(true);
  });

  it('of a join see what its parts derive, under their names in the join', async () => {
    const plan = await workplace.plan(both);
    await workplace.backfill(plan, days(1, 2));
    const rows = await workplace.rows(plan.table, days(1, 2));
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) {
      expectDerived(row, 'user_', row['ts']);
      expectDerived(row, 'again_user_', row['ts']);
      expect(row['asked_at']).toBe(row['ts']);
      const sum = row['user_fare_sum_1d'];
      expect(row['twice']).toBe(typeof sum === 'number' ? sum * 2 : null);
    }
    expect(await verifyAll(plan, 1, 2)).toBe(true);
  });

  it('of a join of one part give what the same join of two parts gives', async () => {
    const single = await workplace.plan(join({ version: 1, left: leftSource, parts: [part(byUser)] }), 'single');
    await workplace.backfill(single, days(1, 2));
    const two = await workplace.plan(both);
    const names = ['user', 'note', 'ts', 'user_fare_mean_1d', 'user_dear', 'user_whose', 'user_when_day'];
    const texts = async (table: string): Promise<readonly string[]> =>
      (await workplace.rows(table, days(1, 2)))
        .map((row) => JSON.stringify(names.map((name) => row[name] ?? null)))
        .sort();
    expect(await texts(single.table)).toEqual(await texts(two.table));
  });

  const verifyAll = async (plan: Parameters<typeof verify>[1]['plan'], from: number, to: number): Promise<boolean> => {
    const report = await verify(workplace.warehouse, { plan, days: days(from, to), rows: 1000, seed: 1 });
    expect(report.mismatches).toEqual([]);
    return report.rows > 0 && report.equal === report.rows;
  };
});

/** What the row's own features make of its derived ones. */
function expectDerived(row: Row, prefix: string, ts: Value | undefined): void {
  const [sum, count] = [row[`${prefix}fare_sum_1d`] ?? null, Number(row[`${prefix}fare_count_1d`] ?? 0)];
  expect(row[`${prefix}fare_mean_1d`] ?? null).toBe(count > 0 ? Number(sum) / count : null);
  const last = row[`${prefix}fare_last2_7d`];
  const fares: readonly Value[] = Array.isArray(last) ? last : [];
  expect(row[`${prefix}dear`]).toBe(fares.some((fare) => Number(fare) > 20));
  expect(row[`${prefix}whose`] ?? null).toBe(row['user'] === 'user_0' ? (ts ?? null) : null);
  expect(row[`${prefix}when_day`]).toBe(row['ds']);
}

describe('expressions that no engine is asked for', () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await openWorkplace();
    await workplace.load('trips', tripRows(randomNumbers(13)));
    await workplace.load('asks', askRows(randomNumbers(14), 1, 2));
  });
  afterAll(() => workplace.dispose());

  const group = (select: Readonly<Record<string, string>>, where: readonly string[]) =>
    groupBy({
      version: 1,
      accuracy: 'temporal',
      sources: [
        eventSource({
          table: trips,
          time: 'ts',
          lag: '1d',
          select: { ...tripSource.select, ...select },
          where: [...where],
        }),
      ],
      keys: ['user'],
      aggregations: ({ fare }) => [fare.sum('7d'), fare.count('7d')],
    });
  const joined = (part_: ReturnType<typeof group>, where: readonly string[] = []) =>
    join({
      version: 1,
      left: eventSource({ table: leftSource.table, time: 'ts', select: leftSource.select, where: [...where] }),
      parts: [part(part_)],
    });

  it('choose events and left rows as the oracle says', async () => {
    const plan = await workplace.plan(
      joined(group({}, [OUTSIDE]), ['EXISTS(SELECT 1 FROM UNNEST([note]) AS n WHERE n > 3)']),
    );
    await workplace.backfill(plan, days(1, 2));
    const report = await verify(workplace.warehouse, { plan, days: days(1, 2), rows: 1000, seed: 2 });
    expect(report.mismatches).toEqual([]);
    const rows = await workplace.rows(plan.table, days(1, 2));
    expect(rows.every((row) => Number(row['note']) > 3)).toBe(true);
    expect(report.equal).toBe(rows.length);
  });

  it('give equal tables with and without the engine', async () => {
    const [inside, outside] = [
      group({ fare: 'fare * 2' }, ['fare > 1']),
      group({ fare: `IF(${OUTSIDE}, fare, fare) * 2` }, ['fare > 1']),
    ];
    const tables: unknown[] = [];
    for (const [name, each] of [
      ['inside', inside],
      ['outside', outside],
    ] as const) {
      const plan = await workplace.plan(joined(each), name);
      await workplace.backfill(plan, days(1, 2));
      tables.push((await workplace.rows(plan.table, days(1, 2))).map((row) => JSON.stringify(row)).sort());
    }
    expect(tables[0]).toEqual(tables[1]);
  });
});

describe('a row without a value', () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await openWorkplace();
    const dear = { user: 'user_2', place: 'place_1', ts: at(1, 1), day: day(1), fare: 777, kind: 'car', tags: ['b'] };
    await workplace.load('trips', [...tripRows(randomNumbers(15)), dear]);
    await workplace.load('asks', askRows(randomNumbers(16), 1, 2));
  });
  afterAll(() => workplace.dispose());

  const failing = async (expression: string): Promise<unknown> => {
    const broken = groupBy({
      version: 1,
      accuracy: 'temporal',
      sources: [eventSource({ table: trips, time: 'ts', lag: '1d', select: { user: 'user', fare: expression } })],
      keys: ['user'],
      aggregations: ({ fare }) => [fare.count('7d')],
    });
    const plan = await workplace.plan(join({ version: 1, left: leftSource, parts: [part(broken)] }));
    return workplace.backfill(plan, days(1, 2)).then(
      () => new Error('It did not fail.'),
      (thrown: unknown) => thrown,
    );
  };

  it.each(['1 / (fare - 777)', `IF(${OUTSIDE}, 1.0, 1 / (fare - 777))`])(
    'fails the backfill with the expression, the value and the key: %s',
    async (expression) => {
      const thrown = await failing(expression);
      expect(thrown).toBeInstanceOf(ExpressionError);
      expect(thrown).toMatchObject({
        code: 'INVALID_ARGUMENT',
        expression,
        reason: 'division by zero: 1 / 0',
        value: '1, 0',
      });
      expect(String(thrown)).toMatch(/table "trips" with user = user_2, time = 978310800000/);
      const tables = await workplace.warehouse.tables();
      expect(tables.filter((name) => name.startsWith('team_file_it'))).toEqual([]);
    },
  );

  it('fails no backfill where a condition leaves it out', async () => {
    const careful = groupBy({
      version: 1,
      accuracy: 'temporal',
      sources: [
        eventSource({
          table: trips,
          time: 'ts',
          lag: '1d',
          select: { user: 'user', share: '1 / (fare - 777)' },
          where: ['fare != 0 OR TRUE', `${OUTSIDE} OR TRUE`, 'tags IS NOT NULL', 'fare != 777'],
        }),
      ],
      keys: ['user'],
      aggregations: ({ share }) => [share.count('7d')],
    });
    const plan = await workplace.plan(join({ version: 1, left: leftSource, parts: [part(careful)] }), 'careful');
    await expect(workplace.backfill(plan, days(1, 2))).resolves.toMatchObject({ table: plan.table });
  });
});
