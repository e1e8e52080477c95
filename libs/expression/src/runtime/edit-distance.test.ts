import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

/** The definition. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return slowly(a.slice(1), b.slice(1));
  return 1 + Math.min(slowly(a.slice(1), b), slowly(a, b.slice(1)), slowly(a.slice(1), b.slice(1)));
}

it('is what its definition says, and no more than the greatest', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(text, text, fc.nat(7), (a, b, most) => {
      expect(editDistance(a, b)).toBe(slowly(a, b));
      expect(editDistance(a, b, most)).toBe(Math.min(most, slowly(a, b)));
    }),
    { numRuns: 300 },
  );
});

it('counts code points, and refuses what takes too long', () => {
  expect(editDistance('😀a', 'a')).toBe(1);
  expect(() => editDistance('a', 'b', -1)).toThrow('the greatest distance -1 is negative');
  expect(() => editDistance('a'.repeat(20_000), 'b'.repeat(20_000))).toThrow('too long to compare');
  expect(editDistance('a'.repeat(20_000), 'b'.repeat(20_000), 3)).toBe(3);
});
