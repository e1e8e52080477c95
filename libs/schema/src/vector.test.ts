import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryType, arbitraryValue } from './arbitrary.fixture.ts';
import { booleanType, intType, longType, stringType } from './data-type.ts';
import {
  createVector,
  gatherVector,
  getValue,
  readLong,
  setValue,
  sliceVector,
  vectorOf,
  writeSafeLong,
} from './vector.ts';

describe('a vector', () => {
  test('gives back what was written, of every type', () => {
    const columns = arbitraryType(2).chain((type) =>
      fc.tuple(fc.constant(type), fc.array(arbitraryValue(type), { maxLength: 6 })),
    );
    fc.assert(
      fc.property(columns, ([type, values]) => {
        const vector = vectorOf(type, values);
        expect(values.map((_, row) => getValue(type, vector, row))).toEqual(values);
      }),
    );
  });

  test('begins as nulls', () => {
    for (const type of [booleanType, intType, longType, stringType]) {
      expect(getValue(type, createVector(type, 2), 1)).toBeNull();
    }
  });

  test('without a valid array has no null', () => {
    expect(getValue(intType, { kind: 'ints', data: Int32Array.of(0, 5), valid: null }, 0)).toBe(0);
    expect(getValue(booleanType, { kind: 'ints', data: Int32Array.of(0, 1), valid: null }, 1)).toBe(true);
  });

  test('can be overwritten with null and back', () => {
    const vector = vectorOf(longType, [1]);
    setValue(vector, 0, null);
    expect(getValue(longType, vector, 0)).toBeNull();
    setValue(vector, 0, -(2n ** 63n));
    expect(getValue(longType, vector, 0)).toBe(-(2n ** 63n));
  });

  test('sliced shows its rows, words included', () => {
    const vector = vectorOf(longType, [1, null, 2n ** 60n, -4]);
    const slice = sliceVector(vector, 1, 4);
    expect([0, 1, 2].map((row) => getValue(longType, slice, row))).toEqual([null, 2n ** 60n, -4]);
    const inner = sliceVector(slice, 1, 3);
    expect(getValue(longType, inner, 1)).toBe(-4);
  });
});

test('gathered rows are those at the places, of every type', () => {
  const columns = arbitraryType(2).chain((type) =>
    fc
      .array(arbitraryValue(type), { minLength: 1, maxLength: 6 })
      .chain((values) =>
        fc.tuple(
          fc.constant(type),
          fc.constant(values),
          fc.array(fc.nat({ max: values.length - 1 }), { maxLength: 8 }),
        ),
      ),
  );
  fc.assert(
    fc.property(columns, ([type, values, places]) => {
      const gathered = gatherVector(vectorOf(type, values), Int32Array.from(places));
      expect(places.map((_, row) => getValue(type, gathered, row))).toEqual(places.map((place) => values[place]));
    }),
  );
});

test('a safe long is written without a bigint and read back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const data = new BigInt64Array(2);
      const words = new Int32Array(data.buffer);
      writeSafeLong(words, 1, value);
      expect(data[1]).toBe(BigInt(value));
      expect(readLong(words, 1)).toBe(value);
    }),
  );
});
