import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomOf } from '../mutants.fixture.ts';
import { FrequentItems } from './frequent-items.ts';
import type { Item, ItemKindName } from './item-kind.ts';

const items: Record<ItemKindName, (number: number) => Item> = {
  strings: (number) => `item_${number}`,
  longs: (number) => (number % 2 === 0 ? number * 7919 - 3 : BigInt(number) * 2n ** 54n + 1n),
  doubles: (number) => number * 0.5 - 7,
};

function sketchOf(kind: ItemKindName, lgMax: number, numbers: readonly number[]): FrequentItems {
  const sketch = new FrequentItems(kind, lgMax);
  for (const number of numbers) sketch.update(items[kind](number));
  return sketch;
}

function countsOf(kind: ItemKindName, numbers: readonly number[]): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const number of numbers) counts.set(items[kind](number), (counts.get(items[kind](number)) ?? 0) + 1);
  return counts;
}

/** `count` numbers below 500, the lesser the more frequent. */
function skewed(count: number, seed = 1): number[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => Math.floor((random(2 ** 30) / 2 ** 30) ** 3 * 500));
}

describe.each(['strings', 'longs', 'doubles'] as const)('frequent %s', (kind) => {
  const streams = fc.array(fc.array(fc.nat({ max: 40 }), { maxLength: 60 }), { minLength: 1, maxLength: 6 });

  test('are counted exactly while the table has room, in one go and merged', () => {
    const property = fc.property(streams, (groups) => {
      const merged = sketchOf(kind, 6, []);
      for (const group of groups) merged.merge(sketchOf(kind, 6, group));
      const counts = countsOf(kind, groups.flat());
      for (const sketch of [sketchOf(kind, 6, groups.flat()), merged]) {
        const listed = sketch.frequentItems('noFalsePositives').map((row) => [row.item, row.estimate] as const);
        expect(new Map(listed)).toEqual(counts);
        expect([sketch.maximumError, sketch.held, sketch.total]).toEqual([0, counts.size, groups.flat().length]);
      }
    });
    fc.assert(property);
  });

  test('are within their bounds beyond that, and nothing frequent is missed', () => {
    const property = fc.property(streams, (groups) => {
      const merged = sketchOf(kind, 3, []);
      for (const group of groups) merged.merge(sketchOf(kind, 3, group));
      const counts = countsOf(kind, groups.flat());
      for (const sketch of [sketchOf(kind, 3, groups.flat()), merged]) {
        expect(sketch.total).toBe(groups.flat().length);
        for (const [item, count] of counts) {
          expect(sketch.lowerBound(item)).toBeLessThanOrEqual(count);
          expect(sketch.upperBound(item)).toBeGreaterThanOrEqual(count);
        }
        const all = new Set(sketch.frequentItems('noFalseNegatives').map((row) => row.item));
        for (const [item, count] of counts) if (count > sketch.maximumError) expect(all).toContain(item);
        for (const row of sketch.frequentItems('noFalsePositives')) {
          expect(counts.get(row.item) ?? 0).toBeGreaterThanOrEqual(sketch.maximumError);
        }
      }
    });
    fc.assert(property);
  });

  test('have an error of no more than 3.5 / slots of all, merged too', () => {
    const numbers = skewed(20_000);
    const merged = sketchOf(kind, 6, []);
    for (let at = 0; at < numbers.length; at += 900) merged.merge(sketchOf(kind, 6, numbers.slice(at, at + 900)));
    for (const sketch of [sketchOf(kind, 6, numbers), merged]) {
      expect(sketch.maximumError).toBeGreaterThan(0);
      expect(sketch.maximumError).toBeLessThan((3.5 / 64) * numbers.length);
      expect(sketch.frequentItems('noFalseNegatives')[0]?.item).toBe(items[kind](0));
    }
  });

  test('leave what is merged or copied as it was, and merge with themselves', () => {
    const sketch = sketchOf(kind, 3, skewed(200));
    const copy = sketch.copy();
    const rows = sketch.frequentItems('noFalseNegatives');
    copy.merge(sketch);
    copy.update(items[kind](0), 1000);
    expect(sketch.frequentItems('noFalseNegatives')).toEqual(rows);
    sketch.merge(sketch);
    expect(sketch.total).toBe(400);
  });
});

test('of equal estimates the least item comes first', () => {
  const sketch = new FrequentItems('strings', 4);
  for (const item of ['b', '😀', '～', 'a', 'b', '10', '9']) sketch.update(item);
  expect(sketch.frequentItems('noFalseNegatives').map((row) => row.item)).toEqual(['b', '10', '9', 'a', '～', '😀']);
});

test('an item may be seen many times at once, and not at all', () => {
  const sketch = new FrequentItems('longs', 3);
  sketch.update(7, 2 ** 40);
  sketch.update(8, 0);
  expect([sketch.estimate(7), sketch.estimate(8), sketch.held, sketch.total]).toEqual([2 ** 40, 0, 1, 2 ** 40]);
});

test.each([
  ['a table too small', () => new FrequentItems('strings', 2), 'lg of the table is 2, not in [3, 26]'],
  [
    'strings and longs',
    () => new FrequentItems('strings', 3).merge(new FrequentItems('longs', 3)),
    'frequent strings and longs',
  ],
])('%s are refused', (_title, act, sentence) => {
  expect(act).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(sentence) }),
  );
});
