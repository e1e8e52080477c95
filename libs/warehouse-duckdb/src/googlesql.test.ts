import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { duckDbMacros, functions, toDuckDb } from '@isochron/expression';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * What GoogleSQL's documentation says each expression is, and what the embedded engine makes of our text for it. Instants are compared
 * as UTC text. `error` marks what GoogleSQL refuses at run time.
 */
const cases = `
7 / 2                                                        3.5
-7 / 2                                                       -3.5
1 / 0                                                        error
null_int / 0                                                 null
1 / null_int                                                 null
small + small                                                60000
small * small                                                900000000
small - -small                                               60000
-small                                                       -30000
2147483647 + 1                                               2147483648
9223372036854775807 + 1                                      error
-9223372036854775808                                         -9223372036854775808
0x1F                                                         31
1 + 2 * 3 - 4                                                3
(1 + 2) * 3                                                  9
2 - 1 - 1                                                    0
0.1 + 0.2                                                    0.30000000000000004
1e3                                                          1000
DIV(7, 2)                                                    3
DIV(-7, 2)                                                   -3
DIV(7, -2)                                                   -3
DIV(1, 0)                                                    error
DIV(null_int, 0)                                             null
MOD(7, 3)                                                    1
MOD(-7, 3)                                                   -1
MOD(7, -3)                                                   1
MOD(1, 0)                                                    error
MOD(null_int, 2)                                             null
SAFE_DIVIDE(1, 0)                                            null
SAFE_DIVIDE(1, 4)                                            0.25
SAFE_DIVIDE(null_int, 4)                                     null
IEEE_DIVIDE(1, 0)                                            Infinity
IEEE_DIVIDE(-1, 0)                                           -Infinity
IEEE_DIVIDE(0, 0)                                            NaN
IEEE_DIVIDE(1, null_int)                                     null
IEEE_DIVIDE(null_int, 0)                                     null
IEEE_DIVIDE(3, 4)                                            0.75
IEEE_DIVIDE(1, CAST('-0' AS FLOAT64))                        -Infinity
ABS(-5)                                                      5
ABS(small - 60000)                                           30000
ABS(-2.5)                                                    2.5
ABS(null_int)                                                null
SIGN(-2.5)                                                   -1
SIGN(0)                                                      0
SIGN(null_int)                                               null
ROUND(2.5)                                                   3
ROUND(-2.5)                                                  -3
ROUND(0.49999999999999994)                                   0
ROUND(null_int)                                              null
TRUNC(-2.7)                                                  -2
FLOOR(-2.5)                                                  -3
CEIL(-2.5)                                                   -2
CEILING(2.1)                                                 3
FLOOR(7)                                                     7
SQRT(16)                                                     4
SQRT(-1)                                                     error
LN(1)                                                        0
LN(0)                                                        error
IF(TRUE, 1, 0)                                               1
IF(null_bool, 1, 0)                                          0
IF(one > 15, 1, 0)                                           0
IFNULL(null_int, 7)                                          7
COALESCE(null_int, null_int, 3)                              3
COALESCE(null_int)                                           null
NULLIF(1, 1)                                                 null
NULLIF(1, 2)                                                 1
NULLIF(1, null_int)                                          1
GREATEST(1, 3, 2)                                            3
GREATEST(1, null_int)                                        null
GREATEST('a', 'b')                                           b
GREATEST(1.5, CAST('nan' AS FLOAT64))                        NaN
LEAST(1, 3, -2)                                              -2
LEAST(null_int, 1)                                           null
LEAST(1.5, CAST('nan' AS FLOAT64))                           NaN
LEAST('nan', 'a')                                            a
CONCAT('a', 'b', 'c')                                        abc
CONCAT('a', null_text)                                       null
'a' || 'b'                                                   ab
UPPER('aé')                                                  AÉ
LOWER('AÉ')                                                  aé
LENGTH('aé😀')                                               3
LENGTH('e\\u0301')                                           2
LENGTH(null_text)                                            null
SUBSTR('apple', 2)                                           pple
SUBSTR('apple', 2, 2)                                        pp
SUBSTR('apple', -2)                                          le
SUBSTR('apple', 0, 2)                                        ap
SUBSTR('apple', -9, 2)                                       ap
SUBSTR('apple', 123)                                         ''
SUBSTR('apple', 2, 0)                                        ''
SUBSTR('apple', 2, -1)                                       error
SUBSTR(null_text, 2)                                         null
TRIM('  a\\t\\n ')                                           a
TRIM('***a**', '*')                                          a
LTRIM(' a ')                                                 'a '
RTRIM(' a ')                                                 ' a'
LTRIM('xya', 'yx')                                           a
RTRIM('axy', 'yx')                                           a
STARTS_WITH('apple', 'ap')                                   true
STARTS_WITH('apple', 'pl')                                   false
STARTS_WITH(null_text, 'a')                                  null
ENDS_WITH('apple', 'le')                                     true
ENDS_WITH('apple', 'ap')                                     false
STRPOS('foo@bar', '@')                                       4
STRPOS('foo', 'x')                                           0
REPLACE('a.b.c', '.', '-')                                   a-b-c
REPLACE('abc', '', '-')                                      abc
REPLACE('abc', null_text, '-')                               null
REGEXP_CONTAINS('foo@bar.com', r'@[a-z]+\\.com')             true
REGEXP_CONTAINS('a\\nb', 'a.b')                              false
REGEXP_CONTAINS('A', 'a')                                    false
REGEXP_CONTAINS(null_text, 'a')                              null
'it''s' = 'x'                                                unreadable
'it\\'s'                                                     it's
"it's"                                                       it's
r'a\\n'                                                      a\\n
'''a'b'''                                                    a'b
'a\\x41\\101\\u00e9'                                         aAAé
'a' LIKE 'a%'                                                true
'a%' LIKE 'a\\\\%'                                           true
'ab' LIKE 'a\\\\%'                                           false
'b' NOT LIKE 'a_'                                            true
1 IN (1, 2)                                                  true
3 NOT IN (1, 2)                                              true
3 IN (1, null_int)                                           null
2 BETWEEN 1 AND 3                                            true
2 NOT BETWEEN 1 AND 3                                        false
null_int IS NULL                                             true
null_bool IS NOT TRUE                                        true
NOT null_bool                                                null
NOT 1 = 2                                                    true
FALSE AND null_bool                                          false
TRUE OR null_bool                                            true
1 <> 2                                                       true
1 != 1                                                       false
CASE one WHEN 1 THEN 'a' ELSE 'b' END                        a
CASE WHEN one = 2 THEN 'a' END                               null
\`one\` + 1                                                  2
pair.left                                                    5
CAST(2.5 AS INT64)                                           3
CAST(-2.5 AS INT64)                                          -3
CAST('12' AS INT64)                                          12
CAST('1.5' AS INT64)                                         error
CAST(TRUE AS INT64)                                          1
CAST(null_text AS INT64)                                     null
SAFE_CAST('x' AS INT64)                                      null
SAFE_CAST('1.5' AS INT64)                                    null
SAFE_CAST('7' AS INT64)                                      7
CAST('1.5' AS FLOAT64)                                       1.5
CAST(2 AS FLOAT64)                                           2
SAFE_CAST('x' AS FLOAT64)                                    null
CAST(12 AS STRING)                                           12
CAST(TRUE AS STRING)                                         true
CAST(DATE '2001-02-03' AS STRING)                            2001-02-03
CAST(1.5 AS STRING)                                          error
CAST(null_text AS STRING)                                    null
SAFE_CAST('2001-02-03 04:05:06' AS TIMESTAMP)                2001-02-03 04:05:06
SAFE_CAST('no' AS BOOL)                                      null
SAFE_CAST(1e30 AS INT64)                                     null
CAST(1e30 AS INT64)                                          error
b'a' = b'b'                                                  false
TIMESTAMP_DIFF(seen, null_seen, DAY)                         null
DATE_DIFF(DATE '2001-01-31', DATE '2001-02-03', DAY)         -3
DATE(null_seen)                                              null
CAST('true' AS BOOL)                                         true
CAST('yes' AS BOOL)                                          error
CAST(2 AS BOOL)                                              true
CAST('2001-02-03' AS DATE)                                   2001-02-03
SAFE_CAST('nope' AS DATE)                                    null
CAST(seen AS DATE)                                             2001-01-31
CAST('2001-02-03 04:05:06' AS TIMESTAMP)                     2001-02-03 04:05:06
CAST('2001-02-03 04:05:06+02:00' AS TIMESTAMP)               2001-02-03 02:05:06
UNIX_MILLIS(TIMESTAMP '1970-01-01 00:00:01')                 1000
UNIX_MILLIS(TIMESTAMP_MICROS(-1))                            -1
UNIX_MILLIS(null_seen)                                         null
UNIX_SECONDS(TIMESTAMP_MILLIS(-1))                           -1
UNIX_SECONDS(TIMESTAMP_MILLIS(1999))                         1
UNIX_MICROS(TIMESTAMP_MICROS(-1))                            -1
UNIX_DATE(DATE '1969-12-31')                                 -1
DATE_FROM_UNIX_DATE(1)                                       1970-01-02
TIMESTAMP_SECONDS(1)                                         1970-01-01 00:00:01
TIMESTAMP_MILLIS(1500)                                       1970-01-01 00:00:01.5
TIMESTAMP_MILLIS(null_int)                                   null
TIMESTAMP('2001-02-03')                                      2001-02-03 00:00:00
TIMESTAMP(DATE '2001-02-03')                                 2001-02-03 00:00:00
TIMESTAMP_ADD(seen, INTERVAL one MINUTE)                       2001-01-31 10:21:30.25
TIMESTAMP_ADD(seen, INTERVAL -one - 1 HOUR)                    2001-01-31 08:20:30.25
TIMESTAMP_ADD(seen, INTERVAL null_int MINUTE)                  null
TIMESTAMP_ADD(seen, INTERVAL 1 DAY)                            2001-02-01 10:20:30.25
TIMESTAMP_SUB(seen, INTERVAL 250 MILLISECOND)                  2001-01-31 10:20:30
TIMESTAMP_DIFF(seen, TIMESTAMP '2001-01-30 10:20:31', DAY)     0
TIMESTAMP_DIFF(TIMESTAMP '2001-01-30 10:20:31', seen, HOUR)    -23
TIMESTAMP_DIFF(seen, TIMESTAMP '2001-01-31', MINUTE)           620
TIMESTAMP_TRUNC(seen, HOUR)                                    2001-01-31 10:00:00
TIMESTAMP_TRUNC(seen, SECOND)                                  2001-01-31 10:20:30
TIMESTAMP_TRUNC(seen, WEEK)                                    2001-01-28 00:00:00
TIMESTAMP_TRUNC(seen, ISOWEEK)                                 2001-01-29 00:00:00
TIMESTAMP_TRUNC(seen, MONTH)                                   2001-01-01 00:00:00
TIMESTAMP_TRUNC(TIMESTAMP_MICROS(-1), DAY)                   1969-12-31 00:00:00
DATE(seen)                                                     2001-01-31
DATE(2001, 2, 3)                                             2001-02-03
DATE(2001, 2, 30)                                            error
DATE_ADD(DATE '2001-01-31', INTERVAL 1 MONTH)                2001-02-28
DATE_ADD(DATE '2001-01-31', INTERVAL one DAY)                2001-02-01
DATE_SUB(DATE '2004-02-29', INTERVAL 1 YEAR)                 2003-02-28
DATE_SUB(DATE '2001-01-31', INTERVAL 2 WEEK)                 2001-01-17
DATE_ADD(DATE '2001-11-30', INTERVAL 1 QUARTER)              2002-02-28
DATE_DIFF(DATE '2001-02-03', DATE '2001-01-31', DAY)         3
DATE_DIFF(DATE '2017-10-15', DATE '2017-10-14', WEEK)        1
DATE_DIFF(DATE '2017-10-15', DATE '2017-10-14', ISOWEEK)     0
DATE_DIFF(DATE '2017-12-31', DATE '2018-01-01', YEAR)        -1
DATE_DIFF(DATE '2001-02-01', DATE '2001-01-31', MONTH)       1
DATE_DIFF(DATE '2001-04-01', DATE '2001-03-31', QUARTER)     1
DATE_TRUNC(DATE '2001-02-03', MONTH)                         2001-02-01
DATE_TRUNC(DATE '2001-02-04', WEEK)                          2001-02-04
DATE_TRUNC(DATE '2001-02-03', WEEK)                          2001-01-28
DATE_TRUNC(DATE '2001-02-04', ISOWEEK)                       2001-01-29
DATE_TRUNC(DATE '2001-05-04', QUARTER)                       2001-04-01
DATE_TRUNC(DATE '2001-05-04', YEAR)                          2001-01-01
EXTRACT(MICROSECOND FROM seen)                                 250000
EXTRACT(MILLISECOND FROM seen)                                 250
EXTRACT(MILLISECOND FROM TIMESTAMP_MILLIS(-1))               999
EXTRACT(SECOND FROM seen)                                      30
EXTRACT(MINUTE FROM seen)                                      20
EXTRACT(HOUR FROM seen)                                        10
EXTRACT(DAY FROM seen)                                         31
EXTRACT(DAYOFWEEK FROM DATE '2001-02-04')                    1
EXTRACT(DAYOFWEEK FROM DATE '2001-02-03')                    7
EXTRACT(DAYOFYEAR FROM DATE '2001-02-03')                    34
EXTRACT(WEEK FROM DATE '2001-01-06')                         0
EXTRACT(WEEK FROM DATE '2001-01-07')                         1
EXTRACT(WEEK FROM DATE '2017-12-31')                         53
EXTRACT(ISOWEEK FROM DATE '2001-01-07')                      1
EXTRACT(ISOYEAR FROM DATE '2018-12-31')                      2019
EXTRACT(MONTH FROM seen)                                       1
EXTRACT(QUARTER FROM DATE '2001-05-04')                      2
EXTRACT(YEAR FROM seen)                                        2001
EXTRACT(DATE FROM seen)                                        2001-01-31
EXTRACT(HOUR FROM null_seen)                                   null
UNIX_MILLIS(TIMESTAMP_ADD(seen, INTERVAL one MINUTE))          980936490250
`;

const table = cases
  .split('\n')
  .filter((line) => line !== '')
  .map((line): readonly [string, string] => {
    const [expression = '', expected = ''] = line.split(/ {2,}(?=\S+(?: \S+)*$|'[^']*'$)(?!.* {2,})/);
    return [expression, /^'.*'$/.test(expected) ? expected.slice(1, -1) : expected];
  });

describe('GoogleSQL on DuckDB', () => {
  let connection: DuckDBConnection;

  beforeAll(async () => {
    const instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(duckDbMacros);
    await connection.run(`CREATE TABLE t AS SELECT CAST(1 AS INTEGER) AS one, CAST(30000 AS SMALLINT) AS small,
      CAST(NULL AS BIGINT) AS null_int, CAST(NULL AS BOOLEAN) AS null_bool, CAST(NULL AS VARCHAR) AS null_text,
      CAST(NULL AS TIMESTAMP) AS null_seen, TIMESTAMP '2001-01-31 10:20:30.25' AS seen, {'left': 5} AS pair`);
  });

  afterAll(() => connection.closeSync());

  async function answerOf(expression: string): Promise<string> {
    let text: string;
    try {
      text = toDuckDb(expression);
    } catch {
      return 'unreadable';
    }
    try {
      const reader = await connection.runAndReadAll(`SELECT ${text} FROM t`);
      const value = reader.getRows()[0]?.[0] ?? null;
      // TIMESTAMP, which is UTC, is printed by the engine without a zone.
      return value === null ? 'null' : String(value);
    } catch (error) {
      return /Binder|Catalog|Parser/.test(String(error)) ? String(error) : 'error';
    }
  }

  it.each(table)('%s', async (expression, expected) => {
    expect(await answerOf(expression)).toBe(expected);
  });

  it('tests every function there is', () => {
    const untested = Object.keys(functions).filter(
      (name) => !table.some(([expression]) => expression.includes(`${name}(`)),
    );
    expect(untested).toEqual([]);
  });
});
