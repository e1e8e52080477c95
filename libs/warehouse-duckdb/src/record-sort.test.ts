import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecordSort } from './record-sort.ts';

const STRIDE = 3;

it('orders records by the words named, the last counting most, and leaves equal ones in order', () => {
  // Few values, so that there are ties; the extremes, so that words are unsigned.
  const word = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  const sort = new RecordSort(STRIDE, [0, 1]);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 300 }), (pairs) => {
      const records = new Int32Array(pairs.flatMap(([low, high], r) => [low, high, r]));
      const numbers = pairs.map((_, r) => r);
      const wanted = numbers.toSorted((a, b) => {
        const [lowA = 0, highA = 0] = pairs[a] ?? [];
        const [lowB = 0, highB = 0] = pairs[b] ?? [];
        return (highA >>> 0) - (highB >>> 0) || (lowA >>> 0) - (lowB >>> 0) || a - b;
      });
      const order = sort.sort(records, pairs.length);
      expect(wanted.map((_, at) => records[(order[at] ?? -1) + 2])).toEqual(wanted);
    }),
  );
});
