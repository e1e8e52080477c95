import { keyCodecOf } from '@isochron/avro';
import { stringType } from '@isochron/schema';
import { expect, test } from 'vitest';
import { samplingOf } from './sampling.ts';

const codec = keyCodecOf([{ name: 'user', type: stringType }]);
const users = Array.from({ length: 50_000 }, (_, at) => codec.encode({ user: `user_${at}` }));
const sampled = (percent: number): readonly number[] => {
  const isSampled = samplingOf(percent);
  return users.flatMap((key, at) => (isSampled(key, key.length) ? [at] : []));
};

test.each([0.5, 5, 33.3, 90])('%d percent of keys are that share of them', (percent) => {
  const expected = (users.length * percent) / 100;
  const deviation = Math.sqrt(expected * (1 - percent / 100));
  expect(Math.abs(sampled(percent).length - expected)).toBeLessThan(5 * deviation);
});

test('nothing is no key, a hundred percent are all of them', () => {
  expect([sampled(-1).length, sampled(0).length, sampled(Number.NaN).length]).toEqual([0, 0, 0]);
  expect([sampled(100).length, sampled(250).length]).toEqual([users.length, users.length]);
});

test('the keys of a lesser percentage are among those of a greater', () => {
  const more = new Set(sampled(20));
  expect(sampled(7).every((at) => more.has(at))).toBe(true);
});

test('which keys they are stays: every process must take the same', () => {
  expect(sampled(0.02)).toMatchInlineSnapshot(`
    [
      822,
      9667,
      14217,
      19051,
      20814,
      21828,
      22912,
      24144,
      31175,
      46964,
      47394,
    ]
  `);
});
