import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { longType, stringType } from '@isochron/schema';
import { expect, test } from 'vitest';
import { FetchMemory } from './fetch-memory.ts';
import { FetchedPool } from './fetched.ts';
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

const readers = new PartReaders();
const planOf = (name: string) =>
  readPlanOf(
    { name, left: { columns: [user] }, parts: [part], externals: [], derive: [], outputs: part.outputs },
    { ...withTiles, readers },
  );

test('answers are used again by requests of as many rows', () => {
  const pool = new FetchedPool(planOf('one'), 16);
  const [single, few, many] = [1, 7, 100].map((rows) => pool.take(rows, 0));
  for (const each of [single, few, many]) each?.release();
  expect(pool.take(1, 0)).toBe(single);
  expect(pool.take(16, 0)).toBe(few);
  expect(pool.take(100, 0)).not.toBe(many);
  expect(pool.take(1, 0)).not.toBe(single);
});

test('one that is given back twice is given out once', () => {
  const pool = new FetchedPool(planOf('twice'), 16);
  const fetched = pool.take(1, 0);
  fetched.release();
  fetched.release();
  expect([pool.take(1, 0), pool.take(1, 0)].filter((each) => each === fetched).length).toBe(1);
});

test('of many Joins those that were asked for longest ago give their answers up', () => {
  const pools = Array.from({ length: 600 }, (_, number) => new FetchedPool(planOf(`join ${number}`), 16));
  const first = pools.map((pool) => {
    const fetched = pool.take(1, 0);
    fetched.release();
    return fetched;
  });
  const kept = pools.map((pool, number) => pool.take(1, 0) === first[number]);
  expect(kept.filter((isKept) => isKept).length).toBe(512);
  expect(kept.lastIndexOf(false)).toBe(600 - 512 - 1);
});

test('a Join that is served no more is not held by the answers that were kept of it', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const retired = (() => {
    const pool = new FetchedPool(planOf('retired'), 16);
    pool.take(1, 0).release();
    return pool.reference;
  })();
  expect(retired.deref()).toBeDefined();
  // A reference that was looked at is good until the turn ends.
  await pause(0);
  collect();
  expect(retired.deref()).toBeUndefined();
});

test('a chunk is used again by one at a time', () => {
  const memory = new FetchMemory();
  const chunk = memory.takeChunk();
  memory.giveChunk(chunk);
  expect(memory.takeChunk()).toBe(chunk);
  expect(memory.takeChunk()).not.toBe(chunk);
});

test('what one Join gives up another has', () => {
  const { memory } = new PartReaders();
  const [one, other] = [planOf('one'), planOf('other')].map((plan) => new FetchedPool({ ...plan, memory }, 16));
  const fetched = one?.take(1, 0);
  fetched?.release();
  one?.clear();
  fetched?.release();
  expect(other?.take(1, 0).baseVectors[0]).toBe(fetched?.baseVectors[0]);
  expect(other?.take(1, 0).baseVectors[0]).not.toBe(fetched?.baseVectors[0]);
  // It was given back once more than it was taken, after it was given up.
  expect(one?.take(1, 0)).not.toBe(fetched);
});
