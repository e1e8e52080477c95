import { expect, test } from 'vitest';
import {
  booleanType,
  type DataType,
  decimalType,
  intType,
  listType,
  mapType,
  stringType,
  structType,
  typeText,
} from './data-type.ts';

test.each<[string, DataType]>([
  ['bool', booleanType],
  ['decimal_10_2', decimalType(10, 2)],
  ['list_map_string_int', listType(mapType(stringType, intType))],
  ['struct_Item', structType('Item', [{ name: 'id', type: intType }])],
])('%s is the text of its type', (text, type) => {
  expect(typeText(type)).toBe(text);
});
