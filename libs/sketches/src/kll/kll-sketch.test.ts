import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.fixture.ts';
import { randomOf } from '../mutants.fixture.ts';
import { levelCapacity, totalCapacity } from './capacity.ts';
import { kllImage } from './kll-image.ts';
import { type KllKind, KllSketch } from './kll-sketch.ts';

function sketchOf(kind: KllKind, k: number, values: Iterable<number>): KllSketch {
  const sketch = KllSketch.create(kind, k);
  for (const value of values) sketch.update(value);
  return sketch;
}

/** `count` different numbers in [0, count), in an order that has nothing to do with their size. */
function shuffled(count: number, seed = 1): number[] {
  const random = randomOf(seed);
  const values = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = random(at + 1);
    [values[at], values[other]] = [values[other] ?? 0, values[at] ?? 0];
  }
  return values;
}

/** The greatest distance between rank told and true rank, of a sketch of the whole numbers below `count`. */
function worstError(sketch: KllSketch, count: number): number {
  const view = sketch.view();
  let worst = 0;
  for (let at = 0; at < count; at += Math.ceil(count / 1000)) {
    worst = Math.max(worst, Math.abs((view.rank(at) ?? 0) - (at + 1) / count));
  }
  return worst;
}

describe.each(['floats', 'doubles'] as const)('a KLL sketch of %s', (kind) => {
  test('is exact while it holds all its values', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.float({ noNaN: true }));
    const property = fc.property(
      fc.array(value, { minLength: 1, maxLength: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, rank) => {
        const sketch = sketchOf(kind, 20, values);
        const sorted = values.map((item) => (kind === 'floats' ? Math.fround(item) : item)).sort((a, b) => a - b);
        // A rank told in so many digits is meant as the share it is nearest to.
        const place = Math.round(rank * values.length * 1e6) / 1e6;
        const atMost = sorted.filter((item) => item <= (values[0] ?? 0)).length;
        expect(sketch.view().quantile(rank)).toBeCloseTo(sorted[Math.max(0, Math.ceil(place) - 1)] ?? 0, 10);
        expect(sketch.view().rank(Math.fround(values[0] ?? 0))).toBe(atMost / values.length);
        expect([sketch.least, sketch.greatest, sketch.rankError(), sketch.seen]).toEqual([
          sorted[0],
          sorted.at(-1),
          0,
          values.length,
        ]);
      },
    );
    fc.assert(property);
  });

  test.each([8, 20, 128, 200])(
    'of k = %i keeps its rank error, in one go and merged from parts, and counts every value',
    (k) => {
      const count = 20_000;
      const values = shuffled(count);
      const whole = sketchOf(kind, k, values);
      const merged = sketchOf(kind, k, []);
      for (let at = 0; at < count; at += 700) merged.merge(sketchOf(kind, k, values.slice(at, at + 700)));
      for (const sketch of [
        whole,
        merged,
        sketchOf(
          kind,
          k,
          [...values].sort((a, b) => a - b),
        ),
      ]) {
        expect(sketch.seen).toBe(count);
        expect([sketch.least, sketch.greatest]).toEqual([0, count - 1]);
        expect(worstError(sketch, count)).toBeLessThan(sketch.rankError(true));
        expect(sketch.retained).toBeLessThan(3 * k + 120);
      }
    },
  );

  test('merges as if all were one stream, in any tree, and leaves the other as it was', () => {
    const parts = fc.array(fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 60 }), {
      minLength: 1,
      maxLength: 8,
    });
    const property = fc.property(parts, fc.nat(), (groups, seed) => {
      const random = randomOf(seed);
      const sketches = groups.map((group) => sketchOf(kind, 8, group));
      while (sketches.length > 1) {
        const [other] = sketches.splice(random(sketches.length), 1);
        const before = other === undefined ? '' : toHex(kllImage(other));
        if (other !== undefined) sketches[random(sketches.length)]?.merge(other);
        expect(other === undefined ? '' : toHex(kllImage(other))).toBe(before);
      }
      const all = groups.flat().sort((a, b) => a - b);
      const [sketch] = sketches;
      expect([sketch?.seen, sketch?.least, sketch?.greatest]).toEqual([all.length, all[0] ?? null, all.at(-1) ?? null]);
      const { items, starts } = sketch?.state ?? { items: [], starts: [] };
      const weight = starts.slice(1).reduce((sum, end, level) => sum + (end - (starts[level] ?? 0)) * 2 ** level, 0);
      expect([weight, items.length]).toEqual([all.length, totalCapacity(8, starts.length - 1)]);
    });
    fc.assert(property, { numRuns: 50 });
  });

  test('tosses its coins by what it has seen: equal runs give equal bytes, another stream other coins', () => {
    const values = shuffled(5000);
    const image = (seen: readonly number[]): string => toHex(kllImage(sketchOf(kind, 20, seen)));
    expect(image(values)).toBe(image(values));
    const offsets = new Set(
      Array.from({ length: 20 }, (_, seed) => sketchOf(kind, 8, shuffled(9, seed)).view().quantile(0.5)),
    );
    expect(offsets.size).toBeGreaterThan(1);
  });

  test('ignores NaN, and keeps infinities and -0', () => {
    const sketch = sketchOf(kind, 8, [1, Number.NaN, Infinity, -0, -Infinity]);
    expect([sketch.seen, sketch.least, sketch.greatest]).toEqual([4, -Infinity, Infinity]);
    expect(sketch.view().quantile(0.5)).toBe(-0);
  });

  test('answers nothing of nothing', () => {
    const sketch = sketchOf(kind, 8, []);
    expect([sketch.least, sketch.greatest, sketch.view().quantile(0.5), sketch.view().rank(1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

test('merged with one of a lesser k, a sketch has the error of the lesser where that one estimates', () => {
  const coarse = sketchOf('floats', 20, shuffled(1000));
  const fine = sketchOf('floats', 200, shuffled(1000, 2));
  fine.merge(sketchOf('floats', 20, [1]));
  expect(fine.rankError()).toBe(sketchOf('floats', 200, shuffled(1000)).rankError());
  fine.merge(coarse);
  expect([fine.k, fine.rankError()]).toEqual([200, coarse.rankError()]);
});

test('with itself a sketch is twice its values', () => {
  const sketch = sketchOf('doubles', 8, shuffled(100));
  sketch.merge(sketch);
  expect([sketch.seen, sketch.least, sketch.greatest]).toEqual([200, 0, 99]);
});

test.each([
  ['a k too small', () => KllSketch.create('floats', 7), 'k of a KLL sketch is 7, not a whole number in [8, 65535]'],
  ['a k that is no whole number', () => KllSketch.create('floats', 8.5), '8.5'],
  [
    'floats and doubles',
    () => sketchOf('floats', 8, [1]).merge(sketchOf('doubles', 8, [1])),
    'floats cannot be merged with one of doubles',
  ],
  ['a rank that is none', () => sketchOf('floats', 8, [1]).view().quantile(1.1), 'the rank 1.1 is not in [0, 1]'],
])('%s is refused', (_title, act, sentence) => {
  expect(act).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(sentence) }),
  );
});

test('levels have two thirds of the room of the one above, at least 8', () => {
  expect(Array.from({ length: 8 }, (_, level) => levelCapacity(128, 8, level))).toEqual([
    8, 11, 17, 25, 38, 57, 85, 128,
  ]);
  expect([levelCapacity(65535, 61, 0), totalCapacity(200, 1)]).toEqual([8, 200]);
});
