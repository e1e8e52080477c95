import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, divideByCount, extendedOf, negate, numberOf } from './extended.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('numbers of 64 significant bits', () => {
  it('hold every FLOAT64', () => {
    fc.assert(fc.property(finite, (value) => numberOf(extendedOf(value)) === value));
  });

  it('keep what a FLOAT64 loses', () => {
    const sum = add(add(extendedOf(2 ** 60), extendedOf(1)), negate(extendedOf(2 ** 60)));
    expect(numberOf(sum)).toBe(1);
    expect(numberOf(add(add(extendedOf(2 ** 64), extendedOf(1)), negate(extendedOf(2 ** 64))))).toBe(0);
  });

  // Rounded to 64 bits and then to 53: where the first lands half-way, the second may go the other way.
  it('divide to within a unit in the last place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (count) => {
        const quotient = 1 / count;
        return Math.abs(numberOf(divideByCount(extendedOf(1), count)) - quotient) <= quotient * 2 ** -52;
      }),
    );
  });

  it('are infinite beyond the range', () => {
    expect(numberOf(add(extendedOf(Number.MAX_VALUE), extendedOf(Number.MAX_VALUE)))).toBe(Infinity);
  });
});
