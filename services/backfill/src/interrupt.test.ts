import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BackfillReport, backfill } from './backfill.ts';
import type { Progress } from './progress.ts';
import { askRows, both, randomNumbers, tripRows } from './trips.fixture.ts';
import { days, hashOf, openWorkplace, requestOf, type Workplace } from './workplace.fixture.ts';

const ASKED = days(1, 3);
const random = randomNumbers(3);

let place: Workplace;
let calm: BackfillReport;
beforeAll(async () => {
  place = await openWorkplace();
  await place.load('trips', tripRows(random));
  await place.load('asks', askRows(random, 1, 3));
  calm = await place.backfill(await place.plan(both, 'calm'), ASKED);
});
afterAll(() => place.dispose());

const MOMENTS = 10;

it('stops wherever it is told to, whole tables behind it, and goes on from there', async () => {
  const stoppedAt: string[] = [];
  for (let moment = 1; moment <= MOMENTS; moment++) {
    const plan = await place.plan(both, `stopped${moment}`);
    const abort = new AbortController();
    const seen: Progress[] = [];
    const onProgress = (progress: Progress): void => {
      if (seen.push(progress) === moment) abort.abort();
    };
    const thrown: unknown = await backfill(place.warehouse, {
      ...requestOf(plan, ASKED, abort.signal),
      onProgress,
    }).catch((reason: unknown) => reason);
    const finished = seen.filter(({ kind }) => kind === 'done').length;
    stoppedAt.push(`${seen.at(-1)?.kind} ${finished}`);
    if (finished < calm.computed.length) {
      expect(thrown).toMatchObject({
        name: 'IsochronError',
        code: 'CANCELLED',
        message: expect.stringMatching(/What is finished stays: run the same backfill again to go on/),
      });
    }
    for (const table of await place.warehouse.tables())
      expect((await place.warehouse.describe(table))?.partitions.length).toBeGreaterThanOrEqual(3);
    const again = await place.backfill(plan, ASKED);
    expect(again.computed).toHaveLength(calm.computed.length - finished);
    expect(await hashOf(place.warehouse, plan.table, ASKED)).toBe(await hashOf(place.warehouse, calm.table, ASKED));
  }
  // It was stopped before, in and after the folds.
  expect(new Set(stoppedAt).size).toBeGreaterThan(4);
});
