import {
  boolOf,
  float64OfJson,
  int64OfJson,
  laxBool,
  laxFloat64,
  laxInt64,
  laxString,
  stringOf,
  typeOfJson,
} from '../../runtime/json/scalar.ts';
import { type FunctionRow, fn, row } from '../row.ts';
import { dateTimeStrings } from './date-time-formats.ts';

/** Scalars out of JSON values. */
export const jsonScalarRows: readonly FunctionRow[] = [
  row('JSON_TYPE', 'JSON', 'The name of the type: object, array, string, number, boolean or null.', {
    '(JSON) -> STRING': { js: fn(typeOfJson), givesNull: false },
  }),
  row('BOOL', 'JSON', 'The boolean; a fault for anything else.', {
    '(JSON) -> BOOL': { js: fn(boolOf), givesNull: false },
  }),
  row('INT64', 'JSON', 'The whole number, also of 1.0; a fault for anything else.', {
    '(JSON) -> INT64': { js: fn(int64OfJson), givesNull: false },
  }),
  row(
    'FLOAT64',
    'JSON',
    'The number; a fault for anything else, and where it would change if wide_number_mode is "exact".',
    {
      '(JSON, optional wide_number_mode => STRING) -> FLOAT64': {
        js: fn(float64OfJson),
        givesNull: false,
        hints: ['', '=exact|round|other'],
      },
    },
  ),
  row('STRING', 'JSON', 'The string; a fault for any other JSON. Of a date or a time its text, as CAST has it.', {
    '(JSON) -> STRING': { js: fn(stringOf), givesNull: false },
    ...dateTimeStrings,
  }),
  row(
    'LAX_BOOL',
    'JSON',
    'The boolean, or what a number or the texts "true" and "false" mean; null for anything else.',
    {
      '(JSON) -> BOOL': { js: fn(laxBool) },
    },
  ),
  row(
    'LAX_INT64',
    'JSON',
    'The nearest whole number to a number, a number in text or a boolean; null for anything else.',
    {
      '(JSON) -> INT64': { js: fn(laxInt64) },
    },
  ),
  row('LAX_FLOAT64', 'JSON', 'The number, or the one that a text holds; null for anything else.', {
    '(JSON) -> FLOAT64': { js: fn(laxFloat64) },
  }),
  row('LAX_STRING', 'JSON', 'The scalar as text; null for anything else.', {
    '(JSON) -> STRING': { js: fn(laxString) },
  }),
];
