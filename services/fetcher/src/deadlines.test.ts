import { join } from 'node:path';
import type { KeyValueStore } from '@isochron/kv';
import { hostileStore } from '@isochron/kv/hostile';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { featuresTable } from '@isochron/serving';
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

/** A store far away, whose answers come late and out of order; while it is shut, reads of features do not come back at all. */
class SlowStore {
  readsUnderWay = 0;
  readonly #hostility = { seed: 11, delayMsMax: 0, lostRequests: 0, lostReplies: 0, staleReads: 0 };
  #opened = Promise.withResolvers<void>();

  constructor() {
    this.open();
  }

  open(): void {
    this.#opened.resolve();
  }

  shut(): void {
    this.#hostility.delayMsMax = 20;
    this.#opened = Promise.withResolvers();
  }

  async over(home: string): Promise<KeyValueStore> {
    const lmdb = await openLmdbStore({ home });
    const far = hostileStore(lmdb, this.#hostility);
    return {
      ...far,
      read: async (table, asked, visit) => {
        if (table !== featuresTable.name) return far.read(table, asked, visit);
        this.readsUnderWay++;
        await this.#opened.promise;
        await far.read(table, asked, visit);
        this.readsUnderWay--;
      },
    };
  }
}

const REQUESTS_MAX = 6;
/** Long enough that every request is in the store by then, on a machine with much to do as well. */
const DEADLINE_MS = 1_500;

let shop: Shop;
let store: SlowStore;
let place: Workplace;
beforeEach(async () => {
  shop = await Shop.open();
  store = new SlowStore();
  await shop.upload(1, E, {
    ann: [order(E - HOUR_MS, 5, 2.5, 'tea')],
    bob: [order(E - HOUR_MS, 7, 1.5, 'pot')],
  });
  const whole = profile();
  await shop.publish(joinOf({ ...whole, metaData: { ...whole.metaData, samplePercent: 100 } }), groupByOf(byUser()));
  const settings = { limits: { requestsMax: REQUESTS_MAX }, cache: { bytesMax: 0 }, vectorLog: { isOn: true } };
  place = await openFetcher(shop.home, settings, (home) => store.over(home));
});
afterEach(async () => {
  store.open();
  await place.dispose();
  await shop.dispose();
});

const post = async (headers: Readonly<Record<string, string>>) => {
  const response = await fetch(`${place.base}/v3/fetch/join/${PROFILE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ keys: { user: ['ann'] }, context: { ext_contextual_basket: 14 }, atMs: E }),
  });
  return { status: response.status, text: await response.text() };
};
const figure = async (name: string): Promise<number> => {
  const text = await (await fetch(`${place.base}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? Number.NaN,
  );
};

test('who waits for a slow store is answered at the deadline; the place is free again when the read ends, and what came late was not served', async () => {
  expect((await fetchJoin(place, request(['ann']))).longs?.values).toEqual(['5', '5']);
  const served = await figure('isochron_fetch_rows_total');
  store.shut();
  const [http, ...late] = await Promise.allSettled([
    post({ 'x-request-timeout-ms': String(DEADLINE_MS) }),
    ...Array.from({ length: REQUESTS_MAX - 1 }, () => fetchJoin(place, request(['ann']), DEADLINE_MS)),
  ]);
  expect(http).toMatchObject({ value: { status: 504, text: expect.stringContaining('DEADLINE_EXCEEDED') } });
  for (const each of late) expect(each).toMatchObject({ reason: { code: 'DEADLINE_EXCEEDED' } });

  // Their reads still cost, so nobody is let in for them yet.
  expect(store.readsUnderWay).toBe(REQUESTS_MAX);
  await expect(fetchJoin(place, request(['ann']))).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });

  store.open();
  await vi.waitUntil(() => store.readsUnderWay === 0, { timeout: 10_000 });
  const users = ['ann', 'bob', 'nobody', 'ann', 'bob', 'ann'].slice(0, REQUESTS_MAX);
  const all = await Promise.all(users.map((user) => fetchJoin(place, request([user]))));
  expect(all.map(({ longs }) => longs?.values[0])).toEqual(['5', '7', '0', '5', '7', '5']);
  expect((await post({})).status).toBe(200);
  expect((await figure('isochron_fetch_rows_total')) - served).toBe(REQUESTS_MAX + 1);
  await place.dispose();
  const logged = await Array.fromAsync(readVectorLog(join(shop.home, 'vectors'), ({ why }) => expect(why).toBe('')));
  expect(logged).toHaveLength(1 + REQUESTS_MAX + 1);
});

test('the existing routes tell a deadline as their callers read errors', async () => {
  store.shut();
  const response = await fetch(`${place.base}/v1/fetch/join/${PROFILE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-timeout-ms': '100' },
    body: JSON.stringify([{ user: 'ann' }]),
  });
  expect([response.status, await response.json()]).toEqual([
    504,
    { errors: ['The answer was not there after 100 ms.'] },
  ]);
});

test('who goes leaves the place to the next when the read ends', async () => {
  store.shut();
  const gone = new AbortController();
  const left = Array.from({ length: REQUESTS_MAX }, () =>
    fetch(`${place.base}/v1/fetch/join/${PROFILE}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ user: 'ann' }]),
      signal: gone.signal,
    }),
  );
  await vi.waitUntil(() => store.readsUnderWay === REQUESTS_MAX, { timeout: 10_000 });
  gone.abort();
  const ends = await Promise.allSettled(left);
  expect(ends.map(({ status }) => status)).toEqual(left.map(() => 'rejected'));
  store.open();
  await vi.waitUntil(() => store.readsUnderWay === 0, { timeout: 10_000 });
  const all = await Promise.all(Array.from({ length: REQUESTS_MAX }, () => fetchJoin(place, request(['bob']))));
  expect(new Set(all.map(({ longs }) => longs?.values[0]))).toEqual(new Set(['7']));
});

test('a store that never answers does not keep the places of its reads for ever', async () => {
  await place.dispose();
  const settings = { limits: { requestsMax: REQUESTS_MAX, lostAfterMs: 1_000 }, cache: { bytesMax: 0 } };
  place = await openFetcher(shop.home, settings, (home) => store.over(home));
  store.shut();
  const all = () =>
    Promise.allSettled(Array.from({ length: REQUESTS_MAX }, () => fetchJoin(place, request(['ann']), DEADLINE_MS)));
  const codes = (ends: Awaited<ReturnType<typeof all>>) =>
    new Set(ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'OK')));
  expect(codes(await all())).toEqual(new Set(['DEADLINE_EXCEEDED']));
  // The first never came back, and the next are let in all the same.
  expect(codes(await all())).toEqual(new Set(['DEADLINE_EXCEEDED']));
  expect(store.readsUnderWay).toBe(2 * REQUESTS_MAX);
  store.open();
  await vi.waitUntil(() => store.readsUnderWay === 0, { timeout: 10_000 });
  expect(codes(await all())).toEqual(new Set(['OK']));
});
