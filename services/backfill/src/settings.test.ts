import { groupBy, join, part } from '@isochron/authoring';
import { IsochronError } from '@isochron/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backfill } from './backfill.ts';
import type { Progress } from './progress.ts';
import { askRows, byPlace, byUser, leftSource, randomNumbers, tripRows, tripSource } from './trips.fixture.ts';
import { day, days, hashOf, openWorkplace, requestOf, type Workplace } from './workplace.fixture.ts';

const ASKED = days(1, 4);
const random = randomNumbers(7);

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.load('trips', tripRows(random, 20));
  await place.load('asks', askRows(random, 1, 4, 20));
});
afterAll(() => place.dispose());

type Run = Parameters<typeof join>[0]['run'];

const ofTwo = (run: NonNullable<Run> = {}, version = 1) =>
  join({ version, left: leftSource, parts: [part(byUser), part(byPlace, { on: { destination: 'place' } })], run });

const weekly = (run: NonNullable<Run>) =>
  groupBy({
    version: 1,
    accuracy: 'snapshot',
    sources: [tripSource],
    keys: ['place'],
    aggregations: ({ fare }) => [fare.max('1d')],
    run,
  });

/** The steps of a run, in order: table and days. */
async function stepsOf(plan: Awaited<ReturnType<Workplace['plan']>>, range = ASKED): Promise<readonly string[]> {
  const steps: string[] = [];
  const onProgress = (progress: Progress): void => {
    if (progress.kind === 'start') steps.push(`${progress.table.replace(plan.table, '')} ${progress.days}`);
  };
  await backfill(place.warehouse, { ...requestOf(plan, range), onProgress });
  return steps;
}

describe('stepDays', () => {
  it('cuts every table into steps of so many days, which come out as one step does', async () => {
    const whole = await place.plan(ofTwo(), 'whole');
    expect(await stepsOf(whole)).toHaveLength(4);
    const cut = await place.plan(ofTwo({ stepDays: 3 }), 'cut');
    const [long, short] = [`${day(1)}..${day(3)}`, day(4)];
    expect(await stepsOf(cut)).toEqual([
      `__left ${long}`,
      `__left ${short}`,
      `__team_file_by_user__1 ${long}`,
      `__team_file_by_user__1 ${short}`,
      `__team_file_by_place__1 ${long}`,
      `__team_file_by_place__1 ${short}`,
      ` ${long}`,
      ` ${short}`,
    ]);
    expect(await hashOf(place.warehouse, cut.table, ASKED)).toBe(await hashOf(place.warehouse, whole.table, ASKED));
    // It is no part of what a table means: nothing is computed again.
    expect(await stepsOf(await place.plan(ofTwo({ stepDays: 1 }), 'cut'))).toEqual([]);
  });

  it("is the group-by's own for its part, and the join's for everything else", async () => {
    const parts = [part(byUser), part(weekly({ stepDays: 1 }), { on: { destination: 'place' } })] as const;
    const plan = await place.plan(join({ version: 1, left: leftSource, parts, run: { stepDays: 2 } }), 'own');
    const steps = await stepsOf(plan);
    expect(steps.map((step) => step.split(' ')[0])).toEqual([
      ...['__left', '__left', '__team_file_by_user__1', '__team_file_by_user__1'],
      ...Array.from({ length: 4 }, () => '__team_file_by_place__1'),
      ...['', ''],
    ]);
  });

  it('leaves the steps before one that fails, and goes on there', async () => {
    const plan = await place.plan(byUserIn({ stepDays: 1 }), 'failing');
    let folds = 0;
    const failing = {
      ...place.warehouse,
      fold: (request: Parameters<typeof place.warehouse.fold>[0]) => {
        if (++folds === 3) throw new IsochronError('UNAVAILABLE', 'The third fold fails.');
        return place.warehouse.fold(request);
      },
    };
    await expect(backfill(failing, requestOf(plan, ASKED))).rejects.toMatchObject({ message: 'The third fold fails.' });
    expect((await place.warehouse.describe(plan.table))?.partitions.map((each) => each.day)).toEqual([day(1), day(2)]);
    expect(await stepsOf(plan)).toEqual([` ${day(3)}`, ` ${day(4)}`]);
    const whole = await place.plan(byUserIn({}), 'unfailing');
    await place.backfill(whole, ASKED);
    expect(await hashOf(place.warehouse, plan.table, ASKED)).toBe(await hashOf(place.warehouse, whole.table, ASKED));
  });

  it('gives way where other columns replace a table, which is said', async () => {
    const counting = (window: '1d' | '2d') =>
      groupBy({
        version: 1,
        accuracy: 'snapshot',
        sources: [tripSource],
        keys: ['place'],
        aggregations: ({ fare }) => [fare.count(window)],
        run: { stepDays: 1 },
      });
    expect((await place.backfill(await place.plan(counting('1d'), 'replaced'), ASKED)).replaced).toEqual([]);
    const plan = await place.plan(counting('2d'), 'replaced');
    const report = await place.backfill(plan, ASKED);
    expect(report.replaced).toEqual([plan.table]);
    expect(report.computed).toMatchObject([{ days: 4 }]);
  });
});

const byUserIn = (run: NonNullable<Run>) =>
  groupBy({
    version: 1,
    accuracy: 'temporal',
    sources: [tripSource],
    keys: ['user'],
    aggregations: ({ fare }) => [fare.sum('1d')],
    run,
  });

describe('historical: false', () => {
  it('is, of a join, the last day alone, each time', async () => {
    const plan = await place.plan(ofTwo({ historical: false }), 'newest');
    const computed = async (range: typeof ASKED) => {
      const report = await place.backfill(plan, range);
      return { days: report.days, tables: report.computed.length };
    };
    expect(await computed(days(1, 3))).toEqual({ days: days(3), tables: 4 });
    expect(await computed(days(1, 4))).toEqual({ days: days(4), tables: 4 });
    expect(await computed(days(1, 4))).toEqual({ days: days(4), tables: 0 });
    expect((await place.warehouse.describe(plan.table))?.partitions.map((each) => each.day)).toEqual([day(3), day(4)]);
    const whole = await place.plan(ofTwo(), 'whole');
    await place.backfill(whole, ASKED);
    expect(await hashOf(place.warehouse, plan.table, days(3, 4))).toBe(
      await hashOf(place.warehouse, whole.table, days(3, 4)),
    );
    const other = join({
      version: 1,
      left: leftSource,
      parts: [part(byUser), part(byUser, { prefix: 'again' })],
      run: { historical: false },
    });
    await expect(place.backfill(await place.plan(other, 'newest'), ASKED)).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringMatching(/\(2001-01-03\)\. Raise the definition's version/),
    });
  });

  it('is said to be nothing of a group-by, as in the existing system', async () => {
    const report = await place.backfill(await place.plan(weekly({ historical: false }), 'every'), ASKED);
    expect(report).toMatchObject({ days: ASKED, unusedSettings: ['run.historical'] });
  });
});

it('names what is said of jobs and changes nothing here', async () => {
  const run = {
    schedule: '@daily',
    statistics: true,
    env: { common: { A: '1' } },
    conf: { backfill: { b: '2' } },
    clusterConf: { common: { c: '3' } },
    dependencyPollIntervalMs: 1,
    healthCheckIntervalMs: 2,
    kvPollIntervalMs: 3,
  } as const;
  const report = await place.backfill(await place.plan(weekly(run), 'every'), ASKED);
  expect(report.unusedSettings).toEqual(Object.keys(run).map((name) => `run.${name}`));
  const never = await place.backfill(
    await place.plan(weekly({ schedule: '@never', historical: true }), 'every'),
    ASKED,
  );
  expect(never.unusedSettings).toEqual([]);
});
