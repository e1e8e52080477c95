import { systemClock } from '@isochron/service';
import { expect, test } from 'vitest';
import { byUser, E, groupByOf, HOUR_MS, joinOf, openFetcher, order, profile, Shop } from '../fetcher.fixture.ts';
import { Turns } from './turns.ts';
import { warmUp } from './warm-up.ts';

test('a slice that is over ends in a turn of the loop; one that is not costs none', async () => {
  let nowMs = 0;
  const turns = new Turns({ elapsedMs: () => nowMs });
  let others = 0;
  const immediate = () => {
    others++;
    setImmediate(immediate).unref();
  };
  setImmediate(immediate).unref();
  nowMs = 1;
  expect(turns.pass()).toBeUndefined();
  nowMs = 5;
  await turns.pass();
  expect(others).toBeGreaterThan(0);
  expect(turns.pass()).toBeUndefined();
});

test('while plans are warmed up others have their turns', async () => {
  const shop = await Shop.open();
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2.5, 'tea')] });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  const place = await openFetcher(shop.home);
  const served = place.service.sets.current.entries.flatMap((entry) => entry.served ?? []);
  let isOver = false;
  let turns = 0;
  let elapsedMs = 0;
  const count = () => {
    if (isOver) return;
    turns++;
    setImmediate(count);
  };
  setImmediate(count);
  // A clock by which each look takes half a millisecond, so that nothing depends on the machine.
  const clock = { ...systemClock, elapsedMs: () => (elapsedMs += 0.5) };
  await warmUp(served, clock);
  isOver = true;
  expect(elapsedMs).toBeGreaterThan(400);
  expect(turns).toBeGreaterThan(elapsedMs / 10);
  await place.dispose();
  await shop.dispose();
});
