import { IsochronError } from '@isochron/schema';
import { hostileWarehouse } from '@isochron/warehouse/hostile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backfill } from './backfill.ts';
import { askRows, both, onePart, randomNumbers, tripRows } from './trips.fixture.ts';
import { day, days, hashOf, openWorkplace, requestOf, type Workplace } from './workplace.fixture.ts';

const ASKED = days(1, 3);
const ATTEMPTS_MAX = 100;
const random = randomNumbers(2);
const asks = askRows(random, 1, 3, 10);
const otherAsks = askRows(random, 1, 3, 10).filter((row) => row['day'] === day(2));

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.load('trips', tripRows(random, 10));
  await place.load('asks', asks);
});
afterAll(() => place.dispose());

it.each([1, 2, 3, 4])('ends with the right table on a bad network (seed %i)', async (seed) => {
  const definition = seed % 2 === 0 ? onePart : both;
  await place.load(
    'asks',
    asks.filter((row) => row['day'] === day(2)),
  );
  const plan = await place.plan(definition, `hostile${seed}`);
  const calm = await place.plan(definition, `calm${seed}`);
  const hostile = hostileWarehouse(place.warehouse, { seed, delayMsMax: 2, lostReplies: 0.3, staleReads: 0.4 });

  /** Again until it succeeds; whatever fails on the way is one of our errors, and says that it may be tried again. */
  const insist = async () => {
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      try {
        return await backfill(hostile, requestOf(plan, ASKED));
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(IsochronError);
        expect(`${IsochronError.from(thrown).code}: ${IsochronError.from(thrown).message}`).toMatch(/^UNAVAILABLE: /);
      }
    }
    throw new Error(`not done after ${ATTEMPTS_MAX} attempts: ${hostile.events.join(', ')}`);
  };

  await insist();
  const { table } = await place.backfill(calm, ASKED);
  expect(await hashOf(place.warehouse, plan.table, ASKED), hostile.events.join('\n')).toBe(
    await hashOf(place.warehouse, table, ASKED),
  );

  await place.load('asks', otherAsks);
  // The first may be told of the left side as it was; whoever asks again is told of it as it is.
  await insist();
  await insist();
  await place.backfill(calm, ASKED);
  expect(await hashOf(place.warehouse, plan.table, ASKED), hostile.events.join('\n')).toBe(
    await hashOf(place.warehouse, table, ASKED),
  );
  expect(hostile.events.length).toBeGreaterThan(3);
});
