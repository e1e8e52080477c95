import { arrayOf, Json, type SqlType, type SqlValue, scalar, structOf } from '@isochron/expression';
import { expect, test } from 'vitest';
import { literal } from './literal.ts';

const written: readonly (readonly [type: SqlType, value: SqlValue, text: string])[] = [
  [scalar('BOOL'), true, 'TRUE'],
  [scalar('DATE'), null, 'CAST(NULL AS DATE)'],
  [scalar('INT64'), -(2n ** 63n), '(-9223372036854775808)'],
  [scalar('FLOAT64'), 1, '1.0'],
  [scalar('FLOAT64'), -0, '(-0.0)'],
  [scalar('FLOAT64'), 1e21, '1e+21'],
  [scalar('FLOAT64'), Number.NaN, "CAST('nan' AS FLOAT64)"],
  [scalar('NUMERIC'), -1n, "NUMERIC '-0.000000001'"],
  [scalar('BIGNUMERIC'), 15n * 10n ** 37n, "BIGNUMERIC '1.5'"],
  [scalar('STRING'), "it's\n\\é\u0301\u{1f600}\u{e0001}", "'it\\'s\\u000a\\\\é\\u0301\u{1f600}\\U000e0001'"],
  [scalar('BYTES'), Uint8Array.of(0, 39, 97, 255), "b'\\x00\\x27a\\xff'"],
  [scalar('DATE'), -719_162, "DATE '0001-01-01'"],
  [scalar('TIME'), 86_399_999_999, "TIME '23:59:59.999999'"],
  [scalar('DATETIME'), -1, "DATETIME '1969-12-31 23:59:59.999999'"],
  [scalar('TIMESTAMP'), 253_402_300_799_999_999n, "TIMESTAMP '9999-12-31 23:59:59.999999+00'"],
  [scalar('INTERVAL'), { months: -14, days: 3, micros: -1 }, "INTERVAL '-1-2 3 -0:0:0.000001' YEAR TO SECOND"],
  [scalar('JSON'), new Json(new Map([['a', [1n, 1, null]]])), 'JSON \'{"a":[1,1.0,null]}\''],
  [arrayOf(scalar('INT64')), [1, null], 'ARRAY<INT64>[1, NULL]'],
  [structOf([{ name: '', type: scalar('INT64') }]), { _1: 1 }, 'STRUCT<INT64>(1)'],
];

test.each(written)('%j %s is written %s', (type, value, text) => {
  expect(literal(type, value)).toBe(text);
});
