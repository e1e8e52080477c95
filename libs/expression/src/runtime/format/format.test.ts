import { expect, test } from 'vitest';
import type { SqlType } from '../../types/sql-type.ts';
import type { SqlValue } from '../../value.ts';
import { formatFault, formatterOf } from './format.ts';

const INT64: SqlType = { kind: 'INT64' };
const FLOAT64: SqlType = { kind: 'FLOAT64' };
const NUMERIC: SqlType = { kind: 'NUMERIC' };
const STRING: SqlType = { kind: 'STRING' };

const cases: readonly (readonly [string, readonly SqlType[], readonly SqlValue[], string | null])[] = [
  ['%d|%5d|%-5d|%05d|%+d', [INT64, INT64, INT64, INT64, INT64], [42, 42, 42, 42, 42], '42|   42|42   |00042|+42'],
  ["%'d %x %#X %o", [INT64, INT64, INT64, INT64], [-1234567, 255, 255, 8], '-1,234,567 ff 0XFF 10'],
  ['%d', [INT64], [-(2n ** 63n)], '-9223372036854775808'],
  [
    '%f %.2f %.0f %e',
    [FLOAT64, FLOAT64, FLOAT64, FLOAT64],
    [1.5, 1.005, 0.5, 12345.678],
    '1.500000 1.00 0 1.234568e+04',
  ],
  ['%.2f', [NUMERIC], [1_005_000_000n], '1.01'],
  ['%g %g %.3g', [FLOAT64, FLOAT64, FLOAT64], [12345.678, 1e-10, 5], '12345.7 1e-10 5'],
  ['%10f|%F', [FLOAT64, FLOAT64], [Number.POSITIVE_INFINITY, Number.NaN], '       inf|NAN'],
  ['%*d|%.*f|%*d', [INT64, INT64, INT64, FLOAT64, INT64, INT64], [5, 42, 2, 1.5, -4, 1], '   42|1.50|1   '],
  ['%10s|%.2s|100%%', [STRING, STRING], ['é😀', 'abc'], '        é😀|ab|100%'],
  ['%t %T %T', [STRING, STRING, STRING], ['a"b', 'a"b', 'a\n'], 'a"b \'a"b\' "a\\n"'],
  ['%t %T', [FLOAT64, FLOAT64], [1, Number.NaN], '1.0 CAST("nan" AS FLOAT64)'],
  ['%T', [{ kind: 'ARRAY', element: STRING }], [['a', null]], '["a", NULL]'],
  ['%T', [{ kind: 'STRUCT', fields: [{ name: 'a', type: INT64 }] }], [{ a: 1 }], 'STRUCT(1)'],
  ['%T %t', [{ kind: 'DATE' }, INT64], [0, null], 'DATE "1970-01-01" NULL'],
  ['%d', [INT64], [null], null],
];

test.each(cases)('%j', (format, types, values, text) => expect(formatterOf(format, types)(values)).toBe(text));

test.each([
  ['%', []],
  ['%q', [INT64]],
  ['%d', []],
  ['%d', [INT64, INT64]],
  ['%d', [FLOAT64]],
  ['%s', [INT64]],
  ['%9999999d', [INT64]],
  ['%*d', [FLOAT64, INT64]],
] as const)('%j is refused for %j', (format, types) => expect(formatFault(format, types)).not.toBeNull());
