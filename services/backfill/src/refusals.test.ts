import { type EventSourceOptions, eventSource, groupBy, join, part } from '@isochron/authoring';
import type { Plan } from '@isochron/compiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseDay, parseDayRange } from './days.ts';
import { Inputs } from './inputs.ts';
import { asks, trips } from './trips.fixture.ts';
import { uploadScans } from './upload/upload-scans.ts';
import { at, day, days, openWorkplace, type Workplace } from './workplace.fixture.ts';

const HOLE = -3;

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  const trip = { user: 'u', place: 'p', fare: 0.5, kind: 'car', tags: ['a'] };
  // A table from the 22nd of December to the fifth of January, in two loads that leave a day out.
  const of = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => ({ ...trip, ts: at(from + n, 10), day: day(from + n) }));
  await place.load('trips', of(-9, HOLE - 1));
  await place.load('trips', of(HOLE + 1, 5));
  await place.load(
    'asks',
    [1, 2, 3, 4, 5].map((n) => ({ user: 'u', destination: 'p', ts: at(n, 12), day: day(n), note: n })),
  );
});
afterAll(() => place.dispose());

type Bounds = Pick<EventSourceOptions<typeof trips.columns, { user: 'user' }>, 'lag' | 'start' | 'end'>;
type Accuracy = 'temporal' | 'snapshot';

const left = (bounds: Bounds = {}) => eventSource({ table: asks, time: 'ts', select: { user: 'user' }, ...bounds });
const counting = (accuracy: Accuracy, windows: readonly ('2d' | '7d')[], bounds: Bounds = {}) =>
  groupBy({
    version: 1,
    accuracy,
    sources: [eventSource({ table: trips, time: 'ts', select: { user: 'user', fare: 'fare' }, ...bounds })],
    keys: ['user'],
    aggregations: ({ fare }) => [fare.count(...windows)],
  });
const joined = (group: ReturnType<typeof counting>, bounds: Bounds = {}) =>
  join({ version: 1, left: left(bounds), parts: [part(group), part(group, { prefix: 'again' })] });

/** Expects a refusal that says all of `words`, and that nothing was written. */
async function refused(plan: Plan, range: ReturnType<typeof days>, ...words: readonly string[]): Promise<void> {
  const before = await place.warehouse.tables();
  const thrown: unknown = await place.backfill(plan, range).catch((reason: unknown) => reason);
  expect(thrown).toMatchObject({ name: 'IsochronError' });
  for (const word of words) expect((thrown as Error).message).toContain(word);
  expect(await place.warehouse.tables()).toEqual(before);
}

const counts = async (plan: Plan, range: ReturnType<typeof days>, column: string) => {
  const { table } = await place.backfill(plan, range);
  return (await place.rows(table, range)).map((row) => row[column]);
};

it('names the partition it lacks before it writes anything, and what to do', async () => {
  await refused(
    await place.plan(joined(counting('temporal', ['7d']))),
    days(2),
    `Table trips lacks the partition ${day(HOLE)}, needed`,
    'Load it.',
  );
  await refused(
    await place.plan(joined(counting('temporal', ['2d'], { lag: '1d' }))),
    days(4, 5),
    `lacks the partition ${day(6)}`,
    '(lag included)',
    `say in the source where it begins and ends (start: '${day(-9)}', end: '${day(5)}')`,
  );
  await refused(
    await place.plan(joined(counting('temporal', ['2d']))),
    days(5, 8),
    `Table asks lacks 3 partitions ${day(6)}..${day(8)}`,
  );
  await refused(await place.plan(counting('temporal', ['7d']), 'alone'), days(2), `lacks the partition ${day(HOLE)}`);
  await refused(
    await place.plan(join({ version: 1, left: left(), parts: [part(counting('snapshot', ['7d']))] }), 'one'),
    days(2),
    `lacks the partition ${day(HOLE)}`,
  );
});

it('names the partitions it lacks of events since ever, also before the table begins', async () => {
  await refused(await place.plan(counting('temporal', []), 'ever'), days(2), `lacks the partition ${day(HOLE)}`);
  await refused(await place.plan(counting('temporal', []), 'ever'), days(-20), `lacks the partition ${day(-20)}`);
});

it('needs no partition of the day itself for SNAPSHOT', async () => {
  const group = counting('snapshot', ['2d']);
  await place.load('asks', [{ user: 'u', destination: 'p', ts: at(6, 12), day: day(6), note: 6 }]);
  expect(await counts(await place.plan(joined(group), 'snapshot'), days(6), 'user_fare_count_2d')).toEqual([2]);
  await refused(
    await place.plan(joined(counting('temporal', ['2d'])), 'temporal'),
    days(6),
    `lacks the partition ${day(6)}`,
  );
});

it('reads no further than the bounds of a source', async () => {
  const group = counting('temporal', ['7d'], { start: day(0), end: day(2) });
  expect(await counts(await place.plan(joined(group), 'bounded'), days(2, 4), 'user_fare_count_7d')).toEqual([3, 3, 3]);
  const never = counting('temporal', [], { start: day(0) });
  expect(await counts(await place.plan(joined(never), 'since'), days(2, 3), 'user_fare_count')).toEqual([3, 4]);
  const later = counting('temporal', ['2d'], { start: day(4) });
  expect(await counts(await place.plan(joined(later), 'later'), days(3, 5), 'user_fare_count_2d')).toEqual([
    null,
    1,
    2,
  ]);
});

it('refuses a GroupBy by itself, and its upload, where the bounds of its sources leave no events: there would be no keys', async () => {
  const group = await place.plan(counting('temporal', ['2d'], { start: day(0), end: day(2) }), 'ended');
  if (group.kind !== 'group-by') throw new Error('a GroupBy is planned');
  const said = `has no events that its windows see on ${day(9)}: by the bounds of its sources it reads`;
  await refused(group, days(9), said, `from ${day(0)} on up to ${day(2)}`);
  await expect(uploadScans(new Inputs(place.warehouse), group, day(9))).rejects.toThrow(said);
});

it('refuses days outside of the bounds of the left side', async () => {
  const group = counting('temporal', ['2d']);
  const plan = await place.plan(joined(group, { start: day(2), end: day(3) }), 'left');
  await refused(plan, days(1, 3), `begins on ${day(2)} and ends on ${day(3)}`, `${day(1)}..${day(3)} was asked for`);
  await refused(plan, days(4, 5), `ends on ${day(3)}`);
  expect(await counts(plan, days(2, 3), 'user_fare_count_2d')).toEqual([2, 2]);
});

it('names a table that is not there', async () => {
  const plan = await place.plan(joined(counting('temporal', ['2d'])), 'gone');
  if (plan.kind !== 'join') throw new Error('a join is planned');
  await refused(
    { ...plan, left: { ...plan.left, table: 'nowhere' } },
    days(2),
    'There is no table nowhere: load it first',
  );
});

it('takes days of the calendar alone, in their order', () => {
  expect(parseDayRange('2000-02-29', '2000-03-01')).toEqual({ start: '2000-02-29', end: '2000-03-01' });
  expect(() => parseDayRange('2001-06-30', '2001-06-24')).toThrow(
    'starts at 2001-06-30 and ends before that, at 2001-06-24: swap the two',
  );
  for (const text of ['2001-02-29', '2001-13-01', '2001-6-1', '20010601', '', 'today', '2001-06-31']) {
    expect(() => parseDay(text, 'The start')).toThrow(`The start is ${JSON.stringify(text)}`);
  }
});
