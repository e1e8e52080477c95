import {
  type DataType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  structType,
} from '@isochron/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnTypeText, parseType } from './type-text.ts';

it.each<readonly [string, DataType]>([
  ['INT64', longType],
  [' int64 ', longType],
  ['INT32', intType],
  ['NUMERIC', decimalType(38, 9)],
  ['NUMERIC(10, 2)', decimalType(10, 2)],
  ['NUMERIC(10)', decimalType(10, 0)],
  ['BIGNUMERIC(38,38)', decimalType(38, 38)],
  ['ARRAY<STRING>', listType(stringType)],
  ['MAP<STRING, ARRAY<FLOAT64>>', mapType(stringType, listType(doubleType))],
  [
    'STRUCT<a INT64, `b c` STRUCT<d STRING>>',
    structType('it', [
      { name: 'a', type: longType },
      { name: 'b c', type: structType('it_b c', [{ name: 'd', type: stringType }]) },
    ]),
  ],
])('reads %s', (text, type) => expect(parseType(text, 'it')).toEqual(type));

it.each([
  ['', 'it ends where a type should stand', 0],
  ['INTEGER', 'there is no type INTEGER', 0],
  ['ARRAY<STRING', 'it ends where ">" should', 12],
  ['ARRAY STRING', '"STRING" stands where "<" should', 6],
  ['MAP<STRING>', '">" stands where "," should', 10],
  ['INT64 NOT', '"NOT" is too much', 6],
  ['STRUCT<, INT64>', '"," stands where the name of a field should', 7],
  ['NUMERIC(40, 2)', 'NUMERIC has no 40 digits with 2 after the point', 13],
  ['NUMERIC(a)', '"a" stands where a number of digits should', 8],
  [`${'ARRAY<'.repeat(40)}INT64`, 'it is more than 32 types deep', 198],
])('refuses %s', (text, fault, at) => expect(parseType(text, 'it')).toEqual({ fault, at }));

it('reads back every type that a column can be said to have', () => {
  const { type } = fc.letrec<{ type: DataType }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<DataType>(
        { kind: 'boolean' },
        longType,
        doubleType,
        stringType,
        { kind: 'binary' },
        { kind: 'date' },
        { kind: 'timestamp' },
      ),
      fc
        .tuple(fc.integer({ min: 1, max: 38 }), fc.nat(38))
        .map(([precision, scale]) => decimalType(precision, Math.min(precision, scale))),
      tie('type').map(listType),
      tie('type').map((value) => mapType(stringType, value)),
      fc.tuple(tie('type'), tie('type')).map(([a, b]) =>
        structType('any', [
          { name: 'a', type: a },
          { name: 'a b', type: b },
        ]),
      ),
    ),
  }));

  fc.assert(
    fc.property(type, (each) => {
      expect(columnTypeText(typeOf(columnTypeText(each)))).toBe(columnTypeText(each));
    }),
    { numRuns: 300 },
  );
});

function typeOf(text: string): DataType {
  const type = parseType(text, 'it');
  if ('fault' in type) throw new Error(`${text}: ${type.fault}`);
  return type;
}
