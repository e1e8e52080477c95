import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  binaryType,
  booleanType,
  dateType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  structType,
  timestampType,
  type Vector,
  vectorOf,
} from '@isochron/schema';
import { type Clock, Registry, systemClock } from '@isochron/service';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accounts, ask, type HttpCall, HttpService, metric, planOf, sourcesOf } from './external.fixture.ts';
import type { ExternalSources } from './external-sources.ts';

const plan = planOf({ score: doubleType, tier: stringType });
const service = new HttpService();
const opened: ExternalSources[] = [];

beforeEach(async () => {
  service.calls.length = 0;
  service.running = service.runningMax = 0;
  service.answer = answerByKey;
  await service.start();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sources) => sources.close()));
  await service.stop();
});

function open(settings: object = {}, surroundings: { clock?: Clock; registry?: Registry } = {}): ExternalSources {
  const sources = sourcesOf({ kind: 'http', address: service.address, timeoutMs: 2_000, ...settings }, surroundings);
  opened.push(sources);
  return sources;
}

const keysOf = ({ body }: HttpCall): readonly string[] => (body.keys as { account: string[] }).account;

/** A score by the length of the key; of a key that begins with x nothing is known. */
const answerByKey = (call: HttpCall) => ({
  body: {
    columns: { score: keysOf(call).map((key) => key.length / 2), tier: keysOf(call).map((key) => `${key}!`) },
    not_found: keysOf(call).flatMap((key, row) => (key.startsWith('x') ? [row] : [])),
  },
});

const NO_LIMITS = { signal: null, deadlineMs: null, traceParent: null };
const never = (): Promise<never> => new Promise(() => {});

test('keys are asked once each, and answered wherever they stand; a null key is not asked', async () => {
  const { rows, error } = await ask(open(), plan, accounts('a', 'bb', null, 'a', 'x'));
  expect(rows).toEqual([
    [
      [0.5, 'PRESENT'],
      ['a!', 'PRESENT'],
    ],
    [
      [1, 'PRESENT'],
      ['bb!', 'PRESENT'],
    ],
    [
      [null, 'NOT_FOUND'],
      [null, 'NOT_FOUND'],
    ],
    [
      [0.5, 'PRESENT'],
      ['a!', 'PRESENT'],
    ],
    [
      [null, 'NOT_FOUND'],
      [null, 'NOT_FOUND'],
    ],
  ]);
  expect(error).toBeNull();
  expect(service.calls.map(({ body }) => body)).toEqual([
    { source: 'risk', rows: 3, keys: { account: ['a', 'bb', 'x'] }, fields: ['score', 'tier'] },
  ]);
  const toldMs = Number(service.calls[0]?.headers['isochron-timeout-ms']);
  expect(toldMs).toBeGreaterThan(1_000);
  expect(toldMs).toBeLessThanOrEqual(2_000);
});

test('a call carries the trace of the request that it is made for', async () => {
  const traceParent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  await ask(open(), plan, accounts('a'), { traceParent });
  await ask(open(), plan, accounts('a'));
  expect(service.calls.map(({ headers }) => headers['traceparent'])).toEqual([traceParent, undefined]);
});

test('nothing is asked where all keys are null', async () => {
  expect((await ask(open(), plan, accounts(null))).rows[0]?.[0]).toEqual([null, 'NOT_FOUND']);
  expect(service.calls).toEqual([]);
});

test('keys and answers may be rows', async () => {
  service.answer = ({ body }) => ({
    body: { rows: (body.keys as object[]).map((_, row) => (row === 1 ? null : { score: row, tier: null, more: 1 })) },
  });
  const { rows } = await ask(open({ shape: 'rows' }), plan, accounts('a', 'b', 'c'));
  expect(rows.map(([score, tier]) => [score, tier])).toEqual([
    [
      [0, 'PRESENT'],
      [null, 'NULL'],
    ],
    [
      [null, 'NOT_FOUND'],
      [null, 'NOT_FOUND'],
    ],
    [
      [2, 'PRESENT'],
      [null, 'NULL'],
    ],
  ]);
  expect(service.calls[0]?.body.keys).toEqual([{ account: 'a' }, { account: 'b' }, { account: 'c' }]);
});

const everyType = {
  flag: booleanType,
  count: intType,
  big: longType,
  price: decimalType(10, 2),
  day: dateType,
  instant: timestampType,
  bytes: binaryType,
  list: listType(longType),
  map: mapType(stringType, doubleType),
  item: structType('Item', [{ name: 'id', type: longType }]),
};
const everyValue = {
  flag: true,
  count: -3,
  big: '9007199254740993',
  price: '12.5',
  day: '2024-01-31',
  instant: '2024-01-31T00:00:00Z',
  bytes: 'AQI=',
  list: [1, null],
  map: { a: 0.5 },
  item: { id: 7 },
};

test('values of every type are read, keys of every type are written', async () => {
  const typed = planOf(everyType, { key: longType, day: dateType, price: decimalType(10, 2), bytes: binaryType });
  service.answer = () => ({ body: { rows: [everyValue] } });
  const columns = new Map<string, Vector>([
    ['left_key', vectorOf(longType, [2n ** 60n])],
    ['left_day', vectorOf(dateType, [19_753])],
    ['left_price', vectorOf(decimalType(10, 2), [{ unscaled: 1250n, scale: 2 }])],
    ['left_bytes', vectorOf(binaryType, [Uint8Array.of(1, 2)])],
  ]);
  const { rows, error } = await ask(open(), typed, columns);
  expect(error).toBeNull();
  expect(rows[0]?.map(([value]) => value)).toEqual([
    ...[true, -3, 9007199254740993n, { unscaled: 1250n, scale: 2 }, 19_753, 1_706_659_200_000, Uint8Array.of(1, 2)],
    ...[[1, null], new Map([['a', 0.5]]), { id: 7 }],
  ]);
  expect(service.calls[0]?.body.keys).toEqual({
    ...{ key: ['1152921504606846976'], day: ['2024-01-31'], price: ['12.50'], bytes: ['AQI='] },
  });
});

describe('an answer that is not right takes down what is not right of it', () => {
  const cases: readonly (readonly [string, unknown, readonly (readonly [string, string])[], string])[] = [
    [
      'values of another type',
      { columns: { score: [1, 'high'], tier: ['a', 'b'] } },
      [
        ['PRESENT', 'PRESENT'],
        ['ERROR', 'PRESENT'],
      ],
      '"score" of the external service "risk": "high" is not a value of type double.',
    ],
    [
      'a column that is missing',
      { columns: { score: [1, 2] } },
      [
        ['PRESENT', 'ERROR'],
        ['PRESENT', 'ERROR'],
      ],
      'The external service "risk" answered no list of "tier" where it was asked for 2.',
    ],
    [
      'a column that is too short',
      { columns: { score: [1], tier: [null, null] } },
      [
        ['ERROR', 'NULL'],
        ['ERROR', 'NULL'],
      ],
      'The external service "risk" answered 1 values of "score" where it was asked for 2.',
    ],
    [
      'rows that it could not answer',
      { columns: { score: [null, 2], tier: [null, 'b'] }, errors: { 0: 'no shard' } },
      [
        ['ERROR', 'ERROR'],
        ['PRESENT', 'PRESENT'],
      ],
      'The external service "risk" says of a row: no shard',
    ],
    [
      'rows too few',
      { rows: [{ score: 1, tier: 'a' }] },
      [
        ['ERROR', 'ERROR'],
        ['ERROR', 'ERROR'],
      ],
      'answered 1 rows of "score" where it was asked for 2.',
    ],
    [
      'a row without one of the fields',
      { rows: [{ score: 1, tier: 'a' }, { tier: 'b' }] },
      [
        ['PRESENT', 'PRESENT'],
        ['ERROR', 'PRESENT'],
      ],
      'answered a row without a value of "score"',
    ],
    ['something else', { score: [1, 2] }, [['ERROR', 'ERROR']], 'answered neither {"columns": {…}} nor {"rows": […]}'],
    ['no JSON', '<html>', [['ERROR', 'ERROR']], 'The external service "risk" did not answer JSON.'],
  ];
  test.each(cases)('%s', async (_, body, statuses, message) => {
    service.answer = () => ({ body });
    const { rows, error } = await ask(open(), plan, accounts('a', 'b'));
    for (const [row, expected] of statuses.entries()) expect(rows[row]?.map(([, status]) => status)).toEqual(expected);
    expect(error).toContain(message);
  });
});

test.each([
  [400, 'FAILED_PRECONDITION', 1],
  [401, 'UNAUTHENTICATED', 1],
  [404, 'UNIMPLEMENTED', 1],
  [429, 'RESOURCE_EXHAUSTED', 1],
  [500, 'INTERNAL', 1],
  [503, 'UNAVAILABLE', 3],
])('status %i is %s, after %i calls', async (status, code, calls) => {
  service.answer = () => ({ status, body: {} });
  const answer = await ask(open({ attemptsMax: 3 }), plan, accounts('a'));
  expect(answer).toMatchObject({ code, error: `The external service "risk" answered ${status}.` });
  expect(answer.rows[0]?.[0]).toEqual([null, 'ERROR']);
  expect(service.calls.length).toBe(calls);
});

test('a call that the service could not take is made again', async () => {
  service.answer = (call) => (service.calls.length < 2 ? { status: 503, body: {} } : answerByKey(call));
  expect((await ask(open(), plan, accounts('a'))).rows[0]?.[0]).toEqual([0.5, 'PRESENT']);
});

test('an answer larger than allowed is refused while it is read', async () => {
  service.answer = () => ({ body: { columns: { score: [1], tier: ['x'.repeat(3_000_000)] } } });
  const answer = await ask(open({ answerBytesMax: 100_000 }), plan, accounts('a'));
  expect(answer).toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
    error: 'The external service "risk" answered more than 100000 bytes.',
  });
});

test('a service that is down is told as such', async () => {
  await service.stop();
  const answer = await ask(open(), plan, accounts('a'));
  expect(answer.code).toBe('UNAVAILABLE');
  expect(answer.error).toContain('ECONNREFUSED');
});

test('a service that is slow is not waited for beyond its time', async () => {
  service.answer = never;
  const answer = await ask(open({ timeoutMs: 20 }), plan, accounts('a'));
  expect(answer).toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    error: 'The external service "risk" did not answer within 20 ms.',
  });
  await vi.waitFor(() => expect(service.calls[0]?.gone.aborted).toBe(true));
});

test("the request's deadline bounds the call, goes with it, and is no failure of the service", async () => {
  service.answer = never;
  const breaker = { calls: 1, callsMin: 1 };
  const sources = open({ breaker });
  const answer = await ask(sources, plan, accounts('a'), { deadlineMs: Date.now() + 150 });
  expect(answer.code).toBe('DEADLINE_EXCEEDED');
  expect(Number(service.calls[0]?.headers['isochron-timeout-ms'])).toBeLessThanOrEqual(150);
  await vi.waitFor(() => expect(service.calls[0]?.gone.aborted).toBe(true));
  service.answer = answerByKey;
  expect((await ask(sources, plan, accounts('a'))).error).toBeNull();
});

test('a deadline that has passed asks nothing', async () => {
  const answer = await ask(open(), plan, accounts('a'), { deadlineMs: Date.now() - 1 });
  expect(answer.code).toBe('DEADLINE_EXCEEDED');
  expect(service.calls).toEqual([]);
});

test('when the caller goes the call is given up', async () => {
  service.answer = never;
  const leaving = new AbortController();
  const answer = ask(open(), plan, accounts('a'), { signal: leaving.signal });
  await vi.waitFor(() => expect(service.calls.length).toBe(1));
  leaving.abort();
  expect(await answer).toMatchObject({ code: 'CANCELLED' });
  await vi.waitFor(() => expect(service.calls[0]?.gone.aborted).toBe(true));
});

test('requests at once wait for one call, which goes on while one of them waits', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  service.answer = async (call) => {
    await promise;
    return answerByKey(call);
  };
  const registry = new Registry();
  const sources = open({}, { registry });
  const leaving = new AbortController();
  const first = ask(sources, plan, accounts('a'), { signal: leaving.signal });
  const second = ask(sources, plan, accounts('a', 'bb'));
  await vi.waitFor(() => expect(service.calls.length).toBe(2));
  leaving.abort();
  expect((await first).code).toBe('CANCELLED');
  resolve();
  expect((await second).rows.map(([score]) => score?.[0])).toEqual([0.5, 1]);
  expect(service.calls.map(keysOf)).toEqual([['a'], ['bb']]);
  expect(await metric(registry, 'isochron_external_keys_total', { from: 'joined' })).toBe(1);
});

test('who waits longer than whoever began a call asks again', async () => {
  service.answer = (call) => (service.calls.length === 1 ? never() : answerByKey(call));
  const sources = open();
  const first = ask(sources, plan, accounts('a'), { deadlineMs: Date.now() + 100 });
  const second = ask(sources, plan, accounts('a'));
  expect((await first).code).toBe('DEADLINE_EXCEEDED');
  expect((await second).rows[0]?.[0]).toEqual([0.5, 'PRESENT']);
  expect(service.calls.length).toBe(2);
});

test('many keys are asked in batches, so many at once; what is too much fails at once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  service.answer = async (call) => {
    await promise;
    return answerByKey(call);
  };
  const answer = ask(
    open({ batchMax: 2, concurrencyMax: 2, queueMax: 2 }),
    plan,
    accounts('a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff', 'ggggggg', 'hhhhhhhh', 'iiiiiiiii'),
  );
  await vi.waitFor(() => expect(service.calls.length).toBe(2));
  resolve();
  const { rows, code } = await answer;
  expect(rows.map(([score]) => score)).toEqual([
    ...[0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4].map((value) => [value, 'PRESENT']),
    [null, 'ERROR'],
  ]);
  expect(code).toBe('RESOURCE_EXHAUSTED');
  expect(service.runningMax).toBe(2);
});

test('a flapping service: the breaker opens, tries one call, opens again for longer, and closes', async () => {
  const registry = new Registry();
  const breaker = { failureShare: 0.5, calls: 4, callsMin: 2, openMs: 30, openMsMax: 500 };
  const sources = open({ breaker, attemptsMax: 1 }, { registry });
  const state = () => metric(registry, 'isochron_external_breaker_state', {});
  const one = async () => (await ask(sources, plan, accounts('a'))).error;
  service.answer = () => ({ status: 500, body: {} });
  expect(await one()).toContain('answered 500');
  expect(await one()).toContain('answered 500');
  expect(await state()).toBe(2);
  expect(await one()).toBe(
    'The external service "risk" is not asked for a while, since too many calls failed. The last failure: The external service "risk" answered 500.',
  );
  expect(service.calls.length).toBe(2);
  // Its trial fails, so it is open again.
  await vi.waitFor(async () => expect(await one()).toContain('answered 500.'));
  await vi.waitFor(async () => {
    await one();
    expect(service.calls.length).toBe(3);
  });
  expect(await state()).toBe(2);
  // The next trial hangs: others do not wait for it.
  const trial = Promise.withResolvers<void>();
  service.answer = async (call) => {
    await trial.promise;
    return answerByKey(call);
  };
  const held: Promise<string | null>[] = [];
  await vi.waitFor(
    () => {
      held.push(one());
      expect(service.calls.length).toBe(4);
    },
    { timeout: 3_000 },
  );
  expect(await state()).toBe(1);
  const { error } = await ask(sources, plan, accounts('other'));
  expect(error).toContain('is not asked for a while');
  trial.resolve();
  await Promise.all(held);
  expect(await state()).toBe(0);
  expect(await one()).toBeNull();
});

describe('answers are kept', () => {
  function movingClock(): Clock & { pass(ms: number): void } {
    let passed = 0;
    return {
      nowMs: () => systemClock.nowMs() + passed,
      elapsedMs: () => systemClock.elapsedMs() + passed,
      pass: (ms) => {
        passed += ms;
      },
    };
  }

  test('for their time, and told with their age', async () => {
    const clock = movingClock();
    const registry = new Registry();
    const sources = open({ cache: { ttlMs: 60_000 } }, { clock, registry });
    const asked = { externals: [{ asked: plan }] };
    const ages = async () => {
      const [answer] = await sources.columns(asked, accounts('a', 'x'), 2, NO_LIMITS);
      return [...(answer?.agesMs ?? [])].map((age) => Math.floor(age / 1_000));
    };
    expect(await ages()).toEqual([0, 0]);
    clock.pass(59_000);
    expect(await ages()).toEqual([59, 59]);
    expect(service.calls.length).toBe(1);
    clock.pass(1_000);
    expect(await ages()).toEqual([0, 0]);
    expect(service.calls.length).toBe(2);
    expect(await metric(registry, 'isochron_external_keys_total', { from: 'cache' })).toBe(2);
    expect(await metric(registry, 'isochron_external_keys_total', { from: 'call' })).toBe(4);
  });

  test('errors are not, nor what is right of a row that has one', async () => {
    const sources = open({ cache: { ttlMs: 60_000 } });
    service.answer = () => ({ body: { columns: { score: ['wrong'], tier: ['a'] } } });
    expect((await ask(sources, plan, accounts('a'))).rows[0]).toEqual([
      [null, 'ERROR'],
      ['a', 'PRESENT'],
    ]);
    service.answer = answerByKey;
    expect((await ask(sources, plan, accounts('a'))).rows[0]?.[0]).toEqual([0.5, 'PRESENT']);
    expect(service.calls.length).toBe(2);
  });

  test('apart for other fields of the same key', async () => {
    const sources = open({ cache: { ttlMs: 60_000 } });
    await ask(sources, plan, accounts('a'));
    await ask(sources, planOf({ score: doubleType }), accounts('a'));
    await ask(sources, planOf({ score: doubleType }), accounts('a'));
    expect(service.calls.map(({ body }) => body.fields)).toEqual([['score', 'tier'], ['score']]);
  });

  test('within their bytes', async () => {
    const registry = new Registry();
    const sources = open({ cache: { ttlMs: 60_000, bytesMax: 50_000 } }, { registry });
    const long = (at: number) => `${at}`.padStart(200, 'k');
    for (let from = 0; from < 1_000; from += 100) {
      await ask(sources, plan, accounts(...Array.from({ length: 100 }, (_, at) => long(from + at))));
    }
    const bytes = await metric(registry, 'isochron_external_cache_bytes', {});
    expect(bytes).toBeGreaterThan(40_000);
    expect(bytes).toBeLessThanOrEqual(50_000);
    const before = service.calls.length;
    await ask(sources, plan, accounts(long(999)));
    await ask(sources, plan, accounts(long(0)));
    expect(service.calls.length).toBe(before + 1);
  });
});

test('headers come from files, and a file that is missing is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'isochron-external-'));
  const file = join(folder, 'token');
  await writeFile(file, 'Bearer one\n');
  await ask(open({ headers: { authorization: `file:${file}` } }), plan, accounts('a'));
  expect(service.calls[0]?.headers.authorization).toBe('Bearer one');
  await rm(folder, { recursive: true });
  const answer = await ask(open({ headers: { authorization: `file:${file}` } }), plan, accounts('a'));
  expect(answer).toMatchObject({ code: 'FAILED_PRECONDITION' });
});

test('a service that is not registered, a key that is missing or of another type', async () => {
  const sources = open();
  const other = { ...plan, service: 'other' };
  expect((await ask(sources, other, accounts('a'))).error).toBe(
    'The external service "other" is not registered; these are: risk.',
  );
  const wrong = new Map([['left_account', vectorOf(longType, [1])]]);
  expect(await ask(sources, plan, wrong)).toMatchObject({
    code: 'INVALID_ARGUMENT',
    rows: [
      [
        [null, 'ERROR'],
        [null, 'ERROR'],
      ],
    ],
  });
  const missing = new Map([['account', vectorOf(stringType, ['a'])]]);
  expect((await ask(sources, plan, missing)).error).toBe(
    'The request has no key "left_account"; give one, of type string.',
  );
  expect(service.calls).toEqual([]);
});

test('what is contextual is not asked for', async () => {
  const externals = [{ asked: { ...plan, isContextual: true } }];
  expect(await open().columns({ externals }, accounts('a'), 1, NO_LIMITS)).toEqual([null]);
  expect(service.calls).toEqual([]);
});
