import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { IsochronError, longType, stringType } from '@isochron/schema';
import { expect, test } from 'vitest';
import { FetchMemory } from './fetch-memory.ts';
import { PartReaders } from './part-readers.ts';
import { readPlanOf } from './plan.ts';
import { partOf, withTiles } from './served.fixture.ts';

const user = { name: 'user', type: stringType };
const inputs = [{ name: 'amount', type: longType }];
const total = {
  name: 'amount_sum',
  operation: 'SUM',
  args: {},
  input: 'amount',
  bucket: null,
  windowMs: null,
} as const;
const part = partOf({ name: 'users', keys: [user], inputs, specs: [total] }, 'u_');

const planOf = (name: string, readers = new PartReaders()) =>
  readPlanOf(
    { name, left: { columns: [user] }, parts: [part], externals: [], derive: [], outputs: part.outputs },
    { ...withTiles, readers },
  );
/** With as many outputs: each number has a layout of its own. */
const planOfMany = (many: number, readers: PartReaders) => {
  const derived = Array.from({ length: many }, (_, at) => ({
    name: `d${at}`,
    type: longType,
    expression: 'u_amount_sum',
  }));
  const columns = [...part.outputs.map((field) => ({ ...field, expression: field.name })), ...derived];
  return readPlanOf(
    {
      ...{ name: `of ${many}`, left: { columns: [user] }, parts: [part], externals: [], derive: [columns] },
      outputs: columns.map(({ name, type }) => ({ name, type })),
    },
    { ...withTiles, readers },
  );
};

test('answers are used again by requests of as many rows', () => {
  const plan = planOf('one');
  const pool = plan.memory.poolOf(plan, 16);
  const [single, few, many] = [1, 7, 100].map((rows) => pool.take(plan, rows, 0));
  for (const each of [single, few, many]) each?.release();
  expect(pool.take(plan, 1, 0)).toBe(single);
  expect(pool.take(plan, 16, 0)).toBe(few);
  expect(pool.take(plan, 100, 0)).not.toBe(many);
  expect(pool.take(plan, 1, 0)).not.toBe(single);
});

test('and by Joins whose answers are laid out alike, each of which has its own names', () => {
  const readers = new PartReaders();
  const other = partOf({ name: 'others', keys: [user], inputs, specs: [total] }, 'o_');
  const [one, two, three] = [
    planOf('one', readers),
    readPlanOf(
      { name: 'two', left: { columns: [user] }, parts: [other], externals: [], derive: [], outputs: other.outputs },
      { ...withTiles, readers },
    ),
    planOfMany(2, readers),
  ];
  const { memory } = readers;
  expect(memory.poolOf(two, 16)).toBe(memory.poolOf(one, 16));
  expect(memory.poolOf(three, 16)).not.toBe(memory.poolOf(one, 16));
  expect(memory.poolOf(one, 8)).not.toBe(memory.poolOf(one, 16));
  const first = memory.poolOf(one, 16).take(one, 1, 0);
  const [named] = first.parts;
  if (named !== undefined) named.error = new IsochronError('DATA_LOSS', 'of the first');
  first.release();
  const second = memory.poolOf(two, 16).take(two, 1, 5);
  expect(second).toBe(first);
  expect(second.outputs.map(({ name }) => name)).toEqual(['o_amount_sum']);
  expect(second.parts).toEqual([{ name: 'others', generation: null, batchEndMs: null, error: null }]);
  expect(second.atMs).toBe(5);
});

test('one that is given back twice is given out once', () => {
  const plan = planOf('twice');
  const pool = plan.memory.poolOf(plan, 16);
  const fetched = pool.take(plan, 1, 0);
  fetched.release();
  fetched.release();
  expect([pool.take(plan, 1, 0), pool.take(plan, 1, 0)].filter((each) => each === fetched).length).toBe(1);
});

test('answers are kept as far as their bytes go, and those are given up that were put to use longest ago', () => {
  const readers = new PartReaders();
  const plans = Array.from({ length: 40 }, (_, many) => planOfMany(many, readers));
  const taken = (memory: FetchMemory) => plans.map((plan) => memory.poolOf(plan, 16).take(plan, 1, 0));
  const all = taken(new FetchMemory()).reduce((sum, { bytes }) => sum + bytes, 0);
  const memory = new FetchMemory(all / 2);
  const pools = plans.map((plan) => memory.poolOf(plan, 16));
  const first = taken(memory);
  for (const fetched of first) fetched.release();
  const held = pools.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(held).toBeLessThanOrEqual(all / 2);
  expect(held).toBeGreaterThan(all / 2 - (first.at(-1)?.bytes ?? 0));
  const isKept = plans.map((plan, at) => pools[at]?.take(plan, 1, 0) === first[at]);
  expect(isKept).toEqual(isKept.toSorted());
  expect(new Set(isKept).size).toBe(2);
  expect(pools.map(({ bytes }) => bytes)).toEqual(pools.map(() => 0));
});

test('a Join that is served no more is not held by the answers that were kept of it, nor by its parts', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const readers = new PartReaders();
  const retired = (() => {
    const own = partOf({ name: 'retired', keys: [user], inputs, specs: [total] }, 'r_');
    const plan = readPlanOf(
      { name: 'retired', left: { columns: [user] }, parts: [own], externals: [], derive: [], outputs: own.outputs },
      { ...withTiles, readers },
    );
    readers.memory.poolOf(plan, 16).take(plan, 1, 0).release();
    return [plan, plan.joined[0], plan.parts[0]?.reader].map((each) => new WeakRef(each ?? {}));
  })();
  expect(retired.map((each) => each.deref() !== undefined)).toEqual([true, true, true]);
  // A reference that was looked at is good until the turn ends.
  await pause(0);
  collect();
  expect(retired.map((each) => each.deref() !== undefined)).toEqual([false, false, false]);
});

test('a chunk is used again by one at a time', () => {
  const memory = new FetchMemory();
  const chunk = memory.takeChunk();
  memory.giveChunk(chunk);
  expect(memory.takeChunk()).toBe(chunk);
  expect(memory.takeChunk()).not.toBe(chunk);
});

test('what one Join gives up another has', () => {
  const readers = new PartReaders();
  const memory = new FetchMemory();
  const [plan, wide] = [planOf('one', readers), planOfMany(1, readers)];
  const [one, other] = [plan, wide].map((each) => memory.poolOf(each, 16));
  const fetched = one?.take(plan, 1, 0);
  fetched?.release();
  one?.clear();
  fetched?.release();
  expect(other?.take(wide, 1, 0).baseVectors[0]).toBe(fetched?.baseVectors[0]);
  expect(other?.take(wide, 1, 0).baseVectors[0]).not.toBe(fetched?.baseVectors[0]);
  // It was given back once more than it was taken, after it was given up.
  expect(one?.take(plan, 1, 0)).not.toBe(fetched);
});
