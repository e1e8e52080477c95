import { type CallContext, createRpcServer, type RpcServer, unobserved } from '@isochron/rpc';
import {
  type Column,
  ExternalSourceService,
  type FetchRequest,
  type FetchResponse,
  type Value as WireValue,
} from '@isochron/rpc/external';
import {
  binaryType,
  booleanType,
  dateType,
  decimalType,
  doubleType,
  IsochronError,
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
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accounts, ask, planOf, sourcesOf } from './external.fixture.ts';
import type { ExternalSources } from './external-sources.ts';

const plan = planOf({ score: doubleType, tier: stringType });
const opened: ExternalSources[] = [];
const asked: FetchRequest[] = [];
let server: RpcServer;
let port = 0;
let answer: (request: FetchRequest, context: CallContext) => Promise<FetchResponse>;

beforeEach(async () => {
  asked.length = 0;
  answer = async (request) => answerByKey(request);
  server = createRpcServer({
    host: '127.0.0.1',
    port: 0,
    requestBytesMax: 1 << 20,
    observe: () => unobserved,
  });
  server.add(ExternalSourceService, {
    fetch: server.unary((request: FetchRequest, context) => {
      asked.push(request);
      return answer(request, context);
    }),
  });
  port = await server.listen();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sources) => sources.close()));
  await server.drain(0);
});

function open(settings: object = {}): ExternalSources {
  const sources = sourcesOf({ kind: 'grpc', address: `127.0.0.1:${port}`, timeoutMs: 5_000, ...settings });
  opened.push(sources);
  return sources;
}

const column = (values: Partial<Column>): Column => ({
  ...{ strings: [], longs: [], doubles: [], bools: [], blobs: [], nulls: [], values: [] },
  ...values,
});

const answerByKey = ({ keys }: FetchRequest): FetchResponse => {
  const own = keys['account']?.strings ?? [];
  return {
    columns: {
      score: column({
        doubles: own.map((key) => key.length / 2),
        nulls: own.flatMap((key, row) => (key === 'n' ? [row] : [])),
      }),
      tier: column({ strings: own.map((key) => `${key}!`) }),
    },
    notFound: own.flatMap((key, row) => (key.startsWith('x') ? [row] : [])),
    errors: Object.fromEntries(own.flatMap((key, row) => (key === 'e' ? [[row, 'no shard']] : []))),
  };
};

test('values, nulls, rows that are not found, and rows that could not be answered', async () => {
  const { rows, error } = await ask(open(), plan, accounts('a', 'n', 'x', 'e', null));
  expect(rows).toEqual([
    [
      [0.5, 'PRESENT'],
      ['a!', 'PRESENT'],
    ],
    [
      [null, 'NULL'],
      ['n!', 'PRESENT'],
    ],
    [
      [null, 'NOT_FOUND'],
      [null, 'NOT_FOUND'],
    ],
    [
      [null, 'ERROR'],
      [null, 'ERROR'],
    ],
    [
      [null, 'NOT_FOUND'],
      [null, 'NOT_FOUND'],
    ],
  ]);
  expect(error).toBe('The external service "risk" says of a row: no shard');
  expect(asked).toMatchObject([{ source: 'risk', rows: 4, fields: ['score', 'tier'] }]);
});

const long = (value: string): WireValue => ({ kind: { $case: 'long', value } });
const text = (value: string): WireValue => ({ kind: { $case: 'string', value } });
const nothing: WireValue = { kind: undefined };

test('values of every type are read, keys of every type are written', async () => {
  const typed = planOf(
    {
      flag: booleanType,
      count: intType,
      big: longType,
      price: decimalType(10, 2),
      day: dateType,
      instant: timestampType,
      bytes: binaryType,
      list: listType(longType),
      map: mapType(stringType, doubleType),
      item: structType('Item', [
        { name: 'id', type: longType },
        { name: 'note', type: stringType },
      ]),
    },
    { key: longType, day: dateType, ratio: doubleType, flag: booleanType, bytes: binaryType },
  );
  answer = async () => ({
    columns: {
      flag: column({ bools: [true] }),
      count: column({ longs: ['-3'] }),
      big: column({ longs: ['-9223372036854775808'] }),
      price: column({ strings: ['12.5'] }),
      day: column({ strings: ['2024-01-31'] }),
      instant: column({ longs: ['1706659200000'] }),
      bytes: column({ blobs: [Uint8Array.of(1, 2)] }),
      list: column({ values: [{ kind: { $case: 'list', value: { items: [long('1152921504606846976'), nothing] } } }] }),
      map: column({
        values: [
          { kind: { $case: 'map', value: { keys: [text('a')], values: [{ kind: { $case: 'double', value: 0.5 } }] } } },
        ],
      }),
      item: column({ values: [{ kind: { $case: 'struct', value: { fields: [long('7'), nothing] } } }] }),
    },
    notFound: [],
    errors: {},
  });
  const columns = new Map<string, Vector>([
    ['left_key', vectorOf(longType, [2n ** 60n])],
    ['left_day', vectorOf(dateType, [19_753])],
    ['left_ratio', vectorOf(doubleType, [0.25])],
    ['left_flag', vectorOf(booleanType, [true])],
    ['left_bytes', vectorOf(binaryType, [Uint8Array.of(1, 2)])],
  ]);
  const { rows, error } = await ask(open(), typed, columns);
  expect(error).toBeNull();
  expect(rows[0]?.map(([value]) => value)).toEqual([
    ...[true, -3, -(2n ** 63n), { unscaled: 1250n, scale: 2 }, 19_753, 1_706_659_200_000, Uint8Array.of(1, 2)],
    ...[[2n ** 60n, null], new Map([['a', 0.5]]), { id: 7, note: null }],
  ]);
  expect(asked[0]?.keys).toMatchObject({
    ...{ key: { longs: ['1152921504606846976'] }, day: { strings: ['2024-01-31'] }, ratio: { doubles: [0.25] } },
    flag: { bools: [true] },
  });
  expect([...(asked[0]?.keys['bytes']?.blobs[0] ?? [])]).toEqual([1, 2]);
});

describe('an answer that is not right takes down what is not right of it', () => {
  const tier = column({ strings: ['t'] });
  test.each<[string, FetchResponse['columns'], readonly string[], string]>([
    ['a column that is missing', { tier }, ['ERROR', 'PRESENT'], 'answered no column of "score"'],
    [
      'values of another type',
      { score: column({ strings: ['0.5'] }), tier },
      ['ERROR', 'PRESENT'],
      'answered 0 values of its type of "score" where it was asked for 1.',
    ],
    [
      'values for too many rows',
      { score: column({ doubles: [1, 2] }), tier },
      ['ERROR', 'PRESENT'],
      'answered 2 values of its type of "score"',
    ],
    ['nothing but nulls', { score: column({ nulls: [0] }), tier }, ['NULL', 'PRESENT'], ''],
  ])('%s', async (_, columns, statuses, message) => {
    answer = async () => ({ columns, notFound: [], errors: {} });
    const { rows, error } = await ask(open(), plan, accounts('a'));
    expect(rows[0]?.map(([, status]) => status)).toEqual(statuses);
    expect(error ?? '').toContain(message);
  });

  const list = planOf({ list: listType(longType) });
  test.each<[string, WireValue]>([
    ['something else than a list', long('1')],
    ['a list of something else', { kind: { $case: 'list', value: { items: [text('1')] } } }],
  ])('%s', async (_, value) => {
    answer = async () => ({ columns: { list: column({ values: [value] }) }, notFound: [], errors: {} });
    const { rows, code } = await ask(open(), list, accounts('a'));
    expect([rows[0]?.[0], code]).toEqual([[null, 'ERROR'], 'DATA_LOSS']);
  });
});

test('errors of the service keep their code; UNAVAILABLE is tried again', async () => {
  answer = async () => {
    throw new IsochronError('PERMISSION_DENIED', 'not you');
  };
  expect(await ask(open(), plan, accounts('a'))).toMatchObject({
    code: 'PERMISSION_DENIED',
    error: 'The external service "risk" failed: not you',
  });
  answer = async (request) => {
    if (asked.length < 3) throw new IsochronError('UNAVAILABLE', 'not yet');
    return answerByKey(request);
  };
  expect((await ask(open(), plan, accounts('a'))).rows[0]?.[0]).toEqual([0.5, 'PRESENT']);
});

test('a service that is down, and one whose answer is too large', async () => {
  answer = async () => ({ columns: { tier: column({ strings: ['x'.repeat(1 << 20)] }) }, notFound: [], errors: {} });
  expect(await ask(open({ answerBytesMax: 10_000 }), plan, accounts('a'))).toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
  });
  await server.drain(0);
  expect(await ask(open(), plan, accounts('a'))).toMatchObject({ code: 'UNAVAILABLE' });
});

test('its time, the deadline of the request and its caller end a call, and the service learns of it', async () => {
  const signals: AbortSignal[] = [];
  answer = (_, { signal }) => {
    signals.push(signal);
    return new Promise(() => {});
  };
  expect(await ask(open({ timeoutMs: 200 }), plan, accounts('a'))).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  const late = await ask(open(), plan, accounts('a'), { deadlineMs: Date.now() + 200 });
  expect(late).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  const leaving = new AbortController();
  const cancelled = ask(open(), plan, accounts('a'), { signal: leaving.signal });
  await vi.waitFor(() => expect(signals.length).toBe(3));
  leaving.abort();
  expect(await cancelled).toMatchObject({ code: 'CANCELLED' });
  await vi.waitFor(() => expect(signals.every(({ aborted }) => aborted)).toBe(true));
});
