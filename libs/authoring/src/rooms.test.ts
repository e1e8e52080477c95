import { bindColumn, operationNames, operationOf } from '@isochron/aggregation';
import {
  binaryType,
  booleanType,
  type DataType,
  dateType,
  decimalType,
  doubleType,
  longType,
  stringType,
  structType,
  timestampType,
} from '@isochron/schema';
import { expect, test } from 'vitest';
import { methodName, operationByMethod } from './operation-methods.ts';
import { refusedOperations } from './refused-operation.ts';
import { requiredParameters } from './required-parameters.ts';

const typesByName: Readonly<Record<keyof typeof refusedOperations, DataType>> = {
  BOOL: booleanType,
  INT64: longType,
  FLOAT64: doubleType,
  NUMERIC: decimalType(38, 9),
  STRING: stringType,
  BYTES: binaryType,
  DATE: dateType,
  TIMESTAMP: timestampType,
  STRUCT: structType('Item', [
    { name: 'unique_id', type: longType },
    { name: 'sort_key', type: longType },
  ]),
};

test('every operation that has a room has a method', () => {
  for (const name of operationNames) expect(operationByMethod.get(methodName(name))).toBe(name);
});

test('the types ask for k, and for nothing else, where the rooms do', () => {
  for (const name of operationNames)
    expect(requiredParameters(name), name).toEqual(name.endsWith('_K') && !name.startsWith('APPROX_') ? ['k'] : []);
});

test('the editor withholds nothing that a room accepts', () => {
  const withheld = Object.entries(refusedOperations).flatMap(([type, names]) =>
    names.flatMap((name) => {
      const operation = operationOf(name);
      const args = Object.fromEntries(operation.parameters.map((it) => [it.name, it.defaultText ?? '3']));
      // The entries of a record have its keys.
      const bound = bindColumn(name, typesByName[type as keyof typeof refusedOperations], args, false);
      return 'refusal' in bound ? [] : [`${name} of ${type}`];
    }),
  );

  expect(withheld).toEqual([]);
});
