import type { ExternalPlan } from '@isochron/compiler';
import {
  doubleType,
  type Field,
  getValue,
  IsochronError,
  longType,
  stringType,
  type Value,
  type Vector,
  vectorOf,
} from '@isochron/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExternalAnswer } from './external.ts';
import type { Fetched } from './fetched.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader } from './join-reader.ts';
import { readPlanOf } from './plan.ts';
import { partOf, ServedStore, withTiles } from './served.fixture.ts';
import { Status } from './status.ts';

const user: Field = { name: 'user', type: stringType };
const inputs: readonly Field[] = [{ name: 'amount', type: longType }];
const spec = { operation: 'COUNT', args: {}, input: 'amount', bucket: null, windowMs: null, name: 'amount_count' };
const users = partOf({ name: 'users', keys: [user], inputs, specs: [{ ...spec, operation: 'COUNT' }] }, 'u_');

const risk: ExternalPlan = {
  service: 'risk',
  isContextual: false,
  keys: [{ left: 'user', right: 'account', type: stringType }],
  outputs: [
    { name: 'ext_risk_score', field: 'score', type: doubleType },
    { name: 'ext_risk_cases', field: 'cases', type: longType },
  ],
};
const contextual: ExternalPlan = {
  service: 'contextual',
  isContextual: true,
  keys: [
    { left: 'amount', right: 'amount', type: longType },
    { left: 'city', right: 'city', type: stringType },
  ],
  outputs: [
    { name: 'ext_now_contextual_amount', field: 'amount', type: longType },
    { name: 'ext_now_contextual_city', field: 'city', type: stringType },
  ],
};
const given = [...risk.outputs, ...contextual.outputs].map(({ name, type }) => ({ name, type }));
const joinOf = { name: 'j', left: { columns: [user] }, parts: [users], externals: [risk, contextual] };
const plain = readPlanOf({ ...joinOf, derive: [], outputs: [...users.outputs, ...given] }, withTiles);

const AT = 1_705_276_800_000;
let served: ServedStore;
let generations: StoredGenerations;

beforeAll(async () => {
  served = await ServedStore.open();
  await served.upload(users, { current: { id: 1, batchEndMs: AT, rows: [] } });
  generations = new StoredGenerations(served.store, ['users_BATCH']);
  await generations.refresh();
});
afterAll(() => served.dispose());

const readerOf = (plan: typeof plain): JoinReader =>
  new JoinReader(plan, { store: served.store, generations, cache: null });

const columnsOf = (more: Readonly<Record<string, Vector>> = {}): ReadonlyMap<string, Vector> =>
  new Map([['user', vectorOf(stringType, ['a', 'b', 'c'])], ...Object.entries(more)]);

const shown = (fetched: Fetched): unknown[] =>
  Array.from({ length: fetched.rows }, (_, row) =>
    Object.fromEntries(
      fetched.outputs.map(({ name, type }, at): [string, [Value, string | undefined]] => {
        const status = Object.entries(Status).find(([, number]) => number === fetched.status(row, at))?.[0];
        return [name, [getValue(type, fetched.vectors[at] as Vector, row), status]];
      }),
    ),
  );

const riskAnswer = (): ExternalAnswer => ({
  vectors: [vectorOf(doubleType, [0.5, null, 0.1]), vectorOf(longType, [2n ** 60n, 3, null])],
  statuses: Uint8Array.from([
    ...[Status.PRESENT, Status.PRESENT],
    ...[Status.ERROR, Status.PRESENT],
    ...[Status.PRESENT, Status.NULL],
  ]),
  agesMs: Float64Array.from([0, Number.NaN, 250]),
  error: new IsochronError('UNAVAILABLE', 'b is not to be had'),
});

test('what was given from outside stands among the outputs, each value with its status', async () => {
  const fetched = await readerOf(plain).fetch({
    rows: 3,
    columns: columnsOf({ ext_now_contextual_amount: vectorOf(longType, [1, null, 3]) }),
    externals: Promise.resolve([riskAnswer(), null]),
    atMs: AT,
  });
  const none = [null, 'NOT_FOUND'];
  const city = { ext_now_contextual_city: [null, 'NULL'] };
  expect(shown(fetched)).toEqual([
    {
      ...{ u_amount_count: none, ext_risk_score: [0.5, 'PRESENT'], ext_risk_cases: [2n ** 60n, 'PRESENT'] },
      ...{ ext_now_contextual_amount: [1, 'PRESENT'], ...city },
    },
    {
      ...{ u_amount_count: none, ext_risk_score: [null, 'ERROR'], ext_risk_cases: [3, 'PRESENT'] },
      ...{ ext_now_contextual_amount: [null, 'NULL'], ...city },
    },
    {
      ...{ u_amount_count: none, ext_risk_score: [0.1, 'PRESENT'], ext_risk_cases: [null, 'NULL'] },
      ...{ ext_now_contextual_amount: [3, 'PRESENT'], ...city },
    },
  ]);
  expect(fetched.parts.map(({ name, error }) => [name, error?.code])).toEqual([
    ['users', undefined],
    ['ext_risk', 'UNAVAILABLE'],
    ['ext_now_contextual', undefined],
  ]);
  expect([0, 1, 2].map((row) => fetched.ageMs(row, 1))).toEqual([0, Number.NaN, 250]);
});

test('an answer that was used before leaves nothing behind in the next one', async () => {
  const reader = readerOf(plain);
  const first = await reader.fetch({
    rows: 3,
    columns: columnsOf(),
    externals: Promise.resolve([riskAnswer(), null]),
    atMs: AT,
  });
  first.release();
  const second = await reader.fetch({ rows: 3, columns: columnsOf(), atMs: AT });
  expect(second).toBe(first);
  expect(shown(second)).toMatchObject([0, 1, 2].map(() => ({ ext_risk_score: [null, 'ERROR'] })));
  expect(second.parts[1]?.error?.message).toBe(
    'The external service "risk" was not asked, and the request does not give "ext_risk_score".',
  );
});

test('contextual features are found by their own names or by their keys, and must be of their type', async () => {
  const fetched = await readerOf(plain).fetch({
    rows: 3,
    columns: columnsOf({ amount: vectorOf(longType, [7, 8, 9]), city: vectorOf(longType, [1, 2, 3]) }),
    externals: Promise.resolve([riskAnswer()]),
    atMs: AT,
  });
  expect(shown(fetched)[2]).toMatchObject({
    ext_now_contextual_amount: [9, 'PRESENT'],
    ext_now_contextual_city: [null, 'ERROR'],
  });
  expect(fetched.parts[2]?.error?.message).toBe(
    '"ext_now_contextual_city" is given as longs, or not for each row; it is of type string.',
  );
  const short = await readerOf(plain).fetch({
    rows: 3,
    columns: columnsOf({ amount: vectorOf(longType, [7]) }),
    atMs: AT,
  });
  expect(shown(short)[0]).toMatchObject({ ext_now_contextual_amount: [null, 'ERROR'] });
  const numbers: Vector = { kind: 'values', data: [1, 2, 3] };
  const untyped = await readerOf(plain).fetch({ rows: 3, columns: columnsOf({ city: numbers }), atMs: AT });
  expect(shown(untyped)[0]).toMatchObject({ ext_now_contextual_city: [null, 'ERROR'] });
});

test('what is derived of an error is an error; what is not stays', async () => {
  const derived = [
    { name: 'risk', type: doubleType, expression: 'ext_risk_score * COALESCE(ext_now_contextual_amount, 1)' },
    { name: 'score', type: doubleType, expression: 'ext_risk_score' },
    { name: 'cases', type: longType, expression: 'ext_risk_cases + 1' },
  ];
  const outputs = derived.map(({ name, type }) => ({ name, type }));
  const plan = readPlanOf({ ...joinOf, derive: [derived], outputs }, withTiles);
  const fetched = await readerOf(plan).fetch({
    rows: 2,
    columns: columnsOf({ ext_now_contextual_amount: vectorOf(longType, [2, 2, 2]) }),
    externals: Promise.resolve([riskAnswer(), null]),
    atMs: AT,
  });
  expect(shown(fetched)).toEqual([
    { risk: [1, 'PRESENT'], score: [0.5, 'PRESENT'], cases: [2n ** 60n + 1n, 'PRESENT'] },
    { risk: [null, 'ERROR'], score: [null, 'ERROR'], cases: [4, 'PRESENT'] },
  ]);
});
