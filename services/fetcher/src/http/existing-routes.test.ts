import { codecOf, dataTypeOf } from '@isochron/avro';
import { valueToJson } from '@isochron/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  byUser,
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

let shop: Shop;
let place: Workplace;
beforeAll(async () => {
  shop = await Shop.open();
  // What is asked for without an instant is asked for now: an upload of last midnight.
  const batchEndMs = Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS;
  await shop.upload(1, batchEndMs, {
    ann: [order(batchEndMs - 30 * HOUR_MS, 5, 2.5, 'tea'), order(batchEndMs - 5 * HOUR_MS, 2n ** 60n, -1, 'zürich')],
    bob: [order(batchEndMs - 5 * HOUR_MS, 7, null, null)],
  });
  const derivations = [
    ...(profile().derivations ?? []),
    { name: 'pair', expression: "STRUCT(user_amount_sum_7d AS amount, 'x' AS text)" },
  ];
  await shop.publish(joinOf(profile({ derivations })), groupByOf(byUser()));
  place = await openFetcher(shop.home);
});
afterAll(async () => {
  await place.dispose();
  await shop.dispose();
});

interface Result {
  readonly status: string;
  readonly entityKeys: unknown;
  readonly features?: Readonly<Record<string, unknown>>;
  readonly featureAvroString?: string;
  readonly featuresErrors?: Readonly<Record<string, string>>;
}

const keys = [
  { user: 'ann', ext_contextual_basket: 14 },
  { user: 'bob' },
  { user: 'nobody', ext_contextual_basket: 0.5 },
  // What nobody asks by is passed over, and given back.
  { user: 'ann', nonsense: [1, { deep: true }] },
];

async function post(path: string): Promise<readonly Result[]> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${place.base}${path}`, { method: 'POST', headers, body: JSON.stringify(keys) });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('application/json'),
  ]);
  return ((await response.json()) as { readonly results: readonly Result[] }).results;
}

interface Schema {
  readonly valueSchema: string;
  readonly keySchema: string;
  readonly valueInfos: readonly { readonly fullName: string; readonly groupName: string; readonly leftKeys: unknown }[];
}
const schema = async (): Promise<Schema> =>
  (await (await fetch(`${place.base}/v1/join/${PROFILE}/schema`)).json()) as Schema;

test('the Avro of v2, read by the schema that v1 tells, is what v1 gives as JSON', async () => {
  const [plain, avro] = [await post(`/v1/fetch/join/${PROFILE}`), await post(`/v2/fetch/join/${PROFILE}`)];
  const type = dataTypeOf(JSON.parse((await schema()).valueSchema));
  const codec = codecOf(type);
  expect(avro).toHaveLength(keys.length);
  for (const [row, { status, entityKeys, featureAvroString = '', featuresErrors }] of avro.entries()) {
    expect([status, entityKeys, featuresErrors]).toEqual(['Success', keys[row], {}]);
    expect(plain[row]?.entityKeys).toEqual(keys[row]);
    const features = valueToJson(type, codec.decode(Buffer.from(featureAvroString, 'base64')));
    expect(features).toEqual(plain[row]?.features);
  }
  expect(plain.map(({ features }) => features?.['user_amount_sum_7d'])).toEqual([
    String(2n ** 60n + 5n),
    7,
    null,
    String(2n ** 60n + 5n),
  ]);
  expect(plain[0]?.features).toMatchObject({
    user_item_last3_7d: ['zürich', 'tea'],
    user_item_histogram_7d: { tea: 1, zürich: 1 },
    pair: { amount: String(2n ** 60n + 5n), text: 'x' },
    ext_contextual_basket: 14,
  });
});

test('the schema tells by which keys each feature goes, and of which group-by it is', async () => {
  const { keySchema, valueInfos } = await schema();
  expect(JSON.parse(keySchema).fields.map(({ name }: { name: string }) => name)).toEqual(['user']);
  expect(valueInfos).toContainEqual(
    expect.objectContaining({
      fullName: 'user_price_max',
      groupName: 'shop/orders.byUser__1',
      prefix: 'user_',
      leftKeys: ['user'],
      schemaString: '"double"',
    }),
  );
});
