import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Latencies } from './latencies.ts';

const latenciesOf = (times: readonly number[]): Latencies => {
  const latencies = new Latencies();
  for (const ms of times) latencies.add(ms);
  return latencies;
};

it('says the least time that a share of requests were within', () => {
  const hundred = latenciesOf(Array.from({ length: 100 }, (_, at) => 100 - at));
  expect(hundred.within([0.5, 0.99, 0.999, 1])).toEqual([50, 99, 100, 100]);
  expect(latenciesOf([7]).within([0.5, 0.999])).toEqual([7, 7]);
  expect(latenciesOf([]).within([0.5])).toEqual([Number.NaN]);
});

it('keeps more than it has room for at first', () => {
  const many = latenciesOf(Array.from({ length: 200_000 }, (_, at) => at + 1));
  expect(many.count).toBe(200_000);
  expect(many.within([0.5])).toEqual([100_000]);
});

it('answers one of the times, which no smaller share of them is within', () => {
  const times = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(times, fc.double({ min: 0.01, max: 1, noNaN: true }), (ms, share) => {
      const [answer = Number.NaN] = latenciesOf(ms).within([share]);
      expect(ms).toContain(answer);
      expect(ms.filter((each) => each <= answer).length).toBeGreaterThanOrEqual(share * ms.length);
      expect(ms.filter((each) => each < answer).length).toBeLessThan(share * ms.length);
    }),
  );
});
