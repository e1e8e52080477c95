import { analyzeSelection, compileSelection } from '@isochron/expression';
import {
  booleanType,
  compareOf,
  type DataType,
  dateType,
  doubleType,
  intType,
  longType,
  stringType,
  timestampType,
  type Value,
  vectorOf,
} from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amongConditions, literalOf } from './literals.ts';

const texts = fc.string({ unit: 'binary', maxLength: 12 });
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value): Value => {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
});
const values: readonly (readonly [string, DataType, fc.Arbitrary<Value>])[] = [
  [
    'texts',
    stringType,
    fc.oneof(texts, fc.constantFrom("'", '\\', "\\'", '\r\n', '`', '"""', "''' OR TRUE --", '{{ ds }}')),
  ],
  ['ints', intType, fc.integer()],
  ['longs', longType, long],
  ['booleans', booleanType, fc.boolean()],
  ['dates', dateType, fc.integer({ min: -700_000, max: 2_900_000 })],
  ['timestamps', timestampType, fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 })],
];

describe('conditions on the values of columns', () => {
  it.each(values)('hold for rows with one of them, and for no others: %s', (_, type, arbitrary) => {
    const compare = compareOf(type);
    fc.assert(
      fc.property(
        fc.array(arbitrary, { minLength: 1, maxLength: 5 }),
        fc.array(arbitrary, { maxLength: 5 }),
        (some, more) => {
          const rows = [...some, ...more, null];
          const where = amongConditions(
            [{ name: 'a `name`', type }],
            some.map((value) => [value]),
          );
          expect(where).toHaveLength(1);
          const { selection, faults } = analyzeSelection({ columns: [], where }, [{ name: 'a `name`', type }]);
          if (selection === null) throw new Error(faults.map(({ fault }) => fault.message).join());
          const kept = compileSelection(selection).apply([vectorOf(type, rows)], rows.length).rows;
          const wanted = rows.flatMap((row, at) =>
            row !== null && some.some((value) => compare(value, row) === 0) ? [at] : [],
          );
          expect([...kept]).toEqual(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are none for types that are not written out, and for more values than a query should list', () => {
    expect(literalOf(doubleType, 0.5)).toBeNull();
    const keys = [
      { name: 'price', type: doubleType },
      { name: 'user', type: stringType },
    ];
    expect(amongConditions(keys, [[0.5, 'ann']])).toEqual(["`user` IN ('ann')"]);
    expect(
      amongConditions(
        [{ name: 'user', type: stringType }],
        Array.from({ length: 2_001 }, (_, at) => [String(at)]),
      ),
    ).toEqual([]);
  });
});
