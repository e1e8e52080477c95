import { setTimeout as pause } from 'node:timers/promises';
import { createFetcherClient, type FetchOptions } from '@isochron/client';
import type { KeyValueStore } from '@isochron/kv';
import { over } from '@isochron/kv/over';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { featuresTable } from '@isochron/serving';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  ADDRESS,
  byUser,
  E,
  groupByOf,
  HOUR_MS,
  joinOf,
  order,
  PROFILE,
  profile,
  Shop,
  openFetcher as startServed,
} from './fetcher.fixture.ts';
import { type OpenedFetcher, openFetcher, readFetcherConfig } from './wiring.ts';

let shop: Shop;
let fetcher: OpenedFetcher;
let delayMs = 0;

/** A store that takes its time over features. */
async function slowStore(home: string): Promise<KeyValueStore> {
  const inner = await openLmdbStore({ home });
  return over(inner, {
    read: async (table, asked, visit) => {
      if (table === featuresTable.name && delayMs > 0) await pause(delayMs);
      await inner.read(table, asked, visit);
    },
  });
}

beforeEach(async () => {
  delayMs = 0;
  shop = await Shop.open();
  await shop.upload(1, E, {
    ann: [order(E - 30 * HOUR_MS, 5, 2.5, 'tea'), order(E - HOUR_MS, 2n ** 60n, -1, 'pot')],
    bob: [order(E - HOUR_MS, 7, null, 'cup')],
  });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  const settings = {
    home: shop.home,
    set: ADDRESS,
    refreshMs: 100,
    limits: { requestsMax: 2 },
    log: { level: 'fatal' },
  };
  fetcher = await openFetcher(readFetcherConfig(settings, {}), slowStore);
});
afterEach(async () => {
  await fetcher.close();
  await shop.dispose();
});

const asked: FetchOptions = {
  keys: [{ user: 'ann' }, { user: 'bob' }, { user: 'nobody' }, { user: null }],
  context: [{ ext_contextual_basket: 14 }],
  atMs: E,
  timeoutMs: 10_000,
};

test('what is fetched in the process is what is fetched over the network', async () => {
  const served = await startServed(shop.home);
  const remote = createFetcherClient({ address: `127.0.0.1:${served.service.grpcPort}`, timeoutMs: 10_000 });
  try {
    // Twice: the second answer has no names.
    for (const _ of [1, 2]) {
      const [here, there] = [await fetcher.client.fetchJoin(PROFILE, asked), await remote.fetchJoin(PROFILE, asked)];
      expect(here.names).toEqual(there.names);
      for (const row of asked.keys.keys()) {
        expect(here.row(row)).toEqual(there.row(row));
        const statuses = (answer: typeof here) => answer.names.map((name) => answer.status(row, name));
        expect(statuses(here)).toEqual(statuses(there));
      }
      expect(here.parts[0]).toMatchObject({ generation: 1, batchEndMs: E, error: null });
    }
    expect((await fetcher.client.fetchJoin(PROFILE, asked)).value(0, 'user_amount_sum_7d')).toBe(2n ** 60n + 5n);
    const alone = { keys: [{ user: 'bob' }], atMs: E };
    const groupBy = 'shop/orders.byUser__1';
    expect((await fetcher.client.fetchGroupBy(groupBy, alone)).row(0)).toEqual(
      (await remote.fetchGroupBy(groupBy, alone)).row(0),
    );
    expect(await fetcher.client.schemaOf(PROFILE)).toEqual(await remote.schemaOf(PROFILE));
    expect(await fetcher.client.joins()).toEqual(await remote.joins());
  } finally {
    remote.close();
    await served.dispose();
  }
});

test('it follows what is published and uploaded, counts what it serves, and knows whether it is ready', async () => {
  await fetcher.client.fetchJoin(PROFILE, asked);
  const derivations = [...(profile().derivations ?? []), { name: 'twice', expression: 'user_price_max * 2' }];
  await shop.publish(joinOf(profile({ derivations })), groupByOf(byUser()));
  const names = async () => (await fetcher.client.fetchJoin(PROFILE, asked)).names as readonly string[];
  await vi.waitUntil(async () => (await names()).includes('twice'), { timeout: 20_000, interval: 20 });
  expect((await fetcher.client.fetchJoin(PROFILE, asked)).value(0, 'twice')).toBe(5);
  expect((await fetcher.health.readiness()).isReady).toBe(true);
  expect(await fetcher.registry.metrics()).toMatch(/^isochron_fetch_rows_total \d+$/m);
});

test('what cannot be opened leaves nothing open', async () => {
  const closed = { times: 0 };
  const counted = async (home: string): Promise<KeyValueStore> => {
    const store = await slowStore(home);
    return { ...store, close: () => store.close().then(() => void closed.times++) };
  };
  const open = (settings: object) =>
    openFetcher(readFetcherConfig({ home: shop.home, set: ADDRESS, ...settings }, {}), counted);
  const certificates = { kind: 'http', address: 'https://localhost:1/x', certificates: `${shop.home}/nowhere` };
  await expect(open({ external: { risk: certificates } })).rejects.toThrow('cannot be read');
  expect(closed.times).toBe(1);
});

test('errors, deadlines and limits are those of the service', async () => {
  const { client } = fetcher;
  await expect(client.fetchJoin('shop/serving.profil__1', asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(client.fetchJoin(PROFILE, { ...asked, keys: [] })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  await client.fetchJoin(PROFILE, asked);
  delayMs = 400;
  const late = await Promise.allSettled(
    Array.from({ length: 3 }, () => client.fetchJoin(PROFILE, { ...asked, timeoutMs: 100 })),
  );
  const codes = late.map((each) => (each.status === 'rejected' ? each.reason.code : 'OK'));
  expect(codes).toEqual(['DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED', 'RESOURCE_EXHAUSTED']);
  const gone = new AbortController();
  const left = client.fetchJoin(PROFILE, { ...asked, signal: gone.signal });
  gone.abort();
  await expect(left).rejects.toThrow('aborted');
  delayMs = 0;
  const again = () => client.fetchJoin(PROFILE, asked).catch(() => null);
  await vi.waitUntil(async () => (await again()) !== null, { timeout: 10_000 });
});
