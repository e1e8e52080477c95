import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { call, createClient } from '@isochron/rpc';
import { FetcherClient, type FetchResponse } from '@isochron/rpc/fetcher';
import { doubleType, longType, stringType } from '@isochron/schema';
import { killSpawned, type Spawned, spawnService } from '@isochron/service/spawned';
import type { Event } from '@isochron/serving/served-store';
import { Operation, TimeUnit } from '@isochron/thrift';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ADDRESS,
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

const DAY_MS = 24 * HOUR_MS;
let shop: Shop;
let place: Workplace | null = null;
beforeEach(async () => {
  shop = await Shop.open();
});
const loadings: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of loadings.splice(0)) await each.stop();
  await place?.dispose();
  place = null;
  await shop.dispose();
});

async function open(): Promise<Workplace> {
  place = await openFetcher(shop.home);
  return place;
}

/** Fetches without a pause, eight at a time, until told to stop; what it was answered, in the order of answers. */
function load(client: Workplace['client'], asked = request(['ann'])) {
  const answers: FetchResponse[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  const one = async (): Promise<void> => {
    while (!isOver) {
      await call(client, client.fetchJoin, asked, { timeoutMs: 10_000, attemptsMax: 1 }).then(
        (answer) => answers.push(answer),
        (thrown) => failures.push(thrown),
      );
    }
  };
  const running = Promise.all(Array.from({ length: 8 }, one));
  const loading = {
    answers,
    failures,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
  loadings.push(loading);
  return loading;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (await isSo()) return;
    await pause(25);
  }
  throw new Error('It never came to be.');
}

/** Posts without a pause, four at a time, over connections that are kept, until told to stop; or by an answer to go elsewhere, as a service that stops gives it. */
function loadHttp(base: string) {
  const statuses: number[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  const one = async (): Promise<void> => {
    while (!isOver) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify([{ user: 'ann' }]);
      try {
        const response = await fetch(`${base}/v1/fetch/join/${PROFILE}`, { method: 'POST', headers, body });
        await response.arrayBuffer();
        statuses.push(response.status);
        isOver ||= response.headers.get('connection') === 'close';
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  };
  const running = Promise.all(Array.from({ length: 4 }, one));
  const loading = {
    statuses,
    failures,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
  loadings.push(loading);
  return loading;
}

const amounts = ({ longs }: FetchResponse): readonly string[] => longs?.values ?? [];

test('while generations switch no request fails, and each vector is that of the generation it names', async () => {
  const eventsOf = (amount: number): Readonly<Record<string, readonly Event[]>> => ({
    ann: [order(E - HOUR_MS, amount, 1, 'a')],
    other: [order(E - HOUR_MS, amount, 1, 'a')],
  });
  await shop.upload(1, E, eventsOf(1));
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  const { client } = await open();
  const loading = load(client, request(['ann', 'other']));
  for (let generation = 2; generation <= 8; generation++) {
    await shop.upload(generation, E, eventsOf(generation));
    await pause(150);
  }
  await until(() => loading.answers.at(-1)?.parts[0]?.generation === 8);
  await loading.stop();
  expect(loading.failures).toEqual([]);
  const seen = new Set(loading.answers.map(({ parts }) => parts[0]?.generation));
  expect(seen.size).toBeGreaterThan(3);
  for (const answer of loading.answers) {
    const own = String(answer.parts[0]?.generation);
    expect(amounts(answer)).toEqual([own, own, own, own]);
  }
});

test('while definitions change no request fails, and each answer is of one version', async () => {
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2, 'a')] });
  const withMore = (name: string, expression: string) =>
    profile({ derivations: [...(profile().derivations ?? []), { name, expression }] });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  const { client } = await open();
  const loading = load(client);
  for (const turn of [1, 2, 3, 4]) {
    await shop.publish(joinOf(withMore(`more_${turn}`, `user_price_max * ${turn}`)), groupByOf(byUser()));
    await until(() => loading.answers.at(-1)?.doubles?.names.at(-1) === `more_${turn}`);
  }
  await loading.stop();
  expect(loading.failures).toEqual([]);
  const hashes = new Map<string, string>();
  for (const { schemaHash, doubles } of loading.answers) {
    const last = doubles?.names.at(-1) ?? '';
    const turn = /^more_(\d)$/.exec(last)?.[1];
    expect(doubles?.values.at(-1)).toBe(turn === undefined ? 14 / 5 : 2 * Number(turn));
    expect(hashes.get(schemaHash) ?? last).toBe(last);
    hashes.set(schemaHash, last);
  }
  expect(hashes.size).toBe(5);
});

const retyped = {
  keys: [{ name: 'user', type: stringType }],
  inputs: [
    { name: 'amount', type: doubleType },
    { name: 'price', type: doubleType },
    { name: 'item', type: stringType },
    { name: 'count', type: longType },
  ],
};
const days = (length: number) => [{ length, timeUnit: TimeUnit.DAYS }];
/** Version 2: amounts are doubles, a column more, the histogram and the last items gone. */
const second = byUser(
  {
    aggregations: [
      { inputColumn: 'amount', operation: Operation.SUM, argMap: {}, windows: days(7) },
      { inputColumn: 'price', operation: Operation.MAX, argMap: {} },
      { inputColumn: 'count', operation: Operation.SUM, argMap: {}, windows: days(7) },
    ],
  },
  2,
);

test('a join goes from version 1 of its group-by to version 2: served as it was until the new one is uploaded, then all at once; old clients and new', async () => {
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2, 'a')] });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  const { client } = await open();
  const before = await fetchJoin({ client }, request(['ann']));
  const loading = load(client, request(['ann'], { schemaHash: before.schemaHash }));
  // Published first, without an upload: it goes on as it was, and the reason can be asked.
  await shop.publish(joinOf(profile({}, second)), groupByOf(second));
  const listed = () => call(client, client.listJoins, { prefix: '' }, { timeoutMs: 5_000 });
  await until(async () => (await listed()).joins[0]?.fault !== undefined);
  expect((await listed()).joins).toMatchObject([
    {
      name: PROFILE,
      isServed: true,
      fault: { code: 'FAILED_PRECONDITION', message: expect.stringContaining('no upload') },
    },
  ]);
  expect(await fetchJoin({ client }, request(['ann'], { schemaHash: before.schemaHash }))).toMatchObject({
    schemaHash: before.schemaHash,
    longs: { values: ['5', '5'], names: [] },
  });
  await shop.upload(7, E, { ann: [[E - HOUR_MS, 5.5, 2, 3]] }, second, retyped);
  await until(() => loading.answers.at(-1)?.schemaHash !== before.schemaHash);
  await loading.stop();
  expect(loading.failures).toEqual([]);
  // Who holds the old schema is told the new names with the first answer of it.
  for (const answer of loading.answers) {
    if (answer.schemaHash === before.schemaHash)
      expect([amounts(answer), answer.longs?.names]).toEqual([['5', '5'], []]);
    else {
      expect(answer.longs).toMatchObject({ names: ['user_count_sum_7d'], values: ['3'] });
      expect(answer.doubles?.names).toEqual(['user_amount_sum_7d', 'user_price_max', 'ext_contextual_basket', 'share']);
      expect(answer.doubles?.values).toEqual([5.5, 2, 14, 14 / 5.5]);
    }
  }
  expect((await listed()).joins[0]?.fault).toBeUndefined();
});

test('features that an upload in place has not, or of another type, are ERROR or not there; the others are served', async () => {
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2, 'a')] });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  const { client } = await open();
  // An upload of other columns under the same name, as when a definition is changed in place and not published yet.
  await shop.upload(
    2,
    E + DAY_MS,
    { ann: [[E - HOUR_MS, 5.5, 2, 3]] },
    { ...second, ...{ metaData: byUser().metaData ?? {} } },
    retyped,
  );
  await until(
    async () =>
      (await fetchJoin({ client }, request(['ann'], { atMs: E + DAY_MS + HOUR_MS }))).parts[0]?.generation === 2,
  );
  const answer = await fetchJoin({ client }, request(['ann'], { atMs: E + DAY_MS + HOUR_MS }));
  const price = answer.doubles?.names.indexOf('user_price_max') ?? -1;
  expect([answer.doubles?.values[price], answer.doubles?.statuses[price]]).toEqual([2, 1]);
});

const spawned: Spawned[] = [];
afterEach(async () => {
  for (const each of spawned.splice(0)) await killSpawned(each);
});

test('SIGTERM under load: no request that was accepted fails, and it ends by itself', async () => {
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2, 'a')] });
  await shop.publish(joinOf(profile()), groupByOf(byUser()));
  const service = await spawnService(join(import.meta.dirname, 'main.ts'), shop.home, {
    ISOCHRON_SET_REPOSITORY: ADDRESS.repository,
    ISOCHRON_SET_ENVIRONMENT: ADDRESS.environment,
    ISOCHRON_DRAIN_DELAY_MS: '300',
    ISOCHRON_LOG_LEVEL: 'info',
  });
  spawned.push(service);
  const client = createClient(FetcherClient, `127.0.0.1:${service.grpcPort}`);
  const loading = load(client);
  const http = loadHttp(service.base);
  await until(() => loading.answers.length > 200 && http.statuses.length > 100);
  service.process.kill('SIGTERM');
  const [code] = await service.exited;
  await loading.stop();
  await http.stop();
  client.close();
  expect(code).toBe(0);
  expect([new Set(http.statuses), http.failures]).toEqual([new Set([200]), []]);
  // Those that came when nothing listened any more were never accepted.
  const failed = loading.failures.filter(
    (thrown) => !/ECONNREFUSED|No connection established|GOAWAY|shutting down/i.test(String(thrown)),
  );
  expect(failed).toEqual([]);
  expect(service.logged.at(-1)).toMatchObject({ message: 'stopped' });
});
