import { call } from '@isochron/rpc';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

let shop: Shop;
let place: Workplace;

const events = {
  ann: [
    order(E - 30 * HOUR_MS, 5, 2.5, 'tea'),
    order(E - HOUR_MS, 2n ** 60n, -1, 'pot'),
    order(E + HOUR_MS, 7, 9, 'cup'),
  ],
  bob: [order(E - 2 * HOUR_MS, 3, null, null)],
};

beforeAll(async () => {
  shop = await Shop.open();
  await shop.upload(1, E, events);
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  place = await openFetcher(shop.home);
});
afterAll(async () => {
  await place.dispose();
  await shop.dispose();
});

test('a vector over gRPC: values by their types, exactly, with statuses, parts and names', async () => {
  const answer = await fetchJoin(place, request(['ann', 'bob', 'nobody']));
  expect(answer.longs).toEqual({
    names: ['user_amount_sum_1d', 'user_amount_sum_7d'],
    values: [String(2n ** 60n + 7n), String(2n ** 60n + 12n), '3', '3', '0', '0'],
    statuses: Buffer.from([1, 1, 1, 1, 5, 5]),
  });
  expect(answer.doubles).toEqual({
    names: ['user_price_max', 'ext_contextual_basket', 'share'],
    values: [9, 14, 14 / Number(2n ** 60n + 12n), 0, 14, 14 / 3, 0, 14, 0],
    statuses: Buffer.from([1, 1, 1, 2, 1, 1, 5, 1, 2]),
  });
  expect(answer.strings?.values).toEqual(['cup', '', '']);
  expect(answer.values?.names).toEqual(['user_item_last3_7d', 'user_item_histogram_7d']);
  const text = (value: string) => ({ kind: { $case: 'string', value } });
  expect(answer.values?.values[0]).toEqual({
    kind: { $case: 'list', value: { items: [text('cup'), text('pot'), text('tea')] } },
  });
  expect(answer.parts).toMatchObject([
    { name: 'shop_orders_byUser__1', generation: 1, batchEndMs: E, agesMs: [0, 2 * HOUR_MS, 2 * HOUR_MS] },
    { name: 'ext_contextual', agesMs: [0] },
  ]);
  expect([answer.rows, answer.atMs]).toEqual([3, E + 2 * HOUR_MS]);
});

test('who has the schema gets no names; some features alone; a GroupBy by itself', async () => {
  const whole = await fetchJoin(place, request(['ann']));
  const known = await fetchJoin(place, request(['ann'], { schemaHash: whole.schemaHash }));
  expect(known).toEqual({
    ...whole,
    longs: { ...whole.longs, names: [] },
    doubles: { ...whole.doubles, names: [] },
    strings: { ...whole.strings, names: [] },
    values: { ...whole.values, names: [] },
  });
  const some = await fetchJoin(place, request(['ann'], { features: ['share'] }));
  expect([some.doubles?.names, some.longs, some.strings]).toEqual([['share'], undefined, undefined]);
  const alone = await call(
    place.client,
    place.client.fetchGroupBy,
    { ...request(['bob']), groupBy: 'shop/orders.byUser__1', features: ['price_max', 'amount_sum_7d'] },
    { timeoutMs: 5_000 },
  );
  expect(alone.longs).toMatchObject({ names: ['amount_sum_7d'], values: ['3'] });
});

test('what it takes and gives can be asked', async () => {
  const schema = await call(
    place.client,
    place.client.getJoinSchema,
    { join: PROFILE, features: [] },
    { timeoutMs: 5_000 },
  );
  expect(schema).toMatchObject({
    name: PROFILE,
    keys: [{ name: 'user', type: 'STRING' }],
    context: [{ name: 'ext_contextual_basket', type: 'FLOAT64' }],
    setVersion: 1,
  });
  expect(schema.features.map(({ name, type }) => `${name} ${type}`)).toContain(
    'user_item_histogram_7d MAP<STRING, INT64>',
  );
  const { joins } = await call(place.client, place.client.listJoins, { prefix: '' }, { timeoutMs: 5_000 });
  expect(joins).toEqual([{ name: PROFILE, team: 'shop', isServed: true }]);
});

const post = async (path: string, body: unknown): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(place.base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

test('the existing routes answer a list of objects of keys, each by itself', async () => {
  const { status, body } = await post(`/v1/fetch/join/${PROFILE}`, [
    { user: 'bob', ext_contextual_basket: 6 },
    {},
    { user: 7 },
  ]);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    results: [
      { status: 'Success', entityKeys: { user: 'bob' } },
      { status: 'Success', features: { share: null, ext_contextual_basket: null } },
      { status: 'Failure', entityKeys: { user: 7 } },
    ],
  });
  const alone = await post('/v1/fetch/groupby/shop.orders.byUser__1', [{ user: 'bob' }, {}]);
  expect(alone.body).toMatchObject({
    results: [
      { status: 'Success', features: { amount_sum_7d: 3 } },
      { status: 'Failure', error: 'The key "user" is missing.' },
    ],
  });
  const names = await (await fetch(`${place.base}/v1/joins`)).json();
  expect(names).toEqual({ joinNames: [PROFILE] });
  expect(await (await fetch(`${place.base}/ping`)).text()).toBe('"Pong!"');
  const avro = await post(`/v2/fetch/join/${encodeURIComponent(PROFILE)}`, [{ user: 'bob' }]);
  expect(avro.body).toMatchObject({ results: [{ status: 'Success', featuresErrors: {} }] });
  const schema = await (await fetch(`${place.base}/v1/join/${PROFILE}/schema`)).json();
  expect(schema).toMatchObject({ joinName: PROFILE });
});

test('columns over HTTP say what gRPC says', async () => {
  const { body } = await post(`/v3/fetch/join/${PROFILE}`, {
    keys: { user: ['ann', 'bob'] },
    context: { ext_contextual_basket: 14 },
    atMs: E + 2 * HOUR_MS,
    features: ['user_amount_sum_1d', 'user_item_last3_7d', 'share'],
  });
  expect(body).toMatchObject({
    rows: 2,
    names: ['user_amount_sum_1d', 'user_item_last3_7d', 'share'],
    values: [
      [String(2n ** 60n + 7n), ['cup', 'pot', 'tea'], 14 / Number(2n ** 60n + 12n)],
      [3, null, 14 / 3],
    ],
    statuses: [
      [1, 1, 1],
      [1, 2, 1],
    ],
    parts: [{ generation: 1, agesMs: [0, 2 * HOUR_MS] }, {}],
  });
});

test.each([
  [
    'a Join that is not there',
    { join: 'shop/serving.profil__1' },
    /No Join "shop\/serving.profil__1" is served. Did you mean shop\/serving.profile__1\?/,
  ],
  ['no rows', { rows: 0 }, /no rows/],
  ['a missing key', { keys: {} }, /no key "user"/],
  [
    'a key that nobody asks by',
    { keys: { usr: column({ strings: ['a'] }) } },
    /not asked by a column "usr", but by user/,
  ],
  [
    'a key of another type',
    { keys: { user: column({ longs: ['7'] }) } },
    /"user" has values in longs. It is of type string, whose values stand in strings/,
  ],
  [
    'fewer values than rows',
    { rows: 3, keys: { user: column({ strings: ['a', 'b'] }) } },
    /has 2 values where the request has 3 rows/,
  ],
  ['a feature that is not there', { features: ['nothing'] }, /nothing/],
])('%s is refused, and the sentence says what to do', async (_, more, sentence) => {
  await expect(fetchJoin(place, request(['ann'], more))).rejects.toThrow(sentence);
});
