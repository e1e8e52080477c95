import { eventSource, groupBy, join, part, table } from '@isochron/authoring';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunnablePlan } from '../runnable.ts';
import { at, DAY, day, HOUR, openWorkplace, type Row, type Workplace } from '../workplace.fixture.ts';
import { type WhyReport, type WhyRequest, why } from './why.ts';

const sales = table('sales', {
  user: 'STRING',
  ts: 'INT64',
  day: 'DATE',
  price: 'FLOAT64',
  kind: 'STRING',
  items: 'ARRAY<STRING>',
});
const asks = table('asks', { user: 'STRING', ts: 'INT64', day: 'DATE', note: 'INT64', shop: 'STRING' });
const MINUTE = HOUR / 60;

const source = eventSource({
  table: sales,
  time: 'ts',
  lag: '1d',
  select: { user: 'user', price: 'price', kind: 'kind', items: 'items' },
  where: ["kind IS NULL OR kind != 'gift'", 'price IS NULL OR price < 1000'],
});
const byUser = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [source],
  keys: ['user'],
  aggregations: ({ price, items }) => [
    price.sum('1d'),
    price.sum('1d').by('kind'),
    price.max(),
    items.uniqueCount('1d'),
    items.last('1d'),
  ],
  derive: { half: 'price_sum_1d / 2', quarter_of: 'IF(user = "ann", price_sum_1d / 4, NULL)' },
});
const byUserDaily = groupBy({
  version: 1,
  accuracy: 'snapshot',
  sources: [source],
  keys: ['user'],
  aggregations: ({ price }) => [price.sum('2d')],
});
const left = eventSource({ table: asks, time: 'ts', select: { user: 'user', note: 'note', shop: 'shop' } });
const training = join({
  version: 1,
  left,
  parts: [part(byUser), part(byUserDaily, { prefix: 'daily' })],
  derive: { noted: 'user_half + note' },
});

/** The row is asked on the 3rd at 10:30:20; its day begins on the 2nd at 10:00, on a whole hour. */
const ASKED = at(3, 10) + 30 * MINUTE + 20_000;

const sale = (n: number, ts: number | null, price: number | null, more: Row = {}): Row => ({
  ...{ user: 'ann', ts, day: day(n), price, kind: 'food', items: ['a'] },
  ...more,
});
const rows: readonly Row[] = [
  sale(1, at(1, 12), 100),
  sale(2, at(2, 9) + 59 * MINUTE, 50),
  sale(2, at(2, 10), 1),
  sale(2, at(2, 10) + 30 * MINUTE, 2),
  sale(2, at(2, 11), 4),
  sale(2, at(2, 12), 8, { kind: 'gift' }),
  sale(2, at(2, 13), 5000),
  sale(2, at(2, 14), null),
  sale(2, at(2, 15), 16, { kind: null, items: [] }),
  sale(2, null, 32),
  sale(1, at(3, 9), 64),
  sale(3, ASKED - 1, 128, { user: 'bob' }),
  sale(3, ASKED - 1, 256),
  sale(3, ASKED, 512),
  sale(3, ASKED + 30 * MINUTE, 7),
  sale(3, ASKED + 2 * HOUR, 9),
];

describe('events of one value', () => {
  let place: Workplace;
  let plan: RunnablePlan;
  beforeAll(async () => {
    place = await openWorkplace();
    await place.load('sales', [...rows, sale(0, at(0), 3, { user: 'cy' }), sale(4, at(4), 3, { user: 'cy' })]);
    const ask = { user: 'ann', ts: ASKED, day: day(3), note: 1, shop: 'x' };
    await place.load('asks', [
      ask,
      { ...ask, shop: 'y' },
      { ...ask, ts: ASKED + HOUR, note: 2 },
      { ...ask, ts: ASKED + HOUR, note: 3 },
      { ...ask, user: null, ts: ASKED + 2 * HOUR },
      { ...ask, ts: ASKED + 3 * DAY, note: 4 },
    ]);
    plan = await place.plan(training);
  });
  afterAll(() => place.dispose());

  const ask = (column: string, asked: Partial<WhyRequest> = {}): Promise<WhyReport> =>
    why(place.warehouse, {
      ...{ plan, column, said: [{ column: 'user', text: 'ann' }], atMs: ASKED, day: null, eventsMax: 100 },
      ...asked,
    });
  const only = async (column: string, asked: Partial<WhyRequest> = {}) => {
    const { features } = await ask(column, asked);
    const [feature] = features;
    if (feature === undefined) throw new Error('no feature');
    return feature;
  };

  it('are in the window, from the hop it begins in; the others are left out, and why is said', async () => {
    const feature = await only('user_price_sum_1d');
    expect(feature.window).toEqual({
      fromMs: at(2, 10),
      toMs: ASKED,
      hopMs: HOUR,
      exactFromMs: ASKED - DAY,
    });
    expect(feature.events.map(({ timeMs, value, isByHop, without }) => [timeMs, value, isByHop, without])).toEqual([
      [at(2, 10), 1, true, 278],
      [at(2, 10) + 30 * MINUTE, 2, true, 277],
      [at(2, 11), 4, false, 275],
      [at(2, 15), 16, false, 263],
      [ASKED - 1, 256, false, 23],
    ]);
    expect(feature).toMatchObject({ value: 279, kernel: 279, agrees: true, counted: 5, buckets: null, notes: [] });
    expect(feature.leftOut.map(({ timeMs, value, leftOut, condition }) => [timeMs, value, leftOut, condition])).toEqual(
      [
        [at(2, 9) + 59 * MINUTE, 50, 'before-window', null],
        [at(2, 12), 8, 'condition', "kind IS NULL OR kind != 'gift'"],
        [at(2, 13), 5000, 'condition', 'price IS NULL OR price < 1000'],
        [at(2, 14), null, 'null-input', null],
        [at(3, 9), 64, 'beyond-lag', null],
        [ASKED, 512, 'not-before-row', null],
        [ASKED + 30 * MINUTE, 7, 'not-before-row', null],
        [null, 32, 'no-time', null],
      ],
    );
    expect(feature.leftOutCounts).toEqual({
      ...{ 'before-window': 1, condition: 2, 'null-input': 1, 'beyond-lag': 1, 'not-before-row': 2, 'no-time': 1 },
    });
  });

  it('are told for each bucket', async () => {
    const feature = await only('user_price_sum_1d_by_kind');
    expect(feature.buckets).toEqual([{ bucket: 'food', events: 4, value: 263 }]);
    expect(feature.events[0]).toMatchObject({ value: 1, bucket: 'food', without: 262 });
    expect(feature.leftOut.find(({ value }) => value === 16)?.leftOut).toBe('null-bucket');
  });

  it('have elements where an operation takes them, and are lists where it takes those', async () => {
    expect((await only('user_items_unique_count_1d')).leftOut.find(({ timeMs }) => timeMs === at(2, 15))).toMatchObject(
      {
        value: [],
        leftOut: 'no-element',
      },
    );
    const last = await only('user_items_last_1d', { atMs: ASKED });
    expect(last.counted).toBe(6);
    expect(last.leftOutCounts['no-element']).toBeUndefined();
  });

  it('go back to the beginning without a window', async () => {
    const feature = await only('user_price_max');
    expect(feature.window?.fromMs).toBe(-Infinity);
    expect(feature.events[0]).toMatchObject({ timeMs: at(1, 12), without: 256 });
    expect(feature).toMatchObject({ value: 256, agrees: true });
  });

  it('end at midnight for a snapshot, and those of the day itself are left out', async () => {
    const feature = await only('daily_user_price_sum_2d');
    expect(feature.window).toMatchObject({ fromMs: at(1), toMs: at(3), hopMs: DAY });
    expect(feature).toMatchObject({ value: 173, agrees: true });
    expect(feature.leftOut.filter(({ leftOut }) => leftOut === 'not-before-row').map(({ value }) => value)).toEqual([
      256, 512, 7, 9,
    ]);
  });

  it('are the last ones up to a limit, and all are counted', async () => {
    const feature = await only('user_price_sum_1d', { eventsMax: 2 });
    expect(feature.events.map(({ value }) => value)).toEqual([16, 256]);
    expect(feature.counted).toBe(5);
    expect(feature.leftOut).toHaveLength(2);
    expect(feature.value).toBe(279);
  });

  it('may be none, and the last one before the window is told', async () => {
    const group = { plan: await place.plan(byUser, 'alone'), atMs: at(3, 11) } as const;
    // Bob's only sale is of the 3rd, before eleven; Cy's are of the last of December and of the 4th.
    expect(await only('price_sum_1d', { ...group, said: [{ column: 'user', text: 'bob' }] })).toMatchObject({
      counted: 1,
      lastBeforeMs: null,
    });
    expect(await only('price_sum_1d', { ...group, said: [{ column: 'user', text: 'cy' }] })).toMatchObject({
      counted: 0,
      value: null,
      lastBeforeMs: at(0),
    });
    expect(await only('price_sum_1d', { ...group, said: [{ column: 'user', text: 'dee' }] })).toMatchObject({
      counted: 0,
      lastBeforeMs: null,
    });
  });

  it('are told of each feature that a derived column is made of, through the stages', async () => {
    const report = await ask('noted');
    expect(report).toMatchObject({ value: 140.5, agrees: true, stored: { kind: 'absent', because: 'no-table' } });
    expect(report.written.map(({ name }) => name)).toEqual(['noted', 'user_half']);
    expect(report.context).toEqual([{ name: 'note', type: { kind: 'long' }, value: 1 }]);
    expect(report.features.map(({ output, value }) => [output.name, value])).toEqual([['user_price_sum_1d', 279]]);
  });

  it('are none of a row that matches nothing', async () => {
    const report = await ask('user_price_sum_1d', { said: [], atMs: ASKED + 2 * HOUR });
    expect(report).toMatchObject({ value: null, agrees: true });
    expect(report.features[0]).toMatchObject({ window: null, counted: 0, events: [], leftOut: [] });
    const late = await ask('user_price_sum_1d', { said: [{ column: 'note', text: '4' }], atMs: null, day: day(3) });
    expect(late).toMatchObject({ value: null, features: [{ window: null }] });
  });

  it('are those of a group-by at any instant, whether its table has that or not', async () => {
    const group = await place.plan(byUser, 'alone');
    const alone = { plan: group, said: [{ column: 'user', text: 'ann' }] } as const;
    expect(await ask('price_sum_1d', alone)).toMatchObject({ value: 279, stored: { because: 'no-table' } });
    await place.backfill(group, { start: day(2), end: day(3) });
    expect(await ask('price_sum_1d', alone)).toMatchObject({ value: 279, stored: { because: 'other-instant' } });
    const stored = await ask('quarter_of', { ...alone, atMs: null, day: day(2) });
    expect(stored).toMatchObject({ value: 18.25, stored: { kind: 'stored', value: 18.25, agrees: true } });
    expect(await ask('price_sum_1d', { ...alone, atMs: at(3) })).toMatchObject({ value: 73, stored: { value: 73 } });
    expect(await ask('half', { ...alone, said: [{ column: 'user', text: 'dee' }], atMs: at(3) })).toMatchObject({
      value: null,
      agrees: true,
      stored: { because: 'no-row' },
    });
  });

  it('are left out by conditions in Spark SQL as well', async () => {
    const spark = groupBy({
      version: 1,
      dialect: 'spark',
      accuracy: 'temporal',
      sources: [
        eventSource({
          table: sales,
          time: 'ts',
          lag: '1d',
          select: { user: 'user', price: 'price' },
          where: ["NOT kind <=> 'gift'"],
        }),
      ],
      keys: ['user'],
      aggregations: ({ price }) => [price.count('1d')],
    });
    const said = [{ column: 'user', text: 'ann' }];
    const feature = await only('price_count_1d', { plan: await place.plan(spark, 'spark'), said });
    expect(feature).toMatchObject({ value: 6, leftOutCounts: { condition: 1 } });
    expect(feature.leftOut.find(({ leftOut }) => leftOut === 'condition')).toMatchObject({
      value: 8,
      condition: "NOT kind <=> 'gift'",
    });
  });

  it('that a condition leaves out need not be such that their columns have values', async () => {
    const divided = groupBy({
      version: 1,
      accuracy: 'temporal',
      sources: [
        eventSource({
          table: sales,
          time: 'ts',
          lag: '1d',
          select: { user: 'user', odd: '1 / (price - 5000)' },
          where: ['price < 5000'],
        }),
      ],
      keys: ['user'],
      aggregations: ({ odd }) => [odd.count('1d')],
    });
    const said = [{ column: 'user', text: 'ann' }];
    const feature = await only('odd_count_1d', { plan: await place.plan(divided, 'divided'), said });
    expect(feature).toMatchObject({ value: 6, agrees: true });
    expect(feature.notes).toEqual([
      expect.stringMatching(/^Events for which price < 5000 is not true cannot be shown: /),
    ]);
  });

  it('no longer make the value of a table that is not current', async () => {
    const other = await place.plan(training, 'stale');
    await place.backfill(other, { start: day(3), end: day(3) });
    expect(await ask('noted', { plan: other })).toMatchObject({
      agrees: true,
      stored: { kind: 'stored', value: 140.5 },
    });
    await place.load('sales', [...rows.slice(2), sale(0, at(0), 3), sale(2, at(2, 16), 11), sale(4, at(4), 3)]);
    const stale = await ask('noted', { plan: other });
    expect(stale).toMatchObject({ agrees: false, value: 146, stored: { value: 140.5, agrees: false } });
    await place.load('sales', [...rows, sale(0, at(0), 3, { user: 'cy' }), sale(4, at(4), 3, { user: 'cy' })]);
  });

  it('cannot be told of a column, a row or a day that is not there, nor of several rows', async () => {
    const cases: readonly (readonly [string, Partial<WhyRequest>, string, string])[] = [
      [
        'user_price_sum_2d',
        {},
        'NOT_FOUND',
        'has no feature user_price_sum_2d. Did you mean daily_user_price_sum_2d, user_price_sum_1d?',
      ],
      ['zzz', {}, 'NOT_FOUND', 'has no feature zzz. It has '],
      ['note', {}, 'INVALID_ARGUMENT', 'note is a column of the left side of team/file.it__1, not a feature'],
      [
        'noted',
        { atMs: ASKED + 5 },
        'NOT_FOUND',
        `has no row of user=ann at ${new Date(ASKED + 5).toISOString()}. There are rows at ${new Date(ASKED).toISOString()}`,
      ],
      ['noted', { said: [{ column: 'user', text: 'eve' }] }, 'NOT_FOUND', `has no row of user=eve on ${day(3)}`],
      ['noted', { atMs: at(9) }, 'FAILED_PRECONDITION', `Table asks lacks the partition ${day(9)}`],
      [
        'noted',
        { said: [{ column: 'usr', text: 'ann' }] },
        'INVALID_ARGUMENT',
        'has no column usr to look for; it has',
      ],
      [
        'noted',
        { atMs: ASKED + HOUR },
        'INVALID_ARGUMENT',
        '2 rows of team/file.it__1 are meant; say which, by --key note:\n  --key note=2\n  --key note=3',
      ],
      ['noted', { atMs: null, day: day(3) }, 'INVALID_ARGUMENT', 'say which, by --key note and --at:'],
    ];
    for (const [column, asked, code, message] of cases)
      await expect(ask(column, asked), message).rejects.toMatchObject({
        code,
        message: expect.stringContaining(message),
      });
    // What does not decide on the value need not be said.
    expect((await ask('user_half', { atMs: ASKED + HOUR })).value).toBe(
      (await ask('user_half', { atMs: ASKED + HOUR, said: [{ column: 'note', text: '3' }] })).value,
    );
    const group = await place.plan(byUser, 'alone');
    await expect(ask('half', { plan: group, said: [] })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: 'team/file.alone__1 is asked by all of its keys: say --key user=… as well.',
    });
  });
});
