import { DataKind } from '@isochron/thrift';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
} from '../fetcher.fixture.ts';

const given = { kind: DataKind.STRUCT, params: [{ name: 'id', dataType: { kind: DataKind.LONG } }] };
const derivations = [
  { name: '*', expression: '*' },
  { name: 'listed', expression: '[ext_contextual_id, 1]' },
  { name: 'pair', expression: 'STRUCT(ext_contextual_id AS id, user_amount_sum_7d AS amount)' },
];

let shop: Shop;
let place: Workplace;
beforeAll(async () => {
  shop = await Shop.open();
  await shop.upload(1, E, {
    ann: [order(E - HOUR_MS, 2n ** 53n, 1, 'tea')],
    bob: [order(E - HOUR_MS, -(2n ** 53n) + 1n, 1, 'tea')],
  });
  const source = { metadata: { name: 'contextual' }, keySchema: given, valueSchema: given };
  await shop.publish(joinOf(profile({ onlineExternalParts: [{ source }], derivations })), groupByOf(byUser()));
  place = await openFetcher(shop.home);
});
afterAll(async () => {
  await place.dispose();
  await shop.dispose();
});

/** The ids stand in the body as they are written. */
async function post(path: string, body: string): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${place.base}${path}`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}
const features = ['user_amount_sum_7d', 'ext_contextual_id', 'listed', 'pair'];
const v3 = (ids: string) =>
  post(
    `/v3/fetch/join/${PROFILE}`,
    `{"keys":{"user":["ann","bob"]},"context":{"ext_contextual_id":${ids}},"atMs":${E},"features":${JSON.stringify(features)}}`,
  );

test.each([
  ['9007199254740991', '9007199254740991'],
  ['-9007199254740991', '-9007199254740991'],
  ['"12"', '12'],
  ['"9007199254740992"', '"9007199254740992"'],
  ['"9223372036854775807"', '"9223372036854775807"'],
  ['"-9223372036854775808"', '"-9223372036854775808"'],
])('the long %s is answered as %s, by itself, in a list and in a struct', async (asked, told) => {
  const { status, text } = await v3(asked);
  expect(status).toBe(200);
  // Texts, for parsing would round what should not be there.
  expect(text).toContain(
    `"values":[["9007199254740992",${told},[${told},1],{"id":${told},"amount":"9007199254740992"}],[-9007199254740991,${told},[${told},1],{"id":${told},"amount":-9007199254740991}]]`,
  );
  expect(text).toContain(`"atMs":${E}`);
  expect(text).toMatch(new RegExp(`"generation":1,"batchEndMs":${E},"agesMs":\\[0,0\\]`));
  const v1 = await post(`/v1/fetch/join/${PROFILE}`, `[{"user":"ann","ext_contextual_id":${asked}}]`);
  expect(v1.text).toContain(`"ext_contextual_id":${told},"listed":[${told},1]`);
});

test.each(['9007199254740993', '1e300', '1.5', '"9223372036854775808"', '"1.0"', '" 1"'])(
  'the long %s is refused, not rounded',
  async (asked) => {
    expect(await v3(asked)).toMatchObject({ status: 400, text: expect.stringContaining('ext_contextual_id') });
  },
);

test('of a schema, what is no whole number is no number', async () => {
  const response = await fetch(`${place.base}/v3/schema/join/${PROFILE}`);
  const schema = (await response.json()) as { readonly features: readonly { name: string; block: unknown }[] };
  expect(schema).toMatchObject({ name: PROFILE, setVersion: 1, keys: [{ name: 'user', type: 'STRING' }] });
  const blocks = schema.features.map(({ name, block }) => [name, block]);
  expect(Object.fromEntries(blocks)).toMatchObject({
    user_amount_sum_7d: 'BLOCK_LONGS',
    user_price_max: 'BLOCK_DOUBLES',
    listed: 'BLOCK_VALUES',
  });
});
