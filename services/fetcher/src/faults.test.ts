import { setTimeout as pause } from 'node:timers/promises';
import type { KeyValueStore } from '@isochron/kv';
import { over } from '@isochron/kv/over';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { IsochronError } from '@isochron/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  byUser,
  column,
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

/** A store that can be broken while it is in use. */
class Breakable {
  fault: IsochronError | null = null;
  delayMs = 0;

  async open(home: string): Promise<KeyValueStore> {
    const inner = await openLmdbStore({ home });
    const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
      if (this.delayMs > 0) await pause(this.delayMs);
      if (this.fault !== null) throw this.fault;
      return work();
    };
    return over(inner, {
      read: (...asked) => guarded(() => inner.read(...asked)),
      scan: (...asked) => guarded(() => inner.scan(...asked)),
      mutate: (...asked) => guarded(() => inner.mutate(...asked)),
      mutateIf: (...asked) => guarded(() => inner.mutateIf(...asked)),
    });
  }
}

let shop: Shop;
let store: Breakable;
let place: Workplace;
beforeEach(async () => {
  shop = await Shop.open();
  store = new Breakable();
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2.5, 'tea')] });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  place = await openFetcher(shop.home, {}, (home) => store.open(home));
});
afterEach(async () => {
  store.fault = null;
  await place.dispose();
  await shop.dispose();
});

const gone = new IsochronError('UNAVAILABLE', 'The store cannot be reached.');
const readiness = async (): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${place.base}/readyz`);
  return { status: response.status, text: await response.text() };
};

test('while the store is down values are ERROR with the reason, what the caller gives is answered, and it is not ready; then all is well', async () => {
  store.fault = gone;
  const answer = await fetchJoin(place, request(['ann']));
  expect(answer.longs?.statuses).toEqual(Buffer.from([6, 6]));
  expect(answer.parts[0]?.fault).toEqual({ code: 'UNAVAILABLE', message: gone.message });
  const basket = answer.doubles?.names.indexOf('ext_contextual_basket') ?? -1;
  expect([answer.doubles?.values[basket], answer.doubles?.statuses[basket]]).toEqual([14, 1]);
  const becomes = (status: number) =>
    vi.waitUntil(async () => (await readiness()).status === status, { timeout: 10_000, interval: 50 });
  await becomes(503);
  expect((await readiness()).text).toMatch(/"name":"store","isGood":false/);
  expect((await readiness()).text).not.toContain(gone.message);
  expect(JSON.stringify(await place.service.health.readiness())).toContain(gone.message);
  expect((await fetch(`${place.base}/livez`)).status).toBe(200);
  store.fault = null;
  await becomes(200);
  expect((await fetchJoin(place, request(['ann']))).longs?.values).toEqual(['5', '5']);
});

test('a slow store is waited for within the deadline, which is kept', async () => {
  store.delayMs = 150;
  expect((await fetchJoin(place, request(['ann']), 5_000)).longs?.values).toEqual(['5', '5']);
  await expect(fetchJoin(place, request(['ann']), 20)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});

test('requests beyond what is answered at once are refused at once, not queued', async () => {
  await place.dispose();
  place = await openFetcher(shop.home, { limits: { requestsMax: 4 } }, (home) => store.open(home));
  store.delayMs = 200;
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => fetchJoin(place, request(['ann']))));
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect([answers.length - refused.length, refused.length]).toEqual([4, 16]);
  expect(refused[0]).toMatchObject({ reason: { code: 'RESOURCE_EXHAUSTED' } });
});

test('rows and bytes beyond the limits are refused', async () => {
  const many = Array.from({ length: 10_001 }, (_, at) => `u${at}`);
  await expect(fetchJoin(place, request(many))).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
  await expect(fetchJoin(place, request(['x'.repeat(10_000_000)]))).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
  });
  const http = await fetch(`${place.base}/v1/fetch/join/${PROFILE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ user: 'x'.repeat(10_000_000) }]),
  });
  expect(http.status).toBe(429);
  expect((await fetchJoin(place, request(['ann']))).longs?.values).toEqual(['5', '5']);
});

test('rows beyond the limit are refused however they are divided, and what is no row counts', async () => {
  const post = async (objects: readonly object[]) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(objects);
    return (await fetch(`${place.base}/v1/fetch/join/${PROFILE}`, { method: 'POST', headers, body })).status;
  };
  const of = (objects: number) =>
    Array.from({ length: objects }, (_, at) => [{ user: 'ann' }, {}, { user: 7 }][at % 3] ?? {});
  expect(await post(of(10_001))).toBe(429);
  expect(await post(of(9_000))).toBe(200);
});

test('keys beyond the limit of a request are refused, by the parts that are read for it', async () => {
  const narrow = await openFetcher(shop.home, { limits: { keysMax: 2 } });
  try {
    expect((await fetchJoin(narrow, request(['ann', 'bob']))).rows).toBe(2);
    await expect(fetchJoin(narrow, request(['ann', 'bob', 'eve']))).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining('3 rows of 1 parts, which are 3 keys, and 2 are the most'),
    });
  } finally {
    await narrow.dispose();
  }
});

test('what is no JSON, and what is no list of objects, is refused with a sentence', async () => {
  const post = (body: string) =>
    fetch(`${place.base}/v1/fetch/join/${PROFILE}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  expect((await post('[{"user": ')).status).toBe(400);
  const object = await post('{"user": "ann"}');
  expect([object.status, await object.json()]).toEqual([
    400,
    { errors: ['The body must be a list of objects, each with the keys of a row.'] },
  ]);
});

test('bytes that are no request are refused, and the service lives', async () => {
  const { client } = place;
  const raw = Reflect.get(client, 'makeUnaryRequest').bind(client);
  const send = (bytes: Buffer): Promise<unknown> =>
    new Promise((resolve) => {
      raw(
        '/isochron.fetcher.v1.Fetcher/FetchJoin',
        (own: Buffer) => own,
        (own: Buffer) => own,
        bytes,
        (error: { code: number } | null) => resolve(error?.code ?? 0),
      );
    });
  const INVALID_ARGUMENT = 3;
  for (const bytes of [
    [0xff],
    [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f],
    [0x1a, 0x05, 0x0a, 0x7f],
    Array<number>(40).fill(0x80),
  ]) {
    expect(await send(Buffer.from(bytes))).toBe(INVALID_ARGUMENT);
  }
  expect((await fetchJoin(place, request(['ann']))).rows).toBe(1);
});

const IDLE = /isochron_calls_in_flight\{protocol="grpc"\} 0/;

test('a deadline of a millisecond, and a caller who goes, leave nothing behind', async () => {
  // Connected, so that it is the service that they do not wait for.
  await fetchJoin(place, request(['ann']));
  store.delayMs = 60;
  const short = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) => fetchJoin(place, request(['ann']), at % 2 === 0 ? 1 : 20)),
  );
  expect(new Set(short.map((each) => (each.status === 'rejected' ? each.reason.code : 'OK')))).toEqual(
    new Set(['DEADLINE_EXCEEDED']),
  );
  const metrics = async () => (await fetch(`${place.base}/metrics`)).text();
  for (let turn = 0; turn < 40 && !IDLE.test(await metrics()); turn++) await pause(50);
  expect(await metrics()).toMatch(IDLE);
});

test('a key of null matches nothing; of a part without data all is NOT_FOUND', async () => {
  const nulls = await fetchJoin(
    place,
    request(['ann', 'x'], { keys: { user: column({ strings: ['ann', ''], nulls: [1] }) } }),
  );
  expect(nulls.longs?.statuses).toEqual(Buffer.from([1, 1, 5, 5]));
});

test('requests that are wrong are refused with a sentence that says in what; the service answers on', async () => {
  const asked = { keys: { user: ['ann'] }, context: { ext_contextual_basket: 14 }, atMs: E };
  const post = async (changes: object, join = PROFILE) => {
    const response = await fetch(`${place.base}/v3/fetch/join/${join}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...asked, ...changes }),
    });
    const { error } = (await response.json()) as { error?: { message: string } };
    return [response.status, error?.message ?? ''] as const;
  };
  const wrong: readonly (readonly [status: number, changes: object, said: string])[] = [
    [400, { keys: { user: 5 } }, 'The column "user", row 0: 5 is not a value of type string.'],
    [400, { keys: { user: ['ann', { a: 1 }] } }, 'row 1: {"a":1} is not a value of type string.'],
    [400, { keys: { user: ['ann'], usr: 'x' } }, `${PROFILE} is not asked by a column "usr"`],
    [400, { keys: {} }, 'The request has no key "user"'],
    [400, { keys: { user: [] } }, 'The request has no rows'],
    [400, { context: { ext_contextual_basket: 'much' } }, 'The column "ext_contextual_basket", row 0'],
    [400, { features: ['user_amont_sum_7d'] }, 'Did you mean user_amount_sum_7d?'],
    [400, { atMs: 8_640_000_000_000_001 }, 'there is none beyond 8640000000000000'],
    [400, { atMs: 1.5 }, 'atMs'],
  ];
  for (const [status, changes, said] of wrong)
    expect(await post(changes)).toEqual([status, expect.stringContaining(said)]);
  expect(await post({}, 'shop/serving.profil__1')).toEqual([404, expect.stringContaining(`Did you mean ${PROFILE}?`)]);
  await expect(fetchJoin(place, request(['ann'], { atMs: -8_640_000_000_000_001 }))).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining('none beyond'),
  });
  // The least and the latest instants that there are, and keys of any text.
  for (const atMs of [-8_640_000_000_000_000, 0, 8_640_000_000_000_000]) expect((await post({ atMs }))[0]).toBe(200);
  for (const user of ['', '\u0000', '🛩', '\ud800', 'x'.repeat(5_000), null])
    expect((await post({ keys: { user } }))[0]).toBe(200);
  expect((await fetchJoin(place, request(['ann']))).longs?.values).toEqual(['5', '5']);
});
