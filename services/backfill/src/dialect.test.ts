import { type ExpressionDialect, eventSource, groupBy, join, part, table } from '@isochron/authoring';
import { ExpressionError } from '@isochron/expression';
import type { Value } from '@isochron/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from './verify.ts';
import { at, day, days, openWorkplace, type Row, type Workplace } from './workplace.fixture.ts';

/** Visits as tables of Spark have them: times and numbers are texts, some of which are none. */
const visits = table('visits', {
  user: 'STRING',
  seen: 'STRING',
  day: 'DATE',
  spent: 'FLOAT64',
  pages: 'STRING',
  bought: 'INT64',
  tried: 'INT64',
});
const questions = table('questions', { user: 'STRING', asked: 'STRING', day: 'DATE', rank: 'INT64' });

const visit = (n: number, time: string, rest: Row): Row => ({
  user: 'ann',
  seen: `${day(n)} ${time}`,
  day: day(n),
  ...rest,
});
const rows: readonly Row[] = [
  visit(1, '08:00:00', { spent: 3.75, pages: '12', bought: 7, tried: 2 }),
  visit(1, '09:00:00', { spent: -3.75, pages: 'many', bought: null, tried: 3 }),
  visit(1, '10:00:00', { spent: 0.5, pages: ' 9.9 ', bought: 5, tried: 0 }),
  // Neither a time nor a known user: null, and counted.
  visit(1, 'noon', { spent: 1000, pages: '1000', bought: 1000, tried: 1 }),
  visit(1, '11:00:00', { user: '', spent: 1000, pages: '1000', bought: 1000, tried: 1 }),
  visit(2, '08:00:00', { user: 'bob', spent: 2.5, pages: '3', bought: 9, tried: 4 }),
];
const asks: readonly Row[] = [
  { user: 'ann', asked: `${day(1)} 10:00:00`, day: day(1), rank: 1 },
  { user: 'ann', asked: `${day(2)} 00:30:00`, day: day(2), rank: 0 },
  { user: 'bob', asked: `${day(2)} 09:00:00`, day: day(2), rank: 2 },
  { user: 'cyd', asked: 'never', day: day(2), rank: 2 },
];

const time = (column: string) => `UNIX_TIMESTAMP(${column}) * 1000`;

/** What definitions of the existing system use, and what Spark makes of it that GoogleSQL does not. */
const source = eventSource({
  table: visits,
  time: time('seen'),
  start: day(1),
  select: {
    user: "NULLIF(user, '')",
    // Cut toward zero, where GoogleSQL rounds.
    coins: 'CAST(spent AS INT)',
    // Null where the text is no number, where GoogleSQL fails.
    pages: 'CAST(pages AS INT)',
    // A double of whole numbers, and null by zero, where GoogleSQL fails.
    rate: 'bought / tried',
    each: 'bought DIV tried',
    // The greatest there is, where GoogleSQL gives null for any null.
    most: 'GREATEST(bought, tried)',
  },
  where: ["user <=> 'ann' OR spent >= 2.5"],
});
const byUser = groupBy({
  version: 1,
  dialect: 'spark',
  accuracy: 'temporal',
  sources: [source],
  keys: ['user'],
  aggregations: ({ coins, pages, rate, each, most }) => [
    coins.sum('1d'),
    pages.sum('1d'),
    rate.sum('1d'),
    rate.count('1d'),
    each.sum('1d'),
    most.sum('1d'),
  ],
  derive: { share: 'each_sum_1d * 1.0 / coins_sum_1d', label: "CONCAT(user, ': ', pages_sum_1d)" },
});
/** The same table by GoogleSQL, in the same join. */
const google = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [
    eventSource({
      table: visits,
      time: "UNIX_MILLIS(SAFE.PARSE_TIMESTAMP('%F %T', seen))",
      start: day(1),
      select: { user: 'user', coins: 'CAST(spent AS INT64)' },
    }),
  ],
  keys: ['user'],
  aggregations: ({ coins }) => [coins.sum('1d')],
  derive: { rest: 'MOD(coins_sum_1d, 2)' },
});
const left = eventSource({ table: questions, time: time('asked'), select: { user: 'user', rank: 'rank' } });
const derive = { by_rank: 'user_coins_sum_1d / rank', odd: 'user_each_sum_1d % 2 == 1' };
const alone = join({ version: 1, dialect: 'spark', left, parts: [part(byUser)], derive });
const both = join({
  version: 1,
  dialect: 'spark',
  left,
  parts: [part(byUser), part(google, { prefix: 'google' })],
  derive,
});

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  await workplace.load('visits', rows);
  await workplace.load('questions', asks);
});
afterAll(() => workplace.dispose());

const verified = async (plan: Parameters<typeof verify>[1]['plan']) => {
  const report = await verify(workplace.warehouse, { plan, days: days(1, 2), rows: 1000, seed: 1 });
  expect(report.mismatches).toEqual([]);
  return report.rows > 0 && report.equal === report.rows;
};
const sorted = (found: readonly Readonly<Record<string, Value>>[], ...names: readonly string[]) =>
  found.map((row) => names.map((name) => row[name] ?? null)).sort((a, b) => (String(a) < String(b) ? -1 : 1));

describe('a definition in Spark SQL', () => {
  it('has the numbers of Spark at midnight', async () => {
    const plan = await workplace.plan(byUser);
    const { counts } = await workplace.backfill(plan, days(1, 2));
    expect(counts[0]?.counts).toMatchObject({ events: 6, eventsWithoutTime: 1, eventsWithoutKey: 1 });
    const found = await workplace.rows(plan.table, days(1, 2));
    const names = [
      'ds',
      'user',
      'coins_sum_1d',
      'pages_sum_1d',
      'rate_sum_1d',
      'rate_count_1d',
      'each_sum_1d',
      'most_sum_1d',
    ];
    // ann: 3 - 3 + 0; 12 + 9; 7 / 2; one of three; 3; 7 + 3 + 5. Nothing by nothing is null.
    expect(sorted(found, ...names, 'share', 'label')).toEqual([
      [day(1), 'ann', 0, 21, 3.5, 1, 3, 15, null, 'ann: 21'],
      [day(2), 'bob', 2, 3, 2.25, 1, 2, 9, 1, 'bob: 3'],
    ]);
    expect(await verified(plan)).toBe(true);
  });

  it.each([
    ['one part', alone],
    ['two parts of two dialects', both],
  ])('is joined, and derived from, in a join of %s', async (name, definition) => {
    const plan = await workplace.plan(definition, name.slice(0, 3));
    await workplace.backfill(plan, days(1, 2));
    const found = await workplace.rows(plan.table, days(1, 2));
    const names = ['user', 'ts', 'user_coins_sum_1d', 'user_rate_sum_1d', 'user_label', 'by_rank', 'odd'];
    expect(sorted(found, ...names)).toEqual([
      ['ann', at(1, 10), 0, 3.5, 'ann: 12', 0, true],
      ['ann', at(2, 0.5), 0, 3.5, 'ann: 21', null, true],
      ['bob', at(2, 9), 2, 2.25, 'bob: 3', 1, false],
      ['cyd', null, null, null, null, null, null],
    ]);
    if (definition === both) {
      expect(sorted(found, 'user', 'ts', 'google_user_coins_sum_1d', 'google_user_rest')).toEqual([
        ['ann', at(1, 10), 0, 0],
        ['ann', at(2, 0.5), 1, 1],
        ['bob', at(2, 9), 3, 1],
        ['cyd', null, null, null],
      ]);
    }
    expect(await verified(plan)).toBe(true);
  });
});

describe('one text has two meanings', () => {
  const reading = (dialect: ExpressionDialect, expression: string) =>
    groupBy({
      version: 1,
      dialect,
      accuracy: 'temporal',
      sources: [
        eventSource({
          table: visits,
          time: 'UNIX_MILLIS(CAST(day AS TIMESTAMP))',
          start: day(1),
          select: { it: expression, all: "'all'" },
        }),
      ],
      keys: ['all'],
      aggregations: ({ it }) => [it.lastK(6, '7d')],
    });
  const values = async (dialect: ExpressionDialect, expression: string, name: string) => {
    const plan = await workplace.plan(reading(dialect, expression), name);
    await workplace.backfill(plan, days(2));
    expect(await verified(plan)).toBe(true);
    const [row] = await workplace.rows(plan.table, days(2));
    const list = row?.['it_last6_7d'];
    return Array.isArray(list) ? list.toSorted((a, b) => (a < b ? -1 : 1)) : list;
  };

  it.each<[string, readonly Value[], readonly Value[]]>([
    ['CAST(spent AS INT)', [-3, 0, 2, 3, 1000, 1000], [-4, 1, 3, 4, 1000, 1000]],
    ['GREATEST(bought, tried)', [3, 5, 7, 9, 1000, 1000], [5, 7, 9, 1000, 1000]],
    ["SPLIT(pages, '.')[0]", ['', '', '', '', '', ''], [' 9', '1000', '1000', '12', '3', 'many']],
  ])('%s', async (expression, spark, googlesql) => {
    expect(await values('spark', expression, 'spark')).toEqual(spark);
    expect(await values('googlesql', expression, 'google')).toEqual(googlesql);
  });

  it.each([
    ['bought / tried', [2.25, 3.5, 1000, 1000]],
    ['CAST(pages AS INT)', [3, 9, 12, 1000, 1000]],
  ])('%s is null for a row in Spark SQL, and a fault in GoogleSQL', async (expression, spark) => {
    expect(await values('spark', expression, 'nulls')).toEqual(spark);
    const thrown = await values('googlesql', expression, 'faults').catch((fault: unknown) => fault);
    expect(thrown).toBeInstanceOf(ExpressionError);
    expect(thrown).toMatchObject({ expression });
  });
});
