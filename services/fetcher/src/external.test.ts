import { DataKind } from '@isochron/thrift';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { HttpService } from './external/external.fixture.ts';
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

const struct = (name: string, kind: DataKind) => ({
  kind: DataKind.STRUCT,
  params: [{ name, dataType: { kind } }],
});

/** Its score is a feature, and goes into a derivation. */
const withRisk = () => {
  const whole = profile();
  const source = {
    metadata: { name: 'risk' },
    keySchema: struct('account', DataKind.STRING),
    valueSchema: struct('score', DataKind.DOUBLE),
  };
  return joinOf({
    ...whole,
    onlineExternalParts: [...(whole.onlineExternalParts ?? []), { source, keyMapping: { user: 'account' } }],
    derivations: [...(whole.derivations ?? []), { name: 'weighted', expression: 'ext_risk_score * user_price_max' }],
  });
};

const service = new HttpService();
let shop: Shop;
let place: Workplace;

beforeAll(async () => {
  await service.start();
  shop = await Shop.open();
  await shop.upload(1, E, {
    ann: [order(E - HOUR_MS, 5, 2.5, 'tea')],
    bob: [order(E - HOUR_MS, 3, 4, 'pot')],
  });
  await shop.publish(withRisk(), groupByOf(byUser()));
  const risk = { kind: 'http', address: service.address, timeoutMs: 5_000, breaker: { callsMin: 40 } };
  await service.stop();
  place = await openFetcher(shop.home, { external: { risk } });
});
afterAll(async () => {
  await place.dispose();
  await shop.dispose();
});
beforeEach(async () => {
  service.calls.length = 0;
  await service.start();
});
afterEach(() => service.stop());

const scoring = (scores: readonly (number | string | null)[]): void => {
  service.answer = () => ({ body: { columns: { score: scores } } });
};

const named = async (users: readonly string[], more: Parameters<typeof request>[1] = {}, timeoutMs?: number) => {
  const answer = await fetchJoin(place, request(users, more), timeoutMs);
  const names = answer.doubles?.names ?? [];
  const given = (row: number, name: string) => {
    const at = row * names.length + names.indexOf(name);
    return [answer.doubles?.values[at], answer.doubles?.statuses[at]];
  };
  return { given, fault: answer.parts.find(({ name }) => name === 'ext_risk')?.fault ?? null };
};

const [PRESENT, ERROR] = [1, 6];

test('what a service gives is a feature like others, and what is derived of it too', async () => {
  scoring([0.5, 0.25]);
  const { given, fault } = await named(['ann', 'bob', 'ann']);
  expect(fault).toBeNull();
  expect([0, 1, 2].map((row) => given(row, 'ext_risk_score')[0])).toEqual([0.5, 0.25, 0.5]);
  expect([0, 1, 2].map((row) => given(row, 'weighted')[0])).toEqual([1.25, 1, 1.25]);
  expect(service.calls.map(({ body }) => body.keys)).toEqual([{ account: ['ann', 'bob'] }]);
});

test('a value that is wrong takes down itself and what is derived of it, in its row', async () => {
  scoring([0.5, 'high']);
  const { given, fault } = await named(['ann', 'bob']);
  expect(['ext_risk_score', 'weighted', 'user_price_max'].map((name) => given(1, name))).toEqual([
    [0, ERROR],
    [0, ERROR],
    [4, PRESENT],
  ]);
  expect(given(0, 'weighted')).toEqual([1.25, PRESENT]);
  expect(fault).toMatchObject({ code: 'DATA_LOSS' });
});

test('a service that is down takes down no more than its own', async () => {
  await service.stop();
  const { given, fault } = await named(['ann']);
  expect([given(0, 'ext_risk_score'), given(0, 'user_price_max')]).toEqual([
    [0, ERROR],
    [2.5, PRESENT],
  ]);
  expect(fault).toMatchObject({ code: 'UNAVAILABLE' });
});

test('it is not asked for features that are not made of it, and is told the deadline', async () => {
  scoring([0.5]);
  await named(['ann'], { features: ['user_price_max', 'share'] });
  expect(service.calls).toEqual([]);
  await named(['ann'], { features: ['weighted'] }, 2_000);
  const toldMs = Number(service.calls[0]?.headers['isochron-timeout-ms']);
  expect(toldMs).toBeGreaterThan(0);
  expect(toldMs).toBeLessThanOrEqual(2_000);
});

test('over the existing routes as well', async () => {
  scoring([0.5]);
  const fetched = async () => {
    const response = await fetch(`${place.base}/v1/fetch/join/${PROFILE.replace('/', '.')}`, {
      method: 'POST',
      body: JSON.stringify([{ user: 'ann', basket: 14 }]),
      headers: { 'content-type': 'application/json' },
    });
    const answer: { readonly results: readonly { readonly features: unknown }[] } = JSON.parse(await response.text());
    return answer.results[0]?.features;
  };
  expect(await fetched()).toMatchObject({ ext_risk_score: 0.5 });
  service.answer = () => ({ status: 500, body: {} });
  expect(await fetched()).toMatchObject({
    ext_risk_exception: expect.stringContaining('The external service "risk" answered 500.'),
  });
});
