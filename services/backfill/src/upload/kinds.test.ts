import { entitySource, eventSource, groupBy, join, part, table } from '@isochron/authoring';
import type { JoinPlan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { batchDataset } from '@isochron/thrift';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, compiledPlan, day, openWorkplace, type Workplace } from '../workplace.fixture.ts';
import { type FetchedRow, ServedJoin } from './served-join.fixture.ts';
import { upload } from './upload.ts';

/** GroupBys that are no sums of events: what is uploaded of them, as it is served. */
const users = table('users', { user: 'STRING', country: 'STRING', age: 'INT64', since: 'INT64', day: 'DATE' });
const clicks = table('clicks', { user: 'STRING', amount: 'INT64', ts: 'INT64', day: 'DATE' });
const left = eventSource({ table: clicks, time: 'ts', select: { user: 'user', country: 'user' } });

let place: Workplace;
let store: KeyValueStore;
beforeAll(async () => {
  place = await openWorkplace();
  store = await openLmdbStore({ home: place.home });
  const user = (name: string, country: string | null, age: number | null, since: number, n: number) => ({
    ...{ user: name, country, age, since, day: day(n) },
  });
  await place.load('users', [
    user('ann', 'fr', 30, at(-400), 1),
    user('old', 'fr', 90, at(-400), 1),
    user('ann', 'fr', 31, at(-400), 2),
    user('bob', 'de', null, at(2, 1), 2),
    user('eve', 'de', 20, at(1), 2),
    user('nil', null, null, at(1), 2),
    user('two', 'it', 1, at(1), 2),
    user('two', 'it', 2, at(1), 2),
    // Not yet, at the end of the day.
    user('tom', 'de', 50, at(9), 2),
  ]);
  const click = (name: string, amount: number, n: number, on: number) => ({
    ...{ user: name, amount, ts: at(n, 1), day: day(on) },
  });
  await place.load('clicks', [
    click('ann', 1, 1, 1),
    // Of a cumulative table each day has all there was before.
    click('ann', 1, 1, 2),
    click('ann', 10, 2, 2),
    click('bob', 100, -300, 2),
  ]);
});
afterAll(async () => {
  await store.close();
  await place.dispose();
});

async function served(definition: ReturnType<typeof join>, name: string): Promise<readonly FetchedRow[]> {
  const plan = await compiledPlan(place.warehouse, definition, name);
  if (plan.kind !== 'join') throw new Error('no plan of a join');
  for (const { groupBy: own } of plan.parts) {
    await upload(
      { warehouse: place.warehouse, store, now: Date.now },
      {
        ...{ plan: own, groupBy: { metaData: { name: own.name } }, dataset: batchDataset(own.name), day: day(2) },
        ...{ replacesLater: false, signal: new AbortController().signal, onProgress: () => undefined },
      },
    );
  }
  return fetch(plan);
}

async function fetch(plan: JoinPlan): Promise<readonly FetchedRow[]> {
  const reader = new ServedJoin(store, plan);
  await reader.refresh();
  return reader.fetch(
    ['ann', 'bob', 'nil', 'two', 'old'].map((user) => ({ user, country: user === 'ann' ? 'fr' : 'de' })),
    at(3),
  );
}

it('serves rows of entities as they are in the snapshot of the day', async () => {
  const profile = groupBy({
    version: 1,
    sources: [entitySource({ snapshots: users, select: { user: 'user', home: 'country', age: 'age' } })],
    keys: ['user'],
  });
  const rows = await served(join({ version: 1, left, parts: [part(profile)] }), 'profiles');
  expect(rows.map(({ told }) => told)).toEqual([
    { user_home: ['PRESENT', 'fr'], user_age: ['PRESENT', 31] },
    { user_home: ['PRESENT', 'de'], user_age: ['NULL', null] },
    { user_home: ['NOT_FOUND', null], user_age: ['NOT_FOUND', null] },
    { user_home: ['ERROR', null], user_age: ['ERROR', null] },
    // It was of the day before, and is no more.
    { user_home: ['NOT_FOUND', null], user_age: ['NOT_FOUND', null] },
  ]);
  expect(rows[3]?.errors[0]).toContain('It has several rows');
});

it('serves aggregations of the entities of the day: all of them, and by windows of their time', async () => {
  const source = entitySource({ snapshots: users, select: { country: 'country', age: 'age' } });
  const timed = entitySource({ snapshots: users, time: 'since', select: { country: 'country', age: 'age' } });
  const ages = { version: 1, keys: ['country'] as const };
  const all = groupBy({ ...ages, sources: [source], aggregations: ({ age }) => [age.sum(), age.count()] });
  const recent = groupBy({ ...ages, version: 2, sources: [timed], aggregations: ({ age }) => [age.sum('3d')] });
  const [ann, bob] = await served(join({ version: 1, left, parts: [part(all)] }), 'everybody');
  expect(ann?.told).toEqual({ country_age_sum: ['PRESENT', 31], country_age_count: ['PRESENT', 1] });
  expect(bob?.told).toEqual({ country_age_sum: ['PRESENT', 70], country_age_count: ['PRESENT', 2] });
  const [annLately, bobLately] = await served(join({ version: 1, left, parts: [part(recent)] }), 'lately');
  expect(annLately?.told).toEqual({ country_age_sum_3d: ['NOT_FOUND', null] });
  expect(bobLately?.told).toEqual({ country_age_sum_3d: ['PRESENT', 20] });
});

it('reads the one day of a cumulative table of events', async () => {
  const sums = groupBy({
    ...{ version: 3, accuracy: 'temporal', keys: ['user'] },
    sources: [eventSource({ table: clicks, time: 'ts', cumulative: true, select: { user: 'user', amount: 'amount' } })],
    aggregations: ({ amount }) => [amount.sum(), amount.sum('3d')],
  });
  const [ann, bob] = await served(join({ version: 1, left, parts: [part(sums)] }), 'clicked');
  expect(ann?.told).toEqual({ user_amount_sum: ['PRESENT', 11], user_amount_sum_3d: ['PRESENT', 11] });
  expect(bob?.told).toEqual({ user_amount_sum: ['PRESENT', 100], user_amount_sum_3d: ['NULL', null] });
});
