import { IsochronError } from '@isochron/schema';
import { expect, it } from 'vitest';
import { again } from './again.ts';

/** A call that fails so often, then answers; and the pauses there were. */
async function failing(times: number, code: IsochronError['code']) {
  let calls = 0;
  const pausesMs: number[] = [];
  const outcome = await again(
    async () => {
      if (++calls <= times) throw new IsochronError(code, `failure ${calls}`);
      return 'answer';
    },
    async (ms) => pausesMs.push(ms),
  ).catch((thrown: Error) => thrown.message);
  return { outcome, calls, pausesMs };
}

it('asks again where that may help, after ever longer pauses, and gives up with the last failure', async () => {
  expect(await failing(0, 'UNAVAILABLE')).toEqual({ outcome: 'answer', calls: 1, pausesMs: [] });
  expect(await failing(3, 'UNAVAILABLE')).toEqual({ outcome: 'answer', calls: 4, pausesMs: [20, 40, 80] });
  const { outcome, calls, pausesMs } = await failing(100, 'DEADLINE_EXCEEDED');
  expect([outcome, calls]).toEqual(['failure 12', 12]);
  expect(pausesMs.at(-1)).toBe(500);
});

it('does not ask again where it cannot help', async () => {
  expect(await failing(1, 'NOT_FOUND')).toEqual({ outcome: 'failure 1', calls: 1, pausesMs: [] });
});
