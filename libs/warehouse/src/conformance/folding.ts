import {
  createVector,
  doubleType,
  type Field,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  timestampType,
  type Value,
} from '@isochron/schema';
import { expect, it } from 'vitest';
import type { FoldRequest } from '../warehouse.ts';
import {
  at,
  chunkValues,
  DAY,
  day,
  days,
  expectError,
  HOUR,
  loadRows,
  readAll,
  readColumns,
  readRows,
  runFold,
  type Subject,
  target,
  timed,
  writeAll,
} from './subject.ts';

const KEYS: readonly Field[] = [{ name: 'id', type: stringType }];
const FARE: Field = { name: 'fare', type: doubleType };
const OUTPUTS: readonly Field[] = [{ name: 'answer', type: longType }];

const LEFT = [
  { id: 'a', ts: at(2, 1), note: 'first' },
  { id: 'b', ts: at(2, 5), note: 'second' },
  { id: 'a', ts: at(3, 1), note: 'third' },
  { id: null, ts: at(3, 2), note: 'no key' },
  { id: 'z', ts: at(3, 3), note: 'no events' },
];

const EVENTS = [
  { id: 'a', ts: at(1, 1), fare: 1 },
  { id: 'a', ts: at(2, 1), fare: 2 },
  { id: 'a', ts: at(2, 2), fare: null },
  { id: 'b', ts: at(2, 4), fare: 4 },
  { id: 'nobody', ts: at(2, 4), fare: 5 },
  { id: null, ts: at(2, 4), fare: 6 },
  { id: 'a', ts: at(3, 0), fare: 7 },
];

const request = (more: Partial<FoldRequest> = {}): FoldRequest => ({
  left: { kind: 'scan', scan: timed('asks', days(2, 3), ['id', 'note']), keys: ['id'] },
  at: 'time',
  events: [timed('trips', days(1, 3), ['id', 'fare'])],
  fromMs: Number.NEGATIVE_INFINITY,
  keys: KEYS,
  inputs: [FARE],
  outputs: OUTPUTS,
  orderTies: false,
  ...more,
});

export function folding(subject: () => Subject): void {
  const loaded = async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'asks', LEFT);
    await loadRows(warehouse, subject(), 'trips', EVENTS);
    return warehouse;
  };

  /** The rows of a fold, each key's under the fare of its first event, since the numbers of keys mean nothing. */
  const sequences = async (more: Partial<FoldRequest> = {}) => {
    const step = await (await loaded()).fold(request(more));
    const read = await readAll(step, [FARE]);
    await step.close();
    const byKey = Map.groupBy(read, ([key]) => key);
    expect(new Set(byKey.keys()).size).toBe(byKey.size);
    return [...byKey.values()].map((rows) =>
      rows.map(([, ts, row, fare]) => (row >= 0 ? `ask ${(ts - at(1)) / HOUR}` : `${(ts - at(1)) / HOUR} ${fare}`)),
    );
  };

  it('gives each key its rows in order of time, an ask before the events of its instant', async () => {
    const found = await sequences();
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(['1 1', 'ask 25', '25 2', '26 null', '48 7', 'ask 49']);
    expect(found).toContainEqual(['28 4', 'ask 29']);
    expect(found).toContainEqual(['ask 51']);
  });

  it('counts what it reads and what it leaves out', async () => {
    const step = await (await loaded()).fold(request());
    expect(step.counts).toMatchObject({
      leftRows: 5,
      leftWithoutKey: 1,
      leftWithoutTime: 0,
      leftBeyondLag: 0,
      events: 7,
      eventsWithoutKey: 1,
      eventsWithoutTime: 0,
      eventsBeyondLag: 0,
    });
    await step.close();
  });

  it('counts events beyond the lag and without a time, by whatever expression the time is', async () => {
    const warehouse = await loaded();
    const late = timed('trips', days(1, 3), ['id', 'fare'], {
      time: `IF(fare = 2, NULL, ts + 30 * ${HOUR} * IF(fare = 4, 1, 0))`,
      lagMs: HOUR,
    });
    const step = await warehouse.fold(request({ events: [late] }));
    expect(step.counts).toMatchObject({ events: 7, eventsWithoutKey: 1, eventsWithoutTime: 1, eventsBeyondLag: 1 });
    expect((await readAll(step, [FARE])).filter(([, , row]) => row === -1)).toHaveLength(3);
    await step.close();

    const wide = await warehouse.fold(request({ events: [{ ...late, lagMs: 2 * DAY }] }));
    expect(wide.counts).toMatchObject({ eventsBeyondLag: 0 });
    expect((await readAll(wide, [FARE])).filter(([, , row]) => row === -1)).toHaveLength(4);
    await wide.close();
  });

  it('asks left rows without a time, or beyond the lag, nothing', async () => {
    const warehouse = await loaded();
    const scan = timed('asks', days(2, 3), ['id', 'note'], {
      time: "IF(note = 'first', NULL, IF(note = 'second', 0, ts))",
    });
    const step = await warehouse.fold(request({ left: { kind: 'scan', scan, keys: ['id'] } }));
    expect(step.counts).toMatchObject({ leftRows: 5, leftWithoutKey: 1, leftWithoutTime: 1, leftBeyondLag: 1 });
    expect((await readAll(step)).filter(([, , row]) => row >= 0)).toHaveLength(2);
    await step.close();
  });

  it('asks at the midnight that starts the day, if told to', async () => {
    expect(await sequences({ at: 'day' })).toContainEqual(['1 1', 'ask 24', '25 2', '26 null', 'ask 48', '48 7']);
  });

  it('leaves out events before an instant, and those its conditions refuse', async () => {
    expect(await sequences({ fromMs: at(2, 1) })).toContainEqual(['ask 25', '25 2', '26 null', '48 7', 'ask 49']);
    const events = [{ ...timed('trips', days(1, 3), ['id', 'fare']), where: ['fare < 7', "id != 'b'"] }];
    expect(await sequences({ events })).toEqual(
      expect.arrayContaining([['1 1', 'ask 25', '25 2', 'ask 49'], ['ask 29'], ['ask 51']]),
    );
  });

  it('reads several sources as one', async () => {
    const events = [timed('trips', days(1, 1), ['id', 'fare']), timed('trips', days(3, 3), ['id', 'fare'])];
    expect(await sequences({ events })).toContainEqual(['1 1', 'ask 25', '48 7', 'ask 49']);
  });

  it('orders ties by the rows alone', async () => {
    const warehouse = await subject().open();
    const ties = Array.from({ length: 50 }, (_, fare) => ({ id: 'a', ts: at(2), fare: (fare * 37) % 50 }));
    await loadRows(warehouse, subject(), 'asks', [{ id: 'a', ts: at(2, 1), note: '' }]);
    const orders = [];
    for (const rows of [ties, ties.toReversed()]) {
      await loadRows(warehouse, subject(), 'trips', rows);
      const step = await warehouse.fold(
        request({
          left: { kind: 'scan', scan: timed('asks', days(2), ['id']), keys: ['id'] },
          events: [timed('trips', days(2), ['id', 'fare'])],
          orderTies: true,
        }),
      );
      orders.push((await readAll(step, [FARE])).map(([, , , fare]) => fare));
      await step.close();
    }
    expect(orders[0]).toHaveLength(51);
    expect(orders[1]).toEqual(orders[0]);
  });

  it('joins what is written to the left rows; those never asked have nulls', async () => {
    const warehouse = await loaded();
    const report = await runFold(warehouse, request(), () => [7], target('out', days(2, 3)), 'joined');
    expect(report.rows).toBe(5);
    const rows = await readRows(warehouse, 'out', days(2, 3), ['note', 'id', 'ts', 'answer'], ['note']);
    expect(rows).toEqual([
      { note: 'first', id: 'a', ts: at(2, 1), answer: 7 },
      { note: 'no events', id: 'z', ts: at(3, 3), answer: 7 },
      { note: 'no key', id: null, ts: at(3, 2), answer: null },
      { note: 'second', id: 'b', ts: at(2, 5), answer: 7 },
      { note: 'third', id: 'a', ts: at(3, 1), answer: 7 },
    ]);
    expect(
      (await warehouse.describe('out'))?.partitions.map(({ day: of, rows: n, fingerprint }) => [of, n, fingerprint]),
    ).toEqual([
      [day(2), 2, `made ${day(2)}`],
      [day(3), 3, `made ${day(3)}`],
    ]);
  });

  it('assembles projected rows and parts by day and row', async () => {
    const warehouse = await loaded();
    const asks = timed('asks', days(2, 3), ['id', 'note']);
    // Days of different calls, both numbered from 0.
    for (const of of [2, 3])
      await warehouse.project({ scan: { ...asks, days: days(of) }, target: target('left', days(of)) });
    expect((await readRows(warehouse, 'left', days(3), ['row'])).map(({ row }) => row)).toEqual([0, 1, 2]);
    const left = { kind: 'table', table: 'left', days: days(2, 3), keys: ['id'] } as const;
    await runFold(warehouse, request({ left }), ([, ts]) => [ts], target('part', days(2, 3)), 'features');
    const report = await warehouse.assemble({
      left: 'left',
      days: days(2, 3),
      parts: [{ table: 'part', outputs: ['answer'] }],
      target: target('out', days(2, 3)),
    });
    expect(report.rows).toBe(5);
    expect((await warehouse.describe('out'))?.columns.map(({ name }) => name)).toEqual(['id', 'note', 'ts', 'answer']);
    for (const row of await readRows(warehouse, 'out', days(2, 3), ['id', 'ts', 'answer'])) {
      expect(row['answer']).toBe(row['id'] === null ? null : row['ts']);
    }
    await expectError(
      warehouse.assemble({
        left: 'left',
        days: days(2, 3),
        parts: [{ table: 'part', outputs: ['nope'] }],
        target: target('x', days(2, 3)),
      }),
      'INVALID_ARGUMENT',
      '"part"',
      '"nope"',
    );
  });

  it('joins to a projected table as well, and asks nothing beyond a lag it is given', async () => {
    const warehouse = await loaded();
    const time = `ts + IF(note = 'second', ${2 * DAY}, 0)`;
    const asks = timed('asks', days(2, 3), ['id', 'note'], { time, lagMs: DAY });
    await warehouse.project({ scan: asks, target: target('left', days(2, 3)) });
    const left = { kind: 'table', table: 'left', days: days(2, 3), keys: ['id'], lagMs: DAY } as const;
    await runFold(warehouse, request({ left }), () => [7], target('out', days(2, 3)), 'joined');
    expect(await readRows(warehouse, 'out', days(2, 3), ['note', 'ts', 'answer'], ['note'])).toEqual([
      { note: 'first', ts: at(2, 1), answer: 7 },
      { note: 'no events', ts: at(3, 3), answer: 7 },
      { note: 'no key', ts: at(3, 2), answer: null },
      { note: 'second', ts: at(4, 5), answer: null },
      { note: 'third', ts: at(3, 1), answer: 7 },
    ]);
  });

  it('asks every key once a day, at the midnight that ends it, and keeps rows with a value', async () => {
    const warehouse = await loaded();
    const fold = request({ left: { kind: 'every-key', days: days(2, 3) } });
    const step = await warehouse.fold(fold);
    const read = await readAll(step, [FARE]);
    const asks = read.filter(([, , row]) => row >= 0);
    expect(asks.map(([, ts]) => ts).sort()).toEqual([at(3), at(3), at(3), at(4), at(4), at(4)]);
    await writeAll(step, read, OUTPUTS, ([, ts]) => [ts === at(3) ? 1 : null]);
    await step.publish(target('keys', days(2, 3)), 'joined');
    await step.close();
    expect(await readRows(warehouse, 'keys', days(2, 3), ['id', 'answer'])).toEqual(
      ['a', 'b', 'nobody'].map((id) => ({ id, answer: 1 })),
    );
    expect((await warehouse.describe('keys'))?.partitions.map(({ rows }) => rows)).toEqual([3, 0]);
  });

  it('gives the keys in the order of their numbers, which is the order of the rows', async () => {
    const warehouse = await subject().open();
    const ids = Array.from({ length: 3_000 }, (_, n) => `id ${n}`);
    const events = ids.map((id, n) => ({ id, n, ts: at(1), fare: n }));
    await loadRows(warehouse, subject(), 'trips', events);
    const keys = [...KEYS, { name: 'n', type: longType }];
    const trips = timed('trips', days(1), ['id', 'n', 'fare']);
    const step = await warehouse.fold(
      request({ left: { kind: 'every-key', days: days(1) }, events: [trips], keys, inputs: [FARE] }),
    );
    const first = await step.readKeys();
    const rows = await readAll(step, [FARE]);
    const rest = await readColumns({ fields: keys, read: () => step.readKeys() });
    const values = [...chunkValues(keys, first), ...rest];
    expect(values).toHaveLength(3_000);
    expect(rows.map(([key]) => key)).toEqual(rows.map(([key]) => key).toSorted((a, b) => a - b));
    for (const [key, , row, fare] of rows) if (row < 0) expect(values[key]).toEqual([`id ${fare}`, fare]);
    expect(await step.readKeys()).toBeNull();
    await step.close();
    await expectError(step.readKeys(), 'ABORTED');
  });

  it('keeps outputs of every kind, and their nulls', async () => {
    const warehouse = await loaded();
    const outputs: readonly Field[] = [
      { name: 'i', type: intType },
      { name: 'd', type: doubleType },
      { name: 'l', type: longType },
      { name: 's', type: stringType },
      { name: 't', type: timestampType },
      { name: 'list', type: listType(stringType) },
      { name: 'map', type: mapType(stringType, longType) },
    ];
    const some: readonly Value[] = [
      -1,
      0.5,
      2n ** 60n + 1n,
      'ä😀',
      -1,
      ['x', null, ''],
      new Map([
        ['k', 3],
        ['null', null],
      ]),
    ];
    const valuesOf = ([, ts]: readonly [number, number, ...unknown[]]) =>
      ts === at(2, 1) ? some : outputs.map(() => null);
    await runFold(warehouse, request({ outputs }), valuesOf, target('out', days(2, 3)), 'joined');
    const names = outputs.map(({ name }) => name);
    const rows = await readRows(warehouse, 'out', days(2, 3), ['note', ...names], ['note']);
    expect(rows[0]).toEqual({ note: 'first', ...Object.fromEntries(names.map((name, index) => [name, some[index]])) });
    for (const row of rows.slice(1)) expect(names.map((name) => row[name])).toEqual(names.map(() => null));
  });

  it('refuses to publish what is not finished', async () => {
    const warehouse = await loaded();
    const step = await warehouse.fold(request());
    await expectError(step.publish(target('out', days(2, 3)), 'joined'), 'FAILED_PRECONDITION', 'end');
    await readAll(step);
    await step.write(Int32Array.of(0), [createVector(longType, 1)], 1);
    await expectError(step.publish(target('out', days(2, 3)), 'joined'), 'FAILED_PRECONDITION', '1 of 4');
    await step.close();
    expect(await warehouse.describe('out')).toBeUndefined();
  });

  it('never ends early: a failure in the middle of the stream is the reader’s', async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'asks', [{ id: 'a', ts: at(2, 1), note: '' }]);
    const many = Array.from({ length: 30_000 }, (_, fare) => ({
      id: 'a',
      ts: at(2),
      fare: fare === 29_999 ? 'oops' : String(fare),
      n: fare,
    }));
    await loadRows(warehouse, subject(), 'trips', many);
    const columns = [
      { name: 'id', expression: 'id' },
      { name: 'fare', expression: 'CAST(fare AS FLOAT64)' },
    ];
    const left = { kind: 'scan', scan: timed('asks', days(2), ['id']), keys: ['id'] } as const;
    const whole = async (expressions: typeof columns): Promise<void> => {
      const step = await warehouse.fold(
        request({ left, events: [{ ...timed('trips', days(2), []), columns: expressions }] }),
      );
      try {
        await readAll(step);
      } catch (thrown) {
        await expectError(step.publish(target('out', days(2)), 'joined'), 'FAILED_PRECONDITION');
        throw thrown;
      } finally {
        await step.close();
      }
    };
    // Evaluated outside of the engine the fold fails before it begins, in the engine in the middle of the stream: with the same error.
    const row = `table "trips" with id = a, fare without a value, time = ${at(2)}`;
    await expectError(whole(columns), 'INVALID_ARGUMENT', 'CAST(fare AS FLOAT64)', '"oops"', row);
    const beyond = { name: 'fare', expression: 'n + 0.5 + (n + 9223372036854745809)' };
    const expected = ['INT64 overflow: 29999 + 9223372036854745809', 'fare without a value'] as const;
    await expectError(whole([{ name: 'id', expression: 'id' }, beyond]), 'INVALID_ARGUMENT', ...expected);
  });

  it('names the table, partition or column it misses', async () => {
    const warehouse = await loaded();
    await expectError(
      warehouse.fold(request({ events: [timed('none', days(1), ['id', 'fare'])] })),
      'NOT_FOUND',
      '"none"',
    );
    await expectError(
      warehouse.fold(request({ events: [timed('trips', days(1, 5), ['id', 'fare'])] })),
      'FAILED_PRECONDITION',
      '"trips"',
      day(4),
      day(5),
    );
    const left = { kind: 'scan', scan: timed('asks', days(2, 4), ['id']), keys: ['id'] } as const;
    await expectError(warehouse.fold(request({ left })), 'FAILED_PRECONDITION', '"asks"', day(4));
    await expectError(
      warehouse.fold(request({ left: { ...left, scan: timed('asks', days(2), ['note']) } })),
      'INVALID_ARGUMENT',
      '"id"',
    );
    await expectError(
      warehouse.project({ scan: timed('asks', days(2, 3), ['id']), target: target('out', days(2)) }),
      'INVALID_ARGUMENT',
      '"out"',
      day(3),
    );
  });
}
