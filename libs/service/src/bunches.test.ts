import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Bunches } from './bunches.ts';

function sending() {
  let nowMs = 0;
  const sent: number[] = [];
  const failures: unknown[] = [];
  const fail = (thrown: unknown): never => {
    throw thrown;
  };
  const bunches = new Bunches(() => nowMs);
  return {
    sent,
    failures,
    add: (...answers: readonly number[]) => {
      for (const answer of answers) bunches.add(() => void sent.push(answer), fail);
    },
    addBroken: (answer: number) =>
      bunches.add(
        () => {
          throw new Error(`no ${answer}`);
        },
        (thrown) => failures.push(thrown),
      ),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

it('sends what is ready in one turn when that ends, in its order', async () => {
  const { sent, add } = sending();
  add(1, 2);
  await Promise.resolve();
  add(3);
  expect(sent).toEqual([]);
  await turn();
  expect(sent).toEqual([1, 2, 3]);
  add(4);
  await turn();
  expect(sent).toEqual([1, 2, 3, 4]);
});

it('does not wait for more than some, nor longer than a millisecond for the next', async () => {
  const { sent, add, pass } = sending();
  add(1, 2, 3, 4, 5, 6, 7);
  expect(sent).toEqual([]);
  add(8, 9);
  expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  pass(0.9);
  add(10);
  expect(sent).toHaveLength(8);
  pass(0.1);
  add(11);
  expect(sent).toHaveLength(11);
  await turn();
  expect(sent).toHaveLength(11);
});

it('sends the others where one throws, and tells that one alone', async () => {
  const { sent, failures, add, addBroken } = sending();
  add(1);
  addBroken(2);
  add(3, 4);
  await turn();
  expect(sent).toEqual([1, 3, 4]);
  expect(failures).toEqual([new Error('no 2')]);
  addBroken(5);
  add(6, 7, 8, 9, 10, 11, 12);
  expect([sent.length, failures.length]).toEqual([10, 2]);
});
