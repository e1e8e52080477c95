import { type Answer, createFetcherClient, type FetcherClient } from '@isochron/client';
import { call } from '@isochron/rpc';
import { DataKind, type Join } from '@isochron/thrift';
import { afterAll, beforeAll, expect, expectTypeOf, test, vi } from 'vitest';
import {
  byUser,
  E,
  groupByOf,
  HOUR_MS,
  joinOf,
  openFetcher,
  order,
  PROFILE,
  profile,
  Shop,
  type Workplace,
} from './fetcher.fixture.ts';

/** As `isochron compile` writes it. */
type ProfileColumns = {
  user_amount_sum_1d: 'INT64';
  user_amount_sum_7d: 'INT64';
  user_price_max: 'FLOAT64';
  user_item_last_7d: 'STRING';
  user_item_last3_7d: 'ARRAY<STRING>';
  user_item_histogram_7d: 'MAP<STRING, INT64>';
  ext_contextual_basket: 'FLOAT64';
  share: 'FLOAT64';
};

let shop: Shop;
let place: Workplace;
let client: FetcherClient;
beforeAll(async () => {
  shop = await Shop.open();
  await shop.upload(1, E, {
    ann: [order(E - 30 * HOUR_MS, 5, 2.5, 'tea'), order(E - HOUR_MS, 2n ** 60n, -1, 'pot')],
  });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  place = await openFetcher(shop.home);
  client = createFetcherClient({ address: `127.0.0.1:${place.service.grpcPort}`, timeoutMs: 10_000 });
});
afterAll(async () => {
  client.close();
  await place.dispose();
  await shop.dispose();
});

const asked = {
  keys: [{ user: 'ann' }, { user: 'nobody' }, { user: null }],
  context: [{ ext_contextual_basket: 14 }],
  atMs: E,
};

test('rows of a Join, typed by what is compiled', async () => {
  const answer = await client.fetchJoin<ProfileColumns>(PROFILE, asked);
  expect(answer.row(0)).toEqual({
    user_amount_sum_1d: 2n ** 60n,
    user_amount_sum_7d: 2n ** 60n + 5n,
    user_price_max: 2.5,
    user_item_last_7d: 'pot',
    user_item_last3_7d: ['pot', 'tea'],
    user_item_histogram_7d: new Map([
      ['pot', 1],
      ['tea', 1],
    ]),
    ext_contextual_basket: 14,
    share: 14 / Number(2n ** 60n + 5n),
  });
  expect([answer.value(1, 'user_price_max'), answer.status(1, 'user_price_max')]).toEqual([null, 'NOT_FOUND']);
  expect([answer.status(2, 'user_price_max'), answer.status(2, 'ext_contextual_basket')]).toEqual([
    'NOT_FOUND',
    'PRESENT',
  ]);
  expect(answer.parts[0]).toMatchObject({ generation: 1, batchEndMs: E, error: null });
  expect(answer.parts[0]?.ageMs(0)).toBe(0);
  expectTypeOf(answer).toEqualTypeOf<Answer<ProfileColumns>>();
  expectTypeOf(answer.row(0).user_item_last3_7d).toEqualTypeOf<readonly (string | null)[] | null>();
  expectTypeOf(answer.value(0, 'user_amount_sum_1d')).toEqualTypeOf<number | bigint | null>();
});

test('the second call is told no names, and gives the same', async () => {
  const [first, second] = [await client.fetchJoin(PROFILE, asked), await client.fetchJoin(PROFILE, asked)];
  expect(second.row(0)).toEqual(first.row(0));
  const some = await client.fetchJoin(PROFILE, { ...asked, features: ['share', 'user_price_max'] });
  expect(some.names).toEqual(['user_price_max', 'share']);
  const alone = await client.fetchGroupBy('shop/orders.byUser__1', { keys: [{ user: 'ann' }], atMs: E });
  expect(alone.value(0, 'price_max')).toBe(2.5);
});

test('a schema that changes is followed by whoever holds the old one', async () => {
  const before = await client.fetchJoin(PROFILE, asked);
  const derivations = [...(profile().derivations ?? []), { name: 'twice', expression: 'user_price_max * 2' }];
  await shop.publish(joinOf(profile({ derivations })), groupByOf(byUser()));
  let answer = before;
  for (let turn = 0; turn < 400 && answer.schemaHash === before.schemaHash; turn++) {
    answer = await client.fetchJoin(PROFILE, asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(answer.value(0, 'twice')).toBe(5);
  expect((await client.fetchJoin(PROFILE, asked)).value(0, 'twice')).toBe(5);
});

test('what is wrong is said before it is sent, or by the server', async () => {
  await expect(client.fetchJoin(PROFILE, { keys: [{ user: 7 }] })).rejects.toThrow(
    '"user" of row 0 is 7, and should be of type STRING.',
  );
  await expect(client.fetchJoin(PROFILE, { keys: [{ usr: 'ann' }] })).rejects.toThrow(
    'Row 0 has "usr", and it is asked by user.',
  );
  await expect(client.fetchJoin(PROFILE, { keys: [{ user: 'a' }, {}] })).rejects.toThrow(
    'Some rows have no "user"; give null where there is none.',
  );
  await expect(client.fetchJoin('shop/serving.other__1', asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await client.joins()).toMatchObject([{ name: PROFILE, isServed: true }]);
});

test('a caller who goes while the schema is asked for takes nobody along', async () => {
  const fresh = createFetcherClient({ address: `127.0.0.1:${place.service.grpcPort}`, timeoutMs: 10_000 });
  const gone = new AbortController();
  const [left, waits] = [fresh.fetchJoin(PROFILE, { ...asked, signal: gone.signal }), fresh.fetchJoin(PROFILE, asked)];
  gone.abort();
  await expect(left).rejects.toThrow('aborted');
  expect((await waits).value(0, 'user_price_max')).toBe(2.5);
  fresh.close();
});

/** Publishes a Join, and waits until it is served; the client is not told. */
async function changeTo(join: Join): Promise<void> {
  const current = () => call(place.client, place.client.getJoinSchema, { join: PROFILE, features: [] }, CALL);
  const { setVersion } = await current();
  await shop.publish(joinOf(join), groupByOf(byUser()));
  await vi.waitUntil(async () => (await current()).setVersion > setVersion, { timeout: 20_000, interval: 20 });
}
const CALL = { timeoutMs: 10_000 };
const leftOf = (selects: Readonly<Record<string, string>>): Partial<Join> => ({
  left: { events: { table: 'orders', query: { selects, timeColumn: 'ts' } } },
});
const byMember = { groupBy: byUser(), useLongNames: false, keyMapping: { member: 'user' } };

test('when the keys of a Join change, whoever holds the old schema is asked by the new ones', async () => {
  await changeTo(profile());
  const before = await client.fetchJoin(PROFILE, asked);
  await changeTo(profile({ ...leftOf({ member: 'user' }), joinParts: [byMember] }));
  const renamed = await client.fetchJoin(PROFILE, { ...asked, keys: [{ member: 'ann' }] });
  // The features are what they were, and so is the hash of their schema.
  expect([renamed.schemaHash, renamed.row(0)]).toEqual([before.schemaHash, before.row(0)]);
  await expect(client.fetchJoin(PROFILE, asked)).rejects.toThrow('Row 0 has "user", and it is asked by member.');

  const both = [
    { groupBy: byUser(), useLongNames: false },
    { ...byMember, prefix: 'other' },
  ];
  await changeTo(profile({ ...leftOf({ user: 'user', member: 'user' }), joinParts: both }));
  const added = await client.fetchJoin(PROFILE, { ...asked, keys: [{ user: 'nobody', member: 'ann' }] });
  expect([added.value(0, 'user_price_max'), added.value(0, 'other_user_price_max')]).toEqual([null, 2.5]);
  await expect(client.fetchJoin(PROFILE, { ...asked, keys: [{ member: 'ann' }] })).rejects.toThrow(
    'The request has no key "user"',
  );
});

test('a value that is of another type now is sent as that', async () => {
  await changeTo(profile());
  await client.fetchJoin(PROFILE, asked);
  const long = { kind: DataKind.STRUCT, params: [{ name: 'basket', dataType: { kind: DataKind.LONG } }] };
  const source = { metadata: { name: 'contextual' }, keySchema: long, valueSchema: long };
  await changeTo(profile({ onlineExternalParts: [{ source }] }));
  const answer = await client.fetchJoin(PROFILE, { ...asked, context: [{ ext_contextual_basket: 2n ** 60n + 1n }] });
  expect(answer.value(0, 'ext_contextual_basket')).toBe(2n ** 60n + 1n);
});
