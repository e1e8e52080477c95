import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functions } from './functions.ts';
import { inspect } from './inspect.ts';
import { toDuckDb } from './to-duckdb.ts';

describe('inspect', () => {
  it.each([
    ['delay', 'delay@0+5', ''],
    ['IF(delay > 15, 1, 0)', 'delay@3+5', 'IF@0+2'],
    [
      'UNIX_MILLIS(TIMESTAMP_ADD(date, INTERVAL delay MINUTE))',
      'date@26+4 delay@41+5',
      'UNIX_MILLIS@0+11 TIMESTAMP_ADD@12+13',
    ],
    ['item.price.amount + `my col`', 'item@0+4 my col@20+8', ''],
    ["'delay' || r'\\d' -- delay\n || \"x\" /* y */ || '''z'''", '', ''],
    ['CAST(a AS INT64) + EXTRACT(DAYOFWEEK FROM b)', 'a@5+1 b@42+1', ''],
    ['DATE_DIFF(a, DATE "2001-01-01", DAY)', 'a@10+1', 'DATE_DIFF@0+9'],
    ["CASE a WHEN 1 THEN b ELSE c END IN ('x', d)", 'a@5+1 b@19+1 c@26+1 d@41+1', ''],
    ['a NOT BETWEEN b AND c AND NOT d IS NOT NULL', 'a@0+1 b@14+1 c@20+1 d@30+1', ''],
    ['date', 'date@0+4', ''],
    ['no_such(a)', 'a@8+1', 'NO_SUCH@0+7?'],
  ])('%s', (text, columns, calls) => {
    const found = inspect(text);
    expect(found.faults).toEqual([]);
    expect(found.columns.map(({ name, offset, length }) => `${name}@${offset}+${length}`).join(' ')).toBe(columns);
    const shown = found.functions.map(
      ({ name, offset, length, known }) => `${name}@${offset}+${length}${known ? '' : '?'}`,
    );
    expect(shown.join(' ')).toBe(calls);
  });

  it.each([
    ['', '@0+0 The expression is empty.'],
    ['  -- nothing', '@0+0 The expression is empty.'],
    ["a = 'x", `@4+2 Found a string that is not closed where its closing ' is expected.`],
    ['/* a', '@0+4 Found a comment that is not closed where its closing */ is expected.'],
    ['(a', '@2+0 Found the end of the text where ")" is expected.'],
    ['ABS(a', '@5+0 Found the end of the text where "," or ")" is expected.'],
    ['a)', '@1+1 Found ")" where an operator or the end of the text is expected.'],
    ['a; b', '@1+1 Found ";": an expression is one value, not a statement.'],
    ['a b', '@2+1 Found "b" where an operator or the end of the text is expected.'],
    ['a + ', '@4+0 Found the end of the text where a value is expected.'],
    ['a == b', '@3+1 Found "=" where a value is expected.'],
    ['a < b < c', '@6+1 Found "<" where AND, OR or the end is expected.'],
    ['SUM(a)', '@0+3 SUM is a function of many rows; a row expression has functions of one row only.'],
    ['ABS(a) OVER (x)', '@7+4 Found "OVER" where an operator or the end (window functions see many rows) is expected.'],
    [
      '(SELECT 1)',
      '@1+6 Found a query: an expression reads the columns of one row; prepare other tables with a staging query.',
    ],
    [
      'a IN (SELECT 1)',
      '@6+6 Found a query: an expression reads the columns of one row; prepare other tables with a staging query.',
    ],
    ['IF(a, 1)', '@0+8 Found IF with 2 arguments where IF(condition, then, else) is expected.'],
    [
      'TIMESTAMP_DIFF(a, b, FORTNIGHT)',
      '@21+9 Found "FORTNIGHT" where one of MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR, DAY is expected.',
    ],
    [
      'CAST(a AS VARCHAR)',
      '@10+7 Found "VARCHAR" where one of BOOL, DATE, FLOAT64, INT64, STRING, TIMESTAMP is expected.',
    ],
    ['99999999999999999999', '@0+20 Found "99999999999999999999" where a whole number of at most 64 bits is expected.'],
    ["'\\q'", '@1+2 Found the escape "\\q" where an escape such as \\n, \\\\ or \\u00e9 is expected.'],
    ['a ? b', '@2+1 Found "?" where an operator or the end of the text is expected.'],
    ['5x', '@0+2 Found "5x" where a number or a name is expected.'],
  ])('refuses %s', (text, expected) => {
    expect(inspect(text).faults.map(({ offset, length, message }) => `@${offset}+${length} ${message}`)).toEqual([
      expected,
    ]);
    expect(() => toDuckDb(text)).toThrow(/cannot be read/);
  });

  it('answers any text, with places inside of it', () => {
    const pieces = [
      'a',
      "'x'",
      '(',
      ')',
      ',',
      '+',
      '-',
      'NOT',
      'IN',
      'CASE',
      'WHEN',
      'END',
      'ABS(',
      'IF(',
      '.',
      '`',
      '"',
      '\\',
      '\n',
      ';',
      '1',
      '/*',
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, (sql) => {
        const { columns, functions: calls, faults } = inspect(sql);
        for (const { offset, length } of [...columns, ...calls, ...faults]) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(sql.length);
        }
        if (faults.length === 0 && calls.every(({ known }) => known)) expect(toDuckDb(sql)).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is nested beyond reason, without exhausting the stack', () => {
    expect(inspect('('.repeat(100_000)).faults[0]?.message).toMatch(/nested at most 200 deep/);
    expect(inspect('- '.repeat(100_000)).faults[0]?.message).toMatch(/nested at most 200 deep/);
    expect(inspect(Array.from({ length: 5_000 }, () => 'a').join(' + ')).faults[0]?.message).toMatch(
      /at most 200 operators/,
    );
  });
});

describe('toDuckDb', () => {
  it.each([
    ['delay', '"delay"'],
    ['TIMESTAMP_ADD(date, INTERVAL delay MINUTE)', 'gs_timestamp_add_minute("date", "delay")'],
    ["r'\\d' || 'it\\'s'", "('\\d' || 'it''s')"],
    ['a + 1 * 2', `gs_add("a", gs_multiply(CAST('1' AS BIGINT), CAST('2' AS BIGINT)))`],
    ['NOT a OR b AND c', '((NOT "a") OR ("b" AND "c"))'],
    ['SAFE_CAST(a AS INT64)', 'gs_safe_cast_int64("a")'],
    ['item.price', `struct_extract("item", 'price')`],
    ['IF(a, 1, NULL)', `(CASE WHEN "a" THEN CAST('1' AS BIGINT) ELSE NULL END)`],
  ])('%s', (text, expected) => expect(toDuckDb(text)).toBe(expected));

  it('refuses a function it does not know', () => {
    expect(() => toDuckDb('epoch_ms(a)')).toThrow('The function EPOCH_MS is not one that expressions can call.');
  });
});

it('names only what is called by upper case', () => {
  expect(Object.keys(functions)).toEqual(
    Object.keys(functions)
      .map((name) => name.toUpperCase())
      .sort(),
  );
});
