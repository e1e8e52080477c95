import { join } from 'node:path';
import { readVectorLog } from '@isochron/vector-log';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  byUser,
  E,
  fetchJoin,
  groupByOf,
  HOUR_MS,
  joinOf,
  openFetcher,
  order,
  PROFILE,
  profile,
  request,
  Shop,
  type Workplace,
} from './fetcher.fixture.ts';

let shop: Shop;
let place: Workplace | null = null;

const logged = () =>
  Array.fromAsync(
    readVectorLog(join(shop.home, 'vectors'), ({ why }) => {
      throw new Error(why);
    }),
  );

const sampled = (samplePercent: number) => {
  const whole = profile();
  return joinOf({ ...whole, metaData: { ...whole.metaData, samplePercent } });
};

beforeEach(async () => {
  shop = await Shop.open();
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2.5, 'tea')] });
});
afterEach(async () => {
  await place?.dispose();
  place = null;
  await shop.dispose();
});

test('what is served is logged: keys, what was given, generation, values and statuses of all features', async () => {
  await shop.publish(sampled(100), groupByOf(byUser()));
  place = await openFetcher(shop.home);
  await fetchJoin(place, request(['ann', 'nobody']));
  await fetchJoin(place, request(['ann'], { features: ['share'] }));
  await place.dispose();
  place = null;
  const vectors = await logged();
  const at = { join: PROFILE, setVersion: 1, atMs: E + 2 * HOUR_MS, context: { ext_contextual_basket: 14 } };
  const part = { name: 'shop_orders_byUser__1', generation: 1, batchEndMs: E };
  const values = { user_amount_sum_7d: 5, user_price_max: 2.5, user_item_last3_7d: ['tea'], share: 14 / 5 };
  expect(vectors).toMatchObject([
    { ...at, keys: { user: 'ann' }, values, parts: [part, { name: 'ext_contextual', generation: null }] },
    { ...at, keys: { user: 'nobody' }, values: { user_price_max: null, share: null } },
    { ...at, keys: { user: 'ann' }, values: { share: 14 / 5 } },
  ]);
  expect([...(vectors[0]?.statuses ?? [])]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

test('nothing is logged of a Join that asks for no sample, nor where it is switched off', async () => {
  await shop.publish(sampled(0), groupByOf(byUser()));
  place = await openFetcher(shop.home);
  await fetchJoin(place, request(['ann']));
  await shop.publish(sampled(100), groupByOf(byUser()));
  const { sets } = place.service;
  await vi.waitFor(() => expect(sets.current.version).toBe(2), { timeout: 5_000 });
  await place.dispose();
  place = await openFetcher(shop.home, { vectorLog: { isOn: false } });
  await fetchJoin(place, request(['ann']));
  expect(await logged()).toEqual([]);
});
