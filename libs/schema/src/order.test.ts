import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryType, arbitraryValue } from './arbitrary.fixture.ts';
import {
  binaryType,
  booleanType,
  type DataType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  structType,
  type Value,
} from './data-type.ts';
import { compareOf, compareStrings } from './order.ts';
import { hasEqualForms, keepOf } from './tie.ts';
import { keyOf } from './value-key.ts';

const item = structType('Item', [
  { name: 'id', type: longType },
  { name: 'note', type: stringType },
]);

/** Every line in canonical order, strictly. */
const ordered: readonly (readonly [string, DataType, readonly Value[]])[] = [
  ['booleans', booleanType, [null, false, true]],
  ['doubles', doubleType, [null, -Infinity, -1.5, 0, 5e-324, 1, Infinity, Number.NaN]],
  [
    'longs',
    longType,
    [null, -(2n ** 63n), -(2n ** 53n), -1, 0, 9007199254740991, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n],
  ],
  [
    'strings',
    stringType,
    [null, '', 'a', 'a\u0000', 'ab', 'b', '\ud7ff', '\ue000', '\uff5e', '\u{10000}', '\u{1f600}'],
  ],
  ['bytes', binaryType, [null, bytes(), bytes(0), bytes(0, 0), bytes(1), bytes(127), bytes(128), bytes(255)]],
  [
    'decimals',
    decimalType(10, 2),
    [null, decimal(-151n, 1), decimal(-15n, 0), decimal(0n, 2), decimal(149n, 2), decimal(15n, 1)],
  ],
  ['lists', listType(intType), [null, [], [null], [null, 1], [1], [1, null], [1, 2], [2]]],
  ['structs', item, [null, { id: null, note: 'z' }, { id: 1, note: null }, { id: 1, note: 'a' }, { id: 2, note: '' }]],
  [
    'maps',
    mapType(stringType, intType),
    [
      null,
      new Map(),
      new Map([['a', null]]),
      new Map([
        ['b', 9],
        ['a', 1],
      ]),
      new Map([['a', 2]]),
      new Map([['b', 0]]),
    ],
  ],
];

describe('the canonical order', () => {
  test.each(ordered)('of %s', (_, type, values) => {
    const compare = compareOf(type);
    for (const [i, a] of values.entries()) {
      for (const [j, b] of values.entries()) expect([a, b, Math.sign(compare(a, b))]).toEqual([a, b, Math.sign(i - j)]);
    }
  });

  test('a missing field of a struct is null', () => {
    expect(compareOf(item)({ id: 1 }, { id: 1, note: null })).toBe(0);
    expect(keyOf(item)({ id: 1 })).toBe(keyOf(item)({ id: 1, note: null }));
  });

  test('strings go as their UTF-8 bytes do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareStrings(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });
});

const threeValues = arbitraryType(3).chain((type) => {
  const value = arbitraryValue(type, 'mixed');
  return fc.record({ type: fc.constant(type), a: value, b: value, c: value });
});

/** The same value in another form, so that equal ones are not left to chance. */
const equalValues = arbitraryType(3).chain((type) =>
  fc
    .record({ type: fc.constant(type), a: arbitraryValue(type, 'mixed') })
    .map(({ a }) => ({ type, a, b: otherForm(type, a) })),
);

describe('laws over random types', () => {
  test('it is a total order, with which keys agree', () => {
    fc.assert(
      fc.property(threeValues, ({ type, a, b, c }) => {
        const compare = compareOf(type);
        const key = keyOf(type);
        expect(compare(a, a)).toBe(0);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        const [low, middle, high] = [a, b, c].sort(compare) as [Value, Value, Value];
        expect(compare(low, high)).toBeLessThanOrEqual(0);
        expect(compare(low, high) === 0).toBe(compare(low, middle) === 0 && compare(middle, high) === 0);
        expect(new Set([key(a), key(b)]).size === 1).toBe(compare(a, b) === 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('equal values of other form have one key, and the one kept does not depend on which comes first', () => {
    fc.assert(
      fc.property(equalValues, ({ type, a, b }) => {
        expect(compareOf(type)(a, b)).toBe(0);
        expect(new Set([keyOf(type)(a), keyOf(type)(b)]).size).toBe(1);
        const kept = keepOf(type)(a, b);
        expect(Object.is(kept, a) || Object.is(kept, b)).toBe(true);
        expect(entriesOf(keepOf(type)(b, a))).toEqual(entriesOf(kept));
        if (!hasEqualForms(type)) expect(a).toEqual(b);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('of equal values', () => {
  test.each<[string, DataType, Value, Value]>([
    ['0, not -0', doubleType, 0, -0],
    ['the smaller scale', decimalType(10, 2), decimal(15n, 1), decimal(150n, 2)],
    ['by the first element that differs', listType(doubleType), [1, 0, -0], [1, -0, 0]],
    [
      'by the first entry that differs',
      mapType(stringType, doubleType),
      new Map([
        ['b', -0],
        ['a', 0],
      ]),
      new Map([
        ['a', -0],
        ['b', 0],
      ]),
    ],
    [
      'the one whose keys come sorted',
      mapType(stringType, intType),
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      new Map([
        ['b', 2],
        ['a', 1],
      ]),
    ],
  ])('is kept: %s', (_, type, kept, other) => {
    expect(keepOf(type)(kept, other)).toBe(kept);
    expect(keepOf(type)(other, kept)).toBe(kept);
  });
});

describe('keys', () => {
  test('tell null from what looks like it', () => {
    expect(keyOf(stringType)(null)).not.toBe(keyOf(stringType)('null'));
    expect(keyOf(booleanType)(null)).not.toBe(keyOf(booleanType)(false));
    expect(keyOf(listType(stringType))([null])).not.toBe(keyOf(listType(stringType))(['~']));
    expect(keyOf(listType(stringType))(['a', 'b'])).not.toBe(keyOf(listType(stringType))(['a1:b']));
  });

  test('a long has one key, whether number or bigint', () => {
    expect(keyOf(longType)(7n)).toBe(7);
    expect(keyOf(longType)(2n ** 60n)).toBe(2n ** 60n);
  });
});

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

function decimal(unscaled: bigint, scale: number): Value {
  return { unscaled, scale };
}

/** A map's entries in their order, which `toEqual` would not look at. */
function entriesOf(value: Value): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [entriesOf(key), entriesOf(item)]);
  return Array.isArray(value) ? value.map(entriesOf) : value;
}

/** Zeros change sign, decimals scale, maps the order of their entries. */
function otherForm(type: DataType, value: Value): Value {
  if (value === null) return null;
  if (type.kind === 'float' || type.kind === 'double') return value === 0 ? -value : value;
  if (type.kind === 'decimal') {
    const { unscaled, scale } = value as { unscaled: bigint; scale: number };
    return { unscaled: unscaled * 10n, scale: scale + 1 };
  }
  if (type.kind === 'list') return (value as Value[]).map((element) => otherForm(type.element, element));
  if (type.kind === 'map') {
    const entries = [...(value as ReadonlyMap<Value, Value>)].reverse();
    return new Map(entries.map(([key, held]) => [otherForm(type.key, key), otherForm(type.value, held)]));
  }
  if (type.kind !== 'struct') return value;
  const struct = value as { readonly [field: string]: Value };
  return Object.fromEntries(type.fields.map(({ name, type: inner }) => [name, otherForm(inner, struct[name] ?? null)]));
}
