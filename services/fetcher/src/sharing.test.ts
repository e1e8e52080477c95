import type { FetchResponse } from '@isochron/rpc/fetcher';
import type { GroupBy, Join } from '@isochron/thrift';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  byUser,
  E,
  fetchJoin,
  HOUR_MS,
  openFetcher,
  order,
  profile,
  request,
  Shop,
  type Workplace,
} from './fetcher.fixture.ts';

/** Joins that have a GroupBy, prefixes or derivations in common, and differ in the rest. */
type Joins = Readonly<Record<string, Join>>;

const [sum, max, last, , histogram] = byUser().aggregations ?? [];
const part = (groupBy: GroupBy, prefix?: string) => ({
  groupBy,
  useLongNames: false,
  ...(prefix !== undefined && { prefix }),
});
const all = { name: '*', expression: '*' };
const plain = { derivations: [all] };
const joins: Joins = {
  whole: profile(),
  prefixed: profile({ ...plain, joinParts: [part(byUser(), 'p')] }),
  // Of the same name, and otherwise defined.
  narrow: profile({ ...plain, joinParts: [part(byUser({ aggregations: [max, sum].flatMap((each) => each ?? []) }))] }),
  second: profile({ ...plain, joinParts: [part(byUser({}, 2))] }),
  both: profile({
    ...plain,
    joinParts: [part(byUser({}, 2), 'b'), part(byUser(), 'a')],
    derivations: [all, { name: 'more', expression: 'a_user_amount_sum_7d - b_user_amount_sum_7d' }],
  }),
  // The same expression, of features that stand elsewhere.
  turned: profile({
    ...plain,
    joinParts: [part(byUser(), 'a'), part(byUser({}, 2), 'b')],
    derivations: [all, { name: 'more', expression: 'a_user_amount_sum_7d - b_user_amount_sum_7d' }],
  }),
};
const named = (name: string, thrift: Join) => ({
  kind: 'join' as const,
  name: `shop/serving.${name}__1`,
  thrift: { ...thrift, metaData: { ...thrift.metaData, name: `shop.serving.${name}__1` } },
});

let shop: Shop;
let place: Workplace | null = null;
const users = ['ann', 'bob', 'nobody'];
const uploaded = (version: number, generation: number) =>
  shop.upload(
    generation,
    E,
    {
      ann: [order(E - HOUR_MS, 5 * version * generation, 2, 'tea'), order(E + HOUR_MS, version, 3, 'pot')],
      bob: [order(E - 30 * HOUR_MS, 100 * version * generation, 7, `cup ${version}`)],
    },
    byUser({}, version),
  );
beforeEach(async () => {
  shop = await Shop.open();
  for (const version of [1, 2]) await uploaded(version, 1);
});
afterEach(async () => {
  await place?.dispose();
  place = null;
  await shop.dispose();
});

const publish = (published: Joins) =>
  shop.publish(...Object.entries(published).map(([name, each]) => named(name, each)));
const asked = (at: Workplace, name: string, user: string, more = {}): Promise<FetchResponse> =>
  fetchJoin(at, request([user], { join: named(name, profile()).name, ...more }));
const answers = async (at: Workplace, names = Object.keys(joins)) => {
  const pairs = names.flatMap((name) => users.map((user) => [name, user] as const));
  return Object.fromEntries(
    await Promise.all(pairs.map(async ([name, user]) => [`${name} of ${user}`, await asked(at, name, user)] as const)),
  );
};
/** What a service answers that serves one of them and nothing else. */
async function alone(published: Joins): Promise<Readonly<Record<string, FetchResponse>>> {
  const found = [];
  for (const [name, each] of Object.entries(published)) {
    await publish({ [name]: each });
    const own = await openFetcher(shop.home);
    try {
      found.push(await answers(own, [name]));
    } finally {
      await own.dispose();
    }
  }
  return Object.assign({}, ...found);
}

test('Joins that share what is equal answer as each does alone, however they are asked in turns', async () => {
  const wanted = await alone(joins);
  const kinds = Object.values(wanted).map(({ schemaHash }) => schemaHash);
  expect(new Set(kinds).size).toBe(Object.keys(joins).length);
  const more = ['both of ann', 'turned of ann'].map((key) => wanted[key]?.longs?.values.at(-1));
  expect(more).toEqual(['-6', '-6']);
  await publish(joins);
  place = await openFetcher(shop.home);
  for (let turn = 0; turn < 20; turn++) expect(await answers(place)).toEqual(wanted);
  // Of some features, in between.
  const [few] = await Promise.all([asked(place, 'both', 'ann', { features: ['more'] }), answers(place)]);
  expect(few.longs?.values).toEqual(wanted['both of ann']?.longs?.values.slice(-1));
  expect(await answers(place)).toEqual(wanted);
});

test('a change of one is a change of no other', async () => {
  await publish(joins);
  place = await openFetcher(shop.home);
  const before = await answers(place);
  const aggregations = [sum, last, histogram].flatMap((each) => each ?? []);
  const changed = { ...joins, whole: profile({ ...plain, joinParts: [part(byUser({ aggregations }))] }) };
  await publish(changed);
  const at = place;
  const schema = before['whole of ann']?.schemaHash;
  await vi.waitUntil(async () => (await asked(at, 'whole', 'ann')).schemaHash !== schema, { timeout: 10_000 });
  const others = Object.keys(joins).filter((name) => name !== 'whole');
  for (const [key, answer] of Object.entries(await answers(at, others))) expect(answer).toEqual(before[key]);
  const own = await answers(at, ['whole']);
  await at.dispose();
  place = null;
  expect(await alone({ whole: changed.whole })).toEqual(own);
});

test('an upload changes what reads it, and nothing else', async () => {
  await publish(joins);
  place = await openFetcher(shop.home);
  const at = place;
  const before = await answers(at);
  await uploaded(2, 2);
  const changed = ['second', 'both', 'turned'];
  const generations = async (name: string) => (await asked(at, name, 'bob')).parts.map(({ generation }) => generation);
  await vi.waitUntil(async () => (await generations('second'))[0] === 2, { timeout: 10_000 });
  const after = await answers(at);
  for (const [key, answer] of Object.entries(after)) {
    const isRead = changed.includes(key.split(' ')[0] ?? '');
    if (isRead) expect(answer).not.toEqual(before[key]);
    else expect(answer).toEqual(before[key]);
  }
});
