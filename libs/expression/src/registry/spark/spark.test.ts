import { type Field, listType, mapType } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { evaluate } from '../../run.fixture.ts';
import { asGoogle } from '../../sql/as-google.ts';
import { bigQueryOf, hasGoogleText, isProven } from '../../sql/print.ts';
import type { SqlValue } from '../../value.ts';

const columns: readonly Field[] = [
  { name: 'ts', type: { kind: 'timestamp' } },
  { name: 'day', type: { kind: 'date' } },
  { name: 'n', type: { kind: 'long' } },
  { name: 'x', type: { kind: 'double' } },
  { name: 's', type: { kind: 'string' } },
  { name: 'list', type: listType({ kind: 'long' }) },
  { name: 'm', type: mapType({ kind: 'string' }, { kind: 'double' }) },
];
const row: Readonly<Record<string, SqlValue>> = {
  ts: 1_600_000_000_123_000,
  day: 18_000,
  n: 7,
  x: 2.5,
  s: 'Abc',
  list: [1, 2, null],
  m: new Map<SqlValue, SqlValue>([['k', 1.5]]),
};
const run = (text: string): SqlValue => evaluate(text, columns, row, 'spark');

// With ANSI off nothing fails: https://spark.apache.org/docs/3.5.0/sql-ref-ansi-compliance.html has both sides of each.
describe('with ANSI off', () => {
  it.each<[string, SqlValue]>([
    ['9223372036854775807 + 1', -9223372036854775808n],
    ['- -9223372036854775808', -9223372036854775808n],
    ['n / 2', 3.5],
    ['n / 0', null],
    ['x / 0', null],
    ['n % 0', null],
    ['-7 % 3', -1],
    ['n DIV 2', 3],
    ['CAST(2147483648 AS INT)', -2147483648],
    ['CAST(2147483648.0D AS INT)', 2147483647],
    ["CAST('2147483648' AS INT)", null],
    ["CAST(' 12.7 ' AS BIGINT)", 12],
    ["CAST('twelve' AS BIGINT)", null],
    ["CAST('1e3' AS DOUBLE)", 1000],
    ["CAST('yes' AS BOOLEAN)", true],
    ["CAST('2020-13-01' AS DATE)", null],
    ["CAST('2020-1-2T03:04' AS DATE)", 18263],
    ["CAST('2020-01-02 03:04:05.6+01:00' AS TIMESTAMP)", 1577930645600000],
    ['CAST(1.5 AS STRING)', '1.5'],
    ['CAST(1e7D AS STRING)', '1.0E7'],
    ['CAST(0.001D AS STRING)', '0.001'],
    ['CAST(ts AS STRING)', '2020-09-13 12:26:40.123'],
    ['CAST(ts AS BIGINT)', 1600000000],
    ['CAST(12.345 AS DECIMAL(4, 2))', 12350000000n],
    ['CAST(123.45 AS DECIMAL(4, 2))', null],
    ["'5' + 3", 8],
    ["n = '7'", true],
    ["n = 'seven'", null],
    ['list[0]', 1],
    ['list[9]', null],
    ["m['k']", 1.5],
    ["m['z']", null],
    ['SIZE(CAST(NULL AS STRING))', 'REFUSED'],
    ['SIZE(NULL)', -1],
  ])('%s', (text, value) => {
    if (value === 'REFUSED') expect(() => run(text)).toThrow('does not take');
    else expect(run(text)).toEqual(value);
  });
});

// https://spark.apache.org/docs/3.5.0/sql-ref-datatypes.html#nan-semantics
describe('NaN', () => {
  it.each<[string, SqlValue]>([
    ["CAST('NaN' AS DOUBLE) = CAST('NaN' AS DOUBLE)", true],
    ["CAST('NaN' AS DOUBLE) > CAST('Infinity' AS DOUBLE)", true],
    ["x < CAST('NaN' AS DOUBLE)", true],
    ["GREATEST(x, CAST('NaN' AS DOUBLE), NULL)", Number.NaN],
    ["CAST('NaN' AS DOUBLE) IN (1.0, CAST('NaN' AS DOUBLE))", true],
    ['LEAST(NULL, x, n)', 2.5],
    ['LOG(-1)', null],
    ['SQRT(-1)', Number.NaN],
  ])('%s', (text, value) => {
    expect(run(text)).toEqual(value);
  });
});

describe('spellings', () => {
  it.each<[string, SqlValue]>([
    ["s == 'Abc' AND n <> 3 AND n != 4 AND !(n = 5)", true],
    ['x::bigint + 1', 3],
    ["'it''s'", 'its'],
    ["'a' 'b'", 'ab'],
    [`"tab\\t" || '\\u00e9' || r'\\n'`, 'tab\té\\n'],
    ['10L + 2S', 12],
    ['1.5D', 1.5],
    ["X'41' = 'A'", true],
    ["IF(n > 5, 'big', 'small')", 'big'],
    ["CASE WHEN n = 7 THEN 'a' ELSE NULL END", 'a'],
    ["CONCAT(s, '_', n, '_', x)", 'Abc_7_2.5'],
    ['UNIX_TIMESTAMP(ts) * 1000', 1600000000000],
    ["UNIX_TIMESTAMP('2020-09-13', 'yyyy-MM-dd')", 1599955200],
    ['UNIX_TIMESTAMP(n)', null],
    ["FROM_UNIXTIME(1600000000, 'yyyy/MM/dd HH')", '2020/09/13 12'],
    ['DATE_FORMAT(ts, "EEE, d MMM yyyy \'at\' h:mm a")', 'Sun, 13 Sep 2020 at 12:26 PM'],
    ["TO_DATE('13Sep2020', 'ddMMMyyyy')", 18518],
    ['ts + INTERVAL 2 HOURS', 1600007200123000],
    ["ts - INTERVAL '1' DAY", 1599913600123000],
    ['day + 1', 18001],
    ["day >= '2019-01-01'", true],
    ["ts BETWEEN '2020-01-01' AND '2020-12-31 12:00:00'", true],
    ['GET_JSON_OBJECT(\'{"a":{"b":[1,"x"]}}\', \'$.a.b[1]\')', 'x'],
    ['GET_JSON_OBJECT(\'{"a":{"b":1.50}}\', \'$.a\')', '{"b":1.50}'],
    ['STRUCT(n, s AS t).t', 'Abc'],
    ["NAMED_STRUCT('a', n)", { a: 7 }],
    ["MAP('a', 1, 'b', n)['b']", 7],
    ['FILTER(list, e -> e IS NOT NULL)', [1, 2]],
    ["s RLIKE '^[A-Z]'", true],
    ["s NOT RLIKE 'z'", true],
    ["s LIKE 'A%' AND NOT s LIKE 'a%'", true],
    ["REGEXP_REPLACE('a1b22', '([0-9]+)', '<$1>')", 'a<1>b<22>'],
    ["REGEXP_EXTRACT('abc', '(x)')", ''],
    ["SPLIT('a,b', ',')[1]", 'b'],
    ["SPLIT('abc', '')", ['a', 'b', 'c']],
    ['n # 1', 'REFUSED'],
  ])('%s', (text, value) => {
    if (value === 'REFUSED') expect(() => run(text)).toThrow();
    else expect(run(text)).toEqual(value);
  });
});

describe('what is refused', () => {
  it.each([
    ['FROM_JSON(s, "a INT")', 'FROM_JSON is refused: its schema is a text of its own'],
    ['CURRENT_TIMESTAMP()', 'not a function of the row'],
    ['HASH(s)', 'MD5 and SHA2 are of what the value is'],
    ['EXPLODE(list)', 'explode in a staging query'],
    ['SUM(n)', 'a function of many rows'],
    ["DATE_FORMAT(ts, 'yyyy-QQ')", 'the letter Q of the format "yyyy-QQ" is not known'],
    ["GET_JSON_OBJECT(s, '$.a[*]')", 'wildcards are not supported'],
    ['CAST(n AS INTERVAL)', 'the name of a type that values are cast to'],
    ['DECIMAL(n, 38, 18)', 'DECIMAL(38, 18) is not kept here'],
    ["s RLIKE '(?=a)'", 'cannot be read'],
    ['SHA2(s, 384)', '256 and 512 are'],
    ['DECIMAL(n, n)', 'the same for all rows'],
    ['DATE_ADD(day, 9223372036854775807)', 'is not of the years 1 to 9999'],
    ['CAST(1600000000123 AS TIMESTAMP)', 'is not of the years 1 to 9999'],
    ['day + INTERVAL 1 HOUR', 'cast it to TIMESTAMP'],
  ])('%s', (text, reason) => {
    expect(() => run(text)).toThrow(reason);
  });
});

it.each(['UNIX_TIMESTAMP(ts) * 1000', "s == 'a' AND day > '2020-01-01'", 'YEAR(day) % 4 = 0'])(
  '%s is pushed down as the GoogleSQL that it is',
  (text) => {
    const { analyzed } = analyze(text, { columns, dialect: 'spark' });
    const google = analyzed === null ? null : asGoogle(analyzed);
    expect(google !== null && isProven(google.typed)).toBe(true);
    expect(google?.text).toBe(text);
  },
);

it.each(['n * 1000', "DATE_FORMAT(ts, 'yyyy')", 'x / NULLIF(x, 0)'])('%s is no GoogleSQL', (text) => {
  const { analyzed } = analyze(text, { columns, dialect: 'spark' });
  expect(analyzed === null ? undefined : asGoogle(analyzed)).toBeNull();
});

it.each(['UNIX_MILLIS(ts)', 'NVL(UNIX_SECONDS(ts), n)', 'IF(n IS NULL, s, NULL)'])(
  '%s is what GoogleSQL has, and as proven',
  (text) => {
    const { analyzed } = analyze(text, { columns, dialect: 'spark' });
    expect(analyzed !== null && isProven(analyzed.typed)).toBe(true);
  },
);

describe('text for BigQuery', () => {
  const analyzed = (text: string) => {
    const { analyzed: found, faults } = analyze(text, { columns, dialect: 'spark' });
    if (found === null) throw new Error(faults.map(({ message }) => message).join(' '));
    return found;
  };

  it.each([
    ["s == 'a' AND day > '2020-01-01'", "((`s` = 'a') AND (`day` > DATE '2020-01-01'))"],
    ['SIZE(list)', 'COALESCE(ARRAY_LENGTH(`list`), -1)'],
    ['list[1]', '`list`[SAFE_OFFSET(1)]'],
    ['NVL(UNIX_TIMESTAMP(ts), 0)', 'IFNULL(UNIX_SECONDS(`ts`), 0)'],
    ['DATE_SUB(day, 7)', 'DATE_SUB(`day`, INTERVAL 7 DAY)'],
    // Where nothing can wrap around, sums and products are GoogleSQL's.
    ['UNIX_TIMESTAMP(ts) * 1000', '(UNIX_SECONDS(`ts`) * 1000)'],
    ['UNIX_TIMESTAMP(day) * 1000 + 86399999', '(((UNIX_DATE(`day`) * 86400) * 1000) + 86399999)'],
    ['DATEDIFF(day, ts) * 24 - HOUR(ts)', '((DATE_DIFF(`day`, DATE(`ts`), DAY) * 24) - EXTRACT(HOUR FROM `ts`))'],
  ])('of %s means the same', (text, expected) => {
    const { typed, columns: read } = analyzed(text);
    expect(hasGoogleText(typed)).toBe(true);
    const written = bigQueryOf(typed, (at) => `\`${read[at]?.name}\``);
    expect(written).toBe(expected);
    expect(evaluate(written, columns, row)).toEqual(run(text));
  });

  it('of a quotient is null by zero, and nothing fails', () => {
    expect(bigQueryOf(analyzed('n / x').typed, (at) => `c${at}`)).toBe(
      'IEEE_DIVIDE(CAST(c0 AS FLOAT64), NULLIF(c1, 0))',
    );
  });

  it.each([
    'n + 1',
    'UNIX_MICROS(ts) * 1000',
    'UNIX_TIMESTAMP(ts) * n',
    'CAST(s AS INT)',
    'x = 1.0',
    "DATE_FORMAT(ts, 'y')",
  ])('of %s there is none', (text) => {
    expect(hasGoogleText(analyzed(text).typed)).toBe(false);
  });
});
