import fc from 'fast-check';
import {
  binaryType,
  booleanType,
  byteType,
  type DataType,
  dateType,
  decimalType,
  doubleType,
  floatType,
  intType,
  listType,
  longType,
  mapType,
  type StructType,
  shortType,
  stringType,
  structType,
  timestampType,
  type Value,
} from './data-type.ts';
import { keyOf } from './value-key.ts';

/** Random types and values for property tests. Small domains and extremes are mixed, so that equal values turn up. */

const scalarTypes: fc.Arbitrary<DataType> = fc.constantFrom<DataType>(
  booleanType,
  byteType,
  shortType,
  intType,
  longType,
  floatType,
  doubleType,
  stringType,
  binaryType,
  dateType,
  timestampType,
  decimalType(10, 2),
  decimalType(38, 18),
);

/** Types nested at most `depth` deep. */
export function arbitraryType(depth: number): fc.Arbitrary<DataType> {
  if (depth === 0) return scalarTypes;
  const inner = arbitraryType(depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: scalarTypes },
    { weight: 1, arbitrary: inner.map(listType) },
    { weight: 1, arbitrary: fc.tuple(fc.oneof(fc.constant(stringType), inner), inner).map(([k, v]) => mapType(k, v)) },
    { weight: 1, arbitrary: arbitraryStruct(inner) },
  );
}

/** Few names, so that structs of one name and different fields occur. */
export function arbitraryStruct(fieldType: fc.Arbitrary<DataType>): fc.Arbitrary<StructType> {
  const fields = fc.uniqueArray(fc.constantFrom('a', 'b', 'a_b', 'class', 'ts'), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(fc.constantFrom('Item', 'b_Item'), fields, fc.array(fieldType, { minLength: 3, maxLength: 3 }))
    .map(([name, names, types]) =>
      structType(
        name,
        names.map((field, index) => ({ name: field, type: types[index] ?? intType })),
      ),
    );
}

/** Values of a type, null among them. `mixed` decimals have scales below their type's too. */
export function arbitraryValue(type: DataType, scales: 'exact' | 'mixed' = 'exact'): fc.Arbitrary<Value> {
  return fc.option(presentValue(type, scales), { freq: 5 });
}

function presentValue(type: DataType, scales: 'exact' | 'mixed'): fc.Arbitrary<Value> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'byte':
      return fc.integer({ min: -128, max: 127 });
    case 'short':
      return fc.integer({ min: -32768, max: 32767 });
    case 'int':
    case 'date':
      return fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer());
    case 'long':
      return fc.oneof(fc.integer({ min: -2, max: 2 }), fc.maxSafeInteger(), wideLong);
    case 'timestamp':
      return fc.integer({ min: -8.64e15, max: 8.64e15 });
    case 'float':
      return fc.oneof(fc.constantFrom(0, -0, Number.NaN, 1.5), fc.float());
    case 'double':
      return fc.oneof(fc.constantFrom(0, -0, Number.NaN, 1.5), fc.double());
    case 'string':
      return fc.oneof(
        fc.constantFrom('', 'a', 'ab', '__proto__', '\u{1f600}', '\uff5e'),
        fc.string({ unit: 'binary' }),
      );
    case 'binary':
      return fc.uint8Array({ maxLength: 4 });
    case 'decimal':
      return fc
        .tuple(fc.bigInt(-(10n ** 8n), 10n ** 8n), scales === 'exact' ? fc.constant(type.scale) : fc.nat(type.scale))
        .map(([unscaled, scale]) => ({ unscaled: scale === type.scale ? unscaled : unscaled % 100n, scale }));
    case 'list':
      return fc.array(arbitraryValue(type.element, scales), { maxLength: 4 });
    case 'map':
      return fc
        .uniqueArray(fc.tuple(presentValue(type.key, scales), arbitraryValue(type.value, scales)), {
          maxLength: 4,
          selector: ([key]) => keyOf(type.key)(key),
          comparator: 'SameValueZero',
        })
        .map((entries) => new Map(entries));
    case 'struct':
      return fc.record(
        Object.fromEntries(type.fields.map((field) => [field.name, arbitraryValue(field.type, scales)])),
        {
          noNullPrototype: true,
        },
      );
  }
}

const wideLong: fc.Arbitrary<Value> = fc
  .oneof(
    fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n, -(2n ** 53n)),
    fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  )
  .map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));
