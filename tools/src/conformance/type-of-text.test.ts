import { typeText } from '@isochron/schema';
import { expect, test } from 'vitest';
import { typeOfText } from './type-of-text.ts';

test.each([
  'bool',
  'long',
  'decimal_10_2',
  'list_struct_Item',
  'map_string_list_double',
  'map_int_map_string_decimal_3_1',
])('reads the type %s as it is written', (text) => {
  expect(typeText(typeOfText(text))).toBe(text);
});

test.each(['longs', 'list_', 'struct_Other', 'map_string', 'int_int'])('%s is no type', (text) => {
  expect(() => typeOfText(text)).toThrow();
});
