import { operationNames, operationOf } from '@isochron/aggregation';
import { codecOf, dataTypeOf } from '@isochron/avro';
import { createFetcherClient, type FetcherClient, type FetchOptions } from '@isochron/client';
import { valueToJson } from '@isochron/schema';
import type { Event } from '@isochron/serving/served-store';
import { type Aggregation, type Join, Operation, TimeUnit } from '@isochron/thrift';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ADDRESS,
  byUser,
  groupByOf,
  HOUR_MS,
  joinOf,
  order,
  PROFILE,
  profile,
  Shop,
  openFetcher as startServed,
  type Workplace,
} from './fetcher.fixture.ts';
import { type OpenedFetcher, openFetcher, readFetcherConfig } from './wiring.ts';

/**
 * Whatever features are asked for, over whatever protocol, they are what they are among all of them: of every operation, several that differ in arguments alone, of a GroupBy that
 * the Join reads twice, and what is derived of them. That those are right is shown in `libs/serving`.
 */

const DAY_MS = 24 * HOUR_MS;
/** Requests of the existing system's routes are of now, so that the upload is of last midnight; events are far from where windows begin today. */
const E = Math.floor(Date.now() / DAY_MS) * DAY_MS;

const inputColumns = ['amount', 'price', 'item'];
const argumentsOf: Readonly<Record<string, readonly string[]>> = { k: ['2', '8'], percentiles: ['[0.5]', '[0.25, 1]'] };

/** Each operation over each column, once with its first arguments over some windows and once with others over others. */
const aggregations = operationNames.flatMap((name) =>
  inputColumns.flatMap((inputColumn): readonly Aggregation[] => {
    const parameters = operationOf(name).parameters.map((parameter) => parameter.name);
    const argMap = (at: number) =>
      Object.fromEntries(parameters.map((parameter) => [parameter, argumentsOf[parameter]?.[at] ?? '']));
    const windows = (...days: readonly number[]) => days.map((length) => ({ length, timeUnit: TimeUnit.DAYS }));
    const own = { inputColumn, operation: Operation[name], buckets: [] };
    const first = { ...own, argMap: argMap(0), windows: windows(7, 30) };
    return [first, { ...own, argMap: argMap(1), windows: windows(1, 60) }];
  }),
);

const soundOf = async (shop: Shop): Promise<readonly Aggregation[]> => {
  const sound: Aggregation[] = [];
  for (const aggregation of aggregations) {
    // What does not take the column, or the arguments, is refused.
    const isSound = await shop.upload(1, E, {}, byUser({ aggregations: [aggregation] })).then(
      () => true,
      () => false,
    );
    if (isSound) sound.push(aggregation);
  }
  return sound;
};

const derivations = [
  { name: 'ratio', expression: 'user_amount_sum_7d / ext_contextual_basket' },
  { name: 'gap', expression: 'f_user_price_average_30d - user_price_average_7d' },
  { name: 'renamed', expression: 'f_user_item_last_7d' },
  { name: 'counts', expression: "CONCAT(user, '/', CAST(COALESCE(user_item_bounded_unique_count_60d, 0) AS STRING))" },
];
const joinWith = (groupBy: ReturnType<typeof byUser>, derived: Join['derivations']): Join =>
  profile(
    {
      left: { events: { table: 'orders', query: { selects: { user: 'user', friend: 'friend' }, timeColumn: 'ts' } } },
      joinParts: [
        { groupBy, useLongNames: false },
        { groupBy, useLongNames: false, prefix: 'f', keyMapping: { friend: 'user' } },
      ],
      ...(derived !== undefined && { derivations: derived }),
    },
    groupBy,
  );

let shop: Shop;
let place: Workplace;
let near: OpenedFetcher;
let far: FetcherClient;
let groupBy: ReturnType<typeof byUser>;
let names: readonly string[] = [];

beforeAll(async () => {
  shop = await Shop.open();
  groupBy = byUser({ aggregations: [...(await soundOf(shop))] });
  await shop.upload(2, E, { ann: eventsOf(1), bob: eventsOf(7), cid: eventsOf(4).slice(0, 1) }, groupBy);
  await shop.publish(joinOf(joinWith(groupBy, [{ name: '*', expression: '*' }, ...derivations])), groupByOf(groupBy));
  place = await startServed(shop.home);
  const settings = { home: shop.home, set: ADDRESS, refreshMs: 100, log: { level: 'fatal' } };
  near = await openFetcher(readFetcherConfig(settings, {}));
  far = createFetcherClient({ address: `127.0.0.1:${place.service.grpcPort}`, timeoutMs: 20_000 });
  names = (await far.fetchJoin(PROFILE, asked())).names;
});
afterAll(async () => {
  far.close();
  await near.close();
  await place.dispose();
  await shop.dispose();
});

const DAYS_AGO = [3, 12, 45, 90];
function eventsOf(seed: number): readonly Event[] {
  const items = ['tea', 'pot', 'é', null, 'cup', 'jar', '', 'pan', 'lid', 'mug'];
  return Array.from({ length: 40 }, (_, n) =>
    order(
      E - (DAYS_AGO[n % DAYS_AGO.length] ?? 3) * DAY_MS + n * 60_000,
      n % 5 === 0 ? null : (n * seed) % 11,
      n % 7 === 0 ? null : ((n * seed) % 13) / 4,
      items[(n * seed) % items.length] ?? null,
    ),
  );
}

const keys = [
  { user: 'ann', friend: 'bob' },
  { user: 'bob', friend: null },
  { user: 'cid', friend: 'cid' },
  { user: 'nobody', friend: 'ann' },
];
const asked = (more: Partial<FetchOptions> = {}): FetchOptions => ({
  ...{ keys, context: [{ ext_contextual_basket: 14 }], atMs: E, timeoutMs: 20_000 },
  ...more,
});

type Shown = Readonly<Record<string, readonly (readonly [value: unknown, status: unknown])[]>>;
const NOTHING = [undefined, undefined] as const;
const shownAt = (shown: Shown, name: string, row: number) => shown[name]?.[row] ?? NOTHING;
/** Of each feature, value and status of every row. */
async function fetched(client: FetcherClient, options: FetchOptions): Promise<Shown> {
  const answer = await client.fetchJoin(PROFILE, options);
  return Object.fromEntries(
    answer.names.map((name) => [name, keys.map((_, row) => [answer.value(row, name), answer.status(row, name)])]),
  );
}

const post = async (path: string, body: unknown): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${place.base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  return response.json();
};

interface Columns {
  readonly names: readonly string[];
  readonly values: readonly (readonly unknown[])[];
  readonly statuses: readonly (readonly number[])[];
}
async function overHttp(features: readonly string[], atMs: number | null): Promise<Shown> {
  const columns = { user: keys.map(({ user }) => user), friend: keys.map(({ friend }) => friend) };
  // JSON of the answer, as the route documents it.
  const answer = (await post(`/v3/fetch/join/${PROFILE}`, {
    ...{ keys: columns, context: { ext_contextual_basket: 14 }, features, atMs },
  })) as Columns;
  return Object.fromEntries(
    answer.names.map((name, at) => [
      name,
      keys.map((_, row) => [answer.values[row]?.[at], answer.statuses[row]?.[at]]),
    ]),
  );
}

const only = (whole: Shown, some: readonly string[]): Shown =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => some.includes(name)));

test('any features are the same alone as among all, over gRPC, over HTTP and in the process', async () => {
  expect(names.length).toBeGreaterThan(200);
  const whole = await fetched(far, asked());
  const wholeJson = await overHttp([], E);
  expect(await fetched(near.client, asked())).toEqual(whole);
  expect(Object.keys(wholeJson).sort()).toEqual([...names].sort());
  const seen = Object.values(whole).flat();
  expect(seen.filter(([, status]) => status === 'PRESENT').length).toBeGreaterThan(seen.length / 3);
  for (const name of names) {
    const statuses = keys.map((_, row) => STATUSES[Number(shownAt(wholeJson, name, row)[1])]);
    expect(statuses, name).toEqual(keys.map((_, row) => shownAt(whole, name, row)[1]));
  }
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...names], { minLength: 1, maxLength: 12 }), async (features) => {
      const wanted = only(whole, features);
      expect(await fetched(far, asked({ features }))).toEqual(wanted);
      expect(await fetched(near.client, asked({ features }))).toEqual(wanted);
      expect(await overHttp(features, E)).toEqual(only(wholeJson, features));
    }),
    { numRuns: 40, examples: [...derivations.map(({ name }) => [[name]] as [string[]]), [names.slice(-3)]] },
  );
}, 60_000);
const STATUSES = [null, 'PRESENT', 'NULL', 'APPROXIMATE', 'STALE', 'NOT_FOUND', 'ERROR'];

interface Results {
  readonly results: readonly {
    readonly features?: Readonly<Record<string, unknown>>;
    readonly featureAvroString?: string;
  }[];
}

test('the routes of the existing system have the values of ours, as JSON and as Avro', async () => {
  const rows = keys.map((each) => ({ ...each, ext_contextual_basket: 14 }));
  const ours = await overHttp([], null);
  const plain = (await post(`/v1/fetch/join/${PROFILE}`, rows)) as Results;
  const avro = (await post(`/v2/fetch/join/${PROFILE}`, rows)) as Results;
  const schema = (await (await fetch(`${place.base}/v1/join/${PROFILE}/schema`)).json()) as { valueSchema: string };
  const type = dataTypeOf(JSON.parse(schema.valueSchema));
  const codec = codecOf(type);
  for (const row of keys.keys()) {
    const wanted = Object.fromEntries(names.map((name) => [name, shownAt(ours, name, row)[0]]));
    expect(plain.results[row]?.features).toEqual(wanted);
    const bytes = Buffer.from(avro.results[row]?.featureAvroString ?? '', 'base64');
    expect(valueToJson(type, codec.decode(bytes))).toEqual(wanted);
  }
});

test('where derivations alone are told, they are what they are beside all features, though what they are made of is not asked for', async () => {
  const whole = only(
    await fetched(far, asked()),
    derivations.map(({ name }) => name),
  );
  await shop.publish(joinOf(joinWith(groupBy, derivations)), groupByOf(groupBy));
  const isServed = async (client: FetcherClient) =>
    (await client.fetchJoin(PROFILE, asked())).names.length === derivations.length;
  for (const client of [far, near.client]) {
    await expect.poll(() => isServed(client), { timeout: 20_000 }).toBe(true);
    expect(await fetched(client, asked())).toEqual(whole);
    for (const { name } of derivations)
      expect(await fetched(client, asked({ features: [name] }))).toEqual(only(whole, [name]));
  }
  await expect(far.fetchJoin(PROFILE, asked({ features: ['user_amount_sum_7d'] }))).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining('has no feature "user_amount_sum_7d"'),
  });
});
