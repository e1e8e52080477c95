import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunSorter } from './run-sorter.ts';

test.each([Float32Array, Float64Array])('%s of any length are in order, and nothing beside them moves', (ArrayOf) => {
  const sorter = new RunSorter();
  const value = fc.oneof(
    fc.float({ noNaN: true }),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(-0, 0, Infinity, -Infinity),
  );
  const property = fc.property(
    fc.array(value, { maxLength: 300, size: 'max' }),
    fc.nat({ max: 3 }),
    (values, before) => {
      const items = ArrayOf.from([...new Array<number>(before).fill(99), ...values, -99]);
      sorter.sort(items, new Int32Array(items.buffer), before, before + values.length);
      const sorted = [...ArrayOf.from(values)].sort((a, b) => a - b);
      expect([...items].map((item) => item + 0)).toEqual(
        [...new Array<number>(before).fill(99), ...sorted, -99].map((item) => item + 0),
      );
    },
  );
  fc.assert(property, { numRuns: 300 });
});
