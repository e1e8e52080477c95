import { setTimeout as pause } from 'node:timers/promises';
import { keyCodecOf } from '@isochron/avro';
import { type KeyValueStore, readRows, scanRows } from '@isochron/kv';
import { over } from '@isochron/kv/over';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { call } from '@isochron/rpc';
import { stringType } from '@isochron/schema';
import {
  type BatchValue,
  batchCellNamesOf,
  batchCellOf,
  datasetKeyOf,
  datasetsTable,
  featuresTable,
  rowKeyOf,
  rowPrefixOf,
  valueColumns,
} from '@isochron/serving';
import { batchDataset } from '@isochron/thrift';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

const PRESENT = 1;
const ERROR = 6;

let shop: Shop;
let place: Workplace | null = null;
beforeEach(async () => {
  shop = await Shop.open();
});
afterEach(async () => {
  await place?.dispose();
  place = null;
  await shop.dispose();
});

const ordersOf = (amount: number) => [order(E - HOUR_MS, amount, 2.5, 'tea')];

async function open(settings: object = {}, openStore?: (home: string) => Promise<KeyValueStore>): Promise<Workplace> {
  place = await openFetcher(shop.home, { cache: { bytesMax: 0 }, ...settings }, openStore);
  return place;
}

async function openShop(): Promise<Workplace> {
  await shop.upload(1, E, { ann: ordersOf(5), bob: ordersOf(7) });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  return open();
}

const keyOf = (user: string): Uint8Array =>
  rowKeyOf(
    rowPrefixOf(batchDataset('shop.orders.byUser__1')),
    keyCodecOf([{ name: 'user', type: stringType }]).encode({ user }),
  );

async function bytesOf(user: string): Promise<Uint8Array> {
  const asked = { keys: [keyOf(user)], columns: valueColumns, freshness: 'latest' } as const;
  const [cells] = await readRows(shop.served.store, featuresTable.name, asked);
  return cells?.[0]?.value ?? new Uint8Array();
}

async function replace(user: string, value: BatchValue): Promise<void> {
  const put = { kind: 'replace', family: 'value', timestampMs: 0, ...batchCellOf(batchCellNamesOf(1), value) } as const;
  await shop.served.store.mutate(featuresTable.name, [{ key: keyOf(user), mutations: [put] }]);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (await isSo()) return;
    await pause(25);
  }
  throw new Error('It never came to be.');
}

test('bytes that are damaged take down their own row, and say so; no other row, and not the service', async () => {
  const { base } = await openShop();
  const whole = await bytesOf('ann');
  expect(whole.length).toBeGreaterThan(20);
  await replace('ann', { kind: 'value', bytes: whole.subarray(0, whole.length - 3) });
  const answer = await fetchJoin(place as Workplace, request(['bob', 'ann', 'bob']));
  expect([...(answer.longs?.statuses ?? [])]).toEqual([1, 1, 6, 6, 1, 1]);
  expect(answer.longs?.values).toEqual(['7', '7', '0', '0', '7', '7']);
  expect(answer.parts[0]?.fault?.code).toBe('DATA_LOSS');
  const response = await fetch(`${base}/v1/fetch/join/${PROFILE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ user: 'ann' }, { user: 'bob' }]),
  });
  const { results } = (await response.json()) as { results: readonly { features: Record<string, unknown> }[] };
  expect(Object.keys(results[0]?.features ?? {}).filter((name) => name.endsWith('_exception'))).toHaveLength(1);
  expect(Object.keys(results[1]?.features ?? {}).filter((name) => name.endsWith('_exception'))).toEqual([]);
});

test('whichever byte is damaged, every row has an answer, and whole rows have theirs', async () => {
  await openShop();
  const whole = await bytesOf('ann');
  for (let at = 0; at < whole.length; at += 3) {
    const bytes = whole.slice();
    bytes[at] = (bytes[at] as number) ^ 0xff;
    await replace('ann', { kind: 'value', bytes });
    const { longs, rows } = await fetchJoin(place as Workplace, request(['bob', 'ann', 'bob']));
    expect(rows).toBe(3);
    const statuses = [...(longs?.statuses ?? [])];
    expect([...statuses.slice(0, 2), ...statuses.slice(4)]).toEqual([PRESENT, PRESENT, PRESENT, PRESENT]);
    expect([longs?.values[0], longs?.values[4]]).toEqual(['7', '7']);
  }
});

test('a key that its upload refused is ERROR with the reason', async () => {
  await openShop();
  await replace('ann', { kind: 'refusal', reason: 'Its value takes 12000000 bytes.' });
  const answer = await fetchJoin(place as Workplace, request(['ann', 'bob']));
  expect([...(answer.longs?.statuses ?? [])]).toEqual([ERROR, ERROR, PRESENT, PRESENT]);
  expect(answer.parts[0]?.fault).toMatchObject({ code: 'OUT_OF_RANGE' });
  expect(answer.parts[0]?.fault?.message).toContain('12000000 bytes');
});

const other = (): ReturnType<typeof byUser> => {
  const groupBy = byUser();
  return { ...groupBy, metaData: { ...groupBy.metaData, name: 'shop.orders.other__1' } };
};
/** Two parts, by two names of the left side. */
const two = () =>
  profile({
    left: { events: { table: 'orders', query: { selects: { user: 'user', friend: 'friend' }, timeColumn: 'ts' } } },
    joinParts: [
      { groupBy: byUser(), useLongNames: false },
      { groupBy: other(), useLongNames: false, prefix: 'other', keyMapping: { friend: 'user' } },
    ],
    derivations: [],
  });

async function openTwo(): Promise<Workplace> {
  await shop.upload(1, E, { ann: ordersOf(5), bob: ordersOf(7) });
  await shop.upload(1, E, { ann: ordersOf(50), bob: ordersOf(70) }, other());
  await shop.publish(joinOf(two()), groupByOf(byUser()), groupByOf(other()));
  return open();
}

const v1 = async (base: string, body: unknown) => {
  const response = await fetch(`${base}/v1/fetch/join/${PROFILE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { results: readonly Result[]; errors?: unknown } };
};
interface Result {
  readonly status: string;
  readonly entityKeys: object;
  readonly features: Readonly<Record<string, unknown>>;
}

test('a key whose name is missing fails the parts that go by it, each row by itself; the others are answered', async () => {
  const { base } = await openTwo();
  const keys = [{ user: 'ann', friend: 'bob' }, { user: 'bob' }, {}, { friend: 'ann' }, { user: 'ann', friend: null }];
  const { results } = (await v1(base, keys)).body;
  expect(results.map(({ status, entityKeys }) => [status, entityKeys])).toEqual(keys.map((each) => ['Success', each]));
  const sums = results.map(({ features }) => [features['user_amount_sum_7d'], features['other_user_amount_sum_7d']]);
  expect(sums).toEqual([
    [5, 70],
    [7, null],
    [null, null],
    [null, 50],
    [5, null],
  ]);
  const failed = results.map(({ features }) =>
    Object.keys(features)
      .filter((name) => name.endsWith('_exception'))
      .map((name) => (name.includes('other') ? 'other' : 'user')),
  );
  expect(failed).toEqual([[], ['other'], ['user', 'other'], ['user'], []]);
});

test('what is no JSON is refused as callers of the existing system read it', async () => {
  const { base } = await openShop();
  const { status, body } = await v1(base, '[{"user": ');
  expect([status, body]).toEqual([400, { errors: [expect.stringContaining('JSON')] }]);
});

test('a part whose upload is gone is ERROR with the reason; the other is answered, and it can be asked why', async () => {
  const { client, base } = await openTwo();
  await shop.served.store.mutate(datasetsTable.name, [
    { key: datasetKeyOf(batchDataset('shop.orders.other__1')), mutations: [{ kind: 'delete-row' }] },
  ]);
  const sums = async () => (await v1(base, [{ user: 'ann', friend: 'bob' }])).body.results[0]?.features ?? {};
  await until(async () => (await sums())['other_user_amount_sum_7d'] === null);
  const features = await sums();
  expect(features['user_amount_sum_7d']).toBe(5);
  const [fault] = Object.entries(features).filter(([name]) => name.endsWith('_exception'));
  expect(fault?.[1]).toContain('has no upload');
  const { joins } = await call(client, client.listJoins, { prefix: '' }, { timeoutMs: 5_000 });
  expect(joins[0]).toMatchObject({ isServed: true, fault: { message: expect.stringContaining('no upload') } });
});

test('where nothing is published it is alive, not ready, and says so; what is published then is served', async () => {
  const { base } = await open();
  await expect(fetchJoin(place as Workplace, request(['ann']))).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('No set is published yet.'),
  });
  const readiness = async () => (await fetch(`${base}/readyz`)).status;
  expect(await readiness()).toBe(503);
  await shop.upload(1, E, { ann: ordersOf(5) });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  await until(async () => (await readiness()) === 200);
  expect((await fetchJoin(place as Workplace, request(['ann']))).longs?.values).toEqual(['5', '5']);
});

test('when the definitions are lost, what was served is served on, and new uploads of it are seen', async () => {
  await openShop();
  const { store } = shop.served;
  for (const table of ['metadata_heads', 'metadata_sets', 'metadata_objects']) {
    const asked = { from: new Uint8Array(), to: null, rowsMax: 1_000, freshness: 'latest' } as const;
    const columns = { metadata_heads: ['head', 'history'], metadata_sets: ['manifest'], metadata_objects: ['json'] }[
      table
    ];
    const { rows } = await scanRows(store, table, { ...asked, columns: (columns ?? []).map((family) => ({ family })) });
    expect(rows.length).toBeGreaterThan(0);
    await store.mutate(
      table,
      rows.map(({ key }) => ({ key, mutations: [{ kind: 'delete-row' } as const] })),
    );
  }
  await shop.upload(2, E, { ann: ordersOf(6) });
  await until(async () => (await fetchJoin(place as Workplace, request(['ann']))).longs?.values[0] === '6');
});

test('for a caller who has gone nothing more is read', async () => {
  await shop.upload(1, E, { ann: ordersOf(5) });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  let reads = 0;
  const slow = async (home: string): Promise<KeyValueStore> => {
    const inner = await openLmdbStore({ home });
    return over(inner, {
      read: async (table, ...asked) => {
        if (table !== featuresTable.name) return inner.read(table, ...asked);
        reads++;
        await pause(20);
        return inner.read(table, ...asked);
      },
    });
  };
  const { client, base } = await open({ refreshMs: 30_000 }, slow);
  const users = Array.from({ length: 1_600 }, (_, at) => `user ${at}`);
  const before = reads;
  const gone = new AbortController();
  const asked = call(client, client.fetchJoin, request(users), { timeoutMs: 20_000, signal: gone.signal });
  const body = JSON.stringify(users.map((user) => ({ user })));
  const headers = { 'content-type': 'application/json' };
  const url = `${base}/v1/fetch/join/${PROFILE}`;
  const posted = fetch(url, { method: 'POST', headers, body, signal: gone.signal });
  await until(async () => reads > before + 4);
  gone.abort();
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(posted).rejects.toThrow();
  // Both would take a hundred reads each.
  const then = reads;
  await pause(300);
  expect(reads - then).toBeLessThan(8);
});
