import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slope } from './slope.ts';

it('finds the slope of a line, whatever its height', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 2, max: 20 }),
      (rise, height, points) => {
        const xs = Array.from({ length: points }, (_, at) => 3 * at);
        expect(
          slope(
            xs,
            xs.map((x) => rise * x + height),
          ),
        ).toBeCloseTo(rise, 6);
      },
    ),
  );
});

it('is little moved by one point that is off', () => {
  expect(slope([0, 1, 2, 3, 4], [10, 10, 20, 10, 10])).toBeCloseTo(0, 9);
});
