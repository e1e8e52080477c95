import { call } from '@isochron/rpc';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

let shop: Shop;
let place: Workplace;
beforeAll(async () => {
  shop = await Shop.open();
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5n, 2.5, 'tea')] });
  await shop.publish(groupByOf(byUser()), joinOf(profile()));
  place = await openFetcher(shop.home);
});
afterAll(async () => {
  await place.dispose();
  await shop.dispose();
});

const GRPC = 'isochron.fetcher.v1.Fetcher';
const [V1, V3] = ['POST /v1/fetch/join/*', 'POST /v3/fetch/join/*'];
const FETCHED = ['authenticate', 'request', 'values', 'external', 'derive', 'answer', 'send'];

test('what each stage took adds up to what the call took, over either protocol, whether it is answered or refused', async () => {
  for (const path of ['/v1/fetch/join/', '/v3/fetch/join/']) {
    expect(await post(path + PROFILE, path.startsWith('/v1') ? ROWS : COLUMNS)).toBe(200);
    expect(await post(path + PROFILE, '{')).toBe(400);
    expect(await post(`${path}shop/none`, path.startsWith('/v1') ? ROWS : COLUMNS)).toBe(404);
  }
  await fetchJoin(place, request(['ann']));
  await fetchJoin(place, request(Array.from({ length: 100 }, () => 'ann')));
  await expect(fetchJoin(place, request(['ann'], { join: 'shop/none' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await call(place.client, place.client.listJoins, { prefix: '' }, { timeoutMs: 10_000 });
  const calls = await vi.waitUntil(async () => {
    const told = callsIn(await (await fetch(`${place.base}/metrics`)).text());
    const counts = [told.get(V1)?.count, told.get(V3)?.count, told.get(`${GRPC}/FetchJoin`)?.count];
    return counts.join() === '3,3,3' ? told : null;
  });
  for (const { seconds, stages } of calls.values())
    expect([...stages.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(seconds, 12);
  for (const method of [V1, V3, `${GRPC}/FetchJoin`])
    expect([...(calls.get(method)?.stages.keys() ?? [])].toSorted()).toEqual(FETCHED.toSorted());
  expect([...(calls.get(`${GRPC}/ListJoins`)?.stages.keys() ?? [])]).toEqual(['authenticate', 'request', 'send']);
});

const ROWS = JSON.stringify([{ user: 'ann', ext_contextual_basket: 14 }]);
const COLUMNS = JSON.stringify({ keys: { user: ['ann'] }, context: { ext_contextual_basket: 14 } });

async function post(path: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(place.base + path, { method: 'POST', headers, body })).status;
}

interface Told {
  count: number;
  seconds: number;
  readonly stages: Map<string, number>;
}

/** Of each method, what its calls took and what that went to. */
function callsIn(metrics: string): ReadonlyMap<string, Told> {
  const calls = new Map<string, Told>();
  for (const [, name, labels = '', value] of metrics.matchAll(/^isochron_call_(\w+)\{(.*)\} (\S+)$/gm)) {
    const { method = '', stage = '' } = Object.fromEntries(
      [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', text]) => [label, text]),
    );
    const told = calls.get(method) ?? { count: 0, seconds: 0, stages: new Map() };
    calls.set(method, told);
    if (name === 'seconds_count') told.count = Number(value);
    if (name === 'seconds_sum') told.seconds = Number(value);
    if (name === 'stage_seconds_sum') told.stages.set(stage, Number(value));
  }
  return calls;
}
