import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';

/**
 * The examples of the Spark SQL 3.5 function reference (spark.apache.org/docs/3.5.0/api/sql), a line each: the call, `=>` and what the
 * reference prints. There is no Spark to ask here. Where its session is in Los Angeles, ours is in UTC: those examples are left out.
 */
const documented = `
SELECT abs(-1) => 1
SELECT 3 div 2 => 1
SELECT add_months('2016-08-31', 1) => 2016-09-30
SELECT aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x) => 6
SELECT aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x, acc -> acc * 10) => 60
SELECT array_contains(array(1, 2, 3), 2) => true
SELECT array_distinct(array(1, 2, 3, null, 3)) => [1,2,3,null]
SELECT array_except(array(1, 2, 3), array(1, 3, 5)) => [2]
SELECT array_intersect(array(1, 2, 3), array(1, 3, 5)) => [1,3]
SELECT array_join(array('hello', 'world'), ' ') => hello world
SELECT array_join(array('hello', null ,'world'), ' ') => hello world
SELECT array_join(array('hello', null ,'world'), ' ', ',') => hello , world
SELECT array_max(array(1, 20, null, 3)) => 20
SELECT array_min(array(1, 20, null, 3)) => 1
SELECT array_position(array(312, 773, 708, 708), 708) => 3
SELECT array_position(array(312, 773, 708, 708), 414) => 0
SELECT array_remove(array(1, 2, 3, null, 3), 3) => [1,2,null]
SELECT array_repeat('123', 2) => ["123","123"]
SELECT array_size(array('b', 'd', 'c', 'a')) => 4
SELECT array_union(array(1, 2, 3), array(1, 3, 5)) => [1,2,3,5]
SELECT arrays_overlap(array(1, 2, 3), array(3, 4, 5)) => true
SELECT ascii('222') => 50
SELECT base64('Spark SQL') => U3BhcmsgU1FM
SELECT bit_count(0) => 0
SELECT bround(2.5, 0) => 2.0
SELECT bround(25, -1) => 20
SELECT btrim('    SparkSQL   ') => SparkSQL
SELECT btrim('SSparkSQLS', 'SL') => parkSQ
SELECT cardinality(array('b', 'd', 'c', 'a')) => 4
SELECT cardinality(map('a', 1, 'b', 2)) => 2
SELECT cast('10' as int) => 10
SELECT cbrt(27.0) => 3.0
SELECT ceil(-0.1) => 0
SELECT ceil(5) => 5
SELECT char_length('Spark SQL ') => 10
SELECT coalesce(NULL, 1, NULL) => 1
SELECT concat('Spark', 'SQL') => SparkSQL
SELECT concat(array(1, 2, 3), array(4, 5), array(6)) => [1,2,3,4,5,6]
SELECT concat_ws(' ', 'Spark', 'SQL') => Spark SQL
SELECT concat_ws('/', 'foo', null, 'bar') => foo/bar
SELECT concat_ws(null, 'Spark', 'SQL') => NULL
SELECT contains('Spark SQL', 'Spark') => true
SELECT contains('Spark SQL', 'SPARK') => false
SELECT cos(0) => 1.0
SELECT date_add('2016-07-30', 1) => 2016-07-31
SELECT date_format('2016-04-08', 'y') => 2016
SELECT date_from_unix_date(1) => 1970-01-02
SELECT date_part('YEAR', TIMESTAMP '2019-08-12 01:00:00.123456') => 2019
SELECT date_part('week', timestamp'2019-08-12 01:00:00.123456') => 33
SELECT date_sub('2016-07-30', 1) => 2016-07-29
SELECT date_trunc('YEAR', '2015-03-05T09:32:05.359') => 2015-01-01 00:00:00
SELECT date_trunc('MM', '2015-03-05T09:32:05.359') => 2015-03-01 00:00:00
SELECT date_trunc('DD', '2015-03-05T09:32:05.359') => 2015-03-05 00:00:00
SELECT date_trunc('HOUR', '2015-03-05T09:32:05.359') => 2015-03-05 09:00:00
SELECT date_trunc('MILLISECOND', '2015-03-05T09:32:05.123456') => 2015-03-05 09:32:05.123
SELECT datediff('2009-07-31', '2009-07-30') => 1
SELECT datediff('2009-07-30', '2009-07-31') => -1
SELECT dayofmonth('2009-07-30') => 30
SELECT dayofweek('2009-07-30') => 5
SELECT dayofyear('2016-04-09') => 100
SELECT degrees(3.141592653589793) => 180.0
SELECT element_at(array(1, 2, 3), 2) => 2
SELECT element_at(map(1, 'a', 2, 'b'), 2) => b
SELECT endswith('Spark SQL', 'SQL') => true
SELECT exists(array(1, 2, 3), x -> x % 2 == 0) => true
SELECT exists(array(1, 2, 3), x -> x % 2 == 10) => false
SELECT exists(array(1, null, 3), x -> x % 2 == 0) => NULL
SELECT exists(array(0, null, 2, 3, null), x -> x IS NULL) => true
SELECT exp(0) => 1.0
SELECT filter(array(1, 2, 3), x -> x % 2 == 1) => [1,3]
SELECT filter(array(0, 2, 3), (x, i) -> x > i) => [2,3]
SELECT filter(array(0, null, 2, 3, null), x -> x IS NOT NULL) => [0,2,3]
SELECT floor(-0.1) => -1
SELECT forall(array(1, 2, 3), x -> x % 2 == 0) => false
SELECT forall(array(2, 4, 8), x -> x % 2 == 0) => true
SELECT forall(array(1, null, 3), x -> x % 2 == 0) => false
SELECT forall(array(2, null, 8), x -> x % 2 == 0) => NULL
SELECT get(array(1, 2, 3), 0) => 1
SELECT get(array(1, 2, 3), 3) => NULL
SELECT get_json_object('{"a":"b"}', '$.a') => b
SELECT greatest(10, 9, 2, 4, 3) => 10
SELECT hex(17) => 11
SELECT hex('Spark SQL') => 537061726B2053514C
SELECT hour('2009-07-30 12:58:59') => 12
SELECT hypot(3, 4) => 5.0
SELECT if(1 < 2, 'a', 'b') => a
SELECT ifnull(NULL, array('2')) => ["2"]
SELECT initcap('sPark sql') => Spark Sql
SELECT instr('SparkSQL', 'SQL') => 6
SELECT isnan(cast('NaN' as double)) => true
SELECT isnotnull(1) => true
SELECT isnull(1) => false
SELECT last_day('2009-01-12') => 2009-01-31
SELECT least(10, 9, 2, 4, 3) => 2
SELECT left('Spark SQL', 3) => Spa
SELECT length('Spark SQL ') => 10
SELECT ln(1) => 0.0
SELECT locate('bar', 'foobarbar') => 4
SELECT locate('bar', 'foobarbar', 5) => 7
SELECT log(10, 100) => 2.0
SELECT log10(10) => 1.0
SELECT log2(2) => 1.0
SELECT lower('SparkSql') => sparksql
SELECT lpad('hi', 5, '??') => ???hi
SELECT lpad('hi', 1, '??') => h
SELECT make_date(2013, 7, 15) => 2013-07-15
SELECT make_date(2019, 7, NULL) => NULL
SELECT map_contains_key(map(1, 'a', 2, 'b'), 3) => false
SELECT map_keys(map(1, 'a', 2, 'b')) => [1,2]
SELECT map_values(map(1, 'a', 2, 'b')) => ["a","b"]
SELECT minute('2009-07-30 12:58:59') => 58
SELECT month('2016-07-30') => 7
SELECT months_between('1997-02-28 10:30:00', '1996-10-30') => 3.94959677
SELECT months_between('1997-02-28 10:30:00', '1996-10-30', false) => 3.9495967741935485
SELECT named_struct('a', 1, 'b', 2, 'c', 3).b => 2
SELECT nanvl(cast('NaN' as double), 123) => 123.0
SELECT negative(1) => -1
SELECT next_day('2015-01-14', 'TU') => 2015-01-20
SELECT nullif(2, 2) => NULL
SELECT nvl2(NULL, 2, 1) => 1
SELECT octet_length('Spark SQL') => 9
SELECT pmod(10, 3) => 1
SELECT pmod(-10, 3) => 2
SELECT position('bar', 'foobarbar') => 4
SELECT pow(2, 3) => 8.0
SELECT quarter('2016-08-31') => 3
SELECT radians(180) => 3.141592653589793
SELECT repeat('123', 2) => 123123
SELECT replace('ABCabc', 'abc', 'DEF') => ABCDEF
SELECT reverse('Spark SQL') => LQS krapS
SELECT reverse(array(2, 1, 4, 3)) => [3,4,1,2]
SELECT right('Spark SQL', 3) => SQL
SELECT round(2.5, 0) => 3.0
SELECT rpad('hi', 5, '??') => hi???
SELECT second('2009-07-30 12:58:59') => 59
SELECT sequence(1, 5) => [1,2,3,4,5]
SELECT sequence(5, 1) => [5,4,3,2,1]
SELECT shiftleft(2, 1) => 4
SELECT shiftright(4, 1) => 2
SELECT sign(40) => 1.0
SELECT size(map('a', 1, 'b', 2)) => 2
SELECT slice(array(1, 2, 3, 4), 2, 2) => [2,3]
SELECT slice(array(1, 2, 3, 4), -2, 2) => [3,4]
SELECT sort_array(array('b', 'd', null, 'c', 'a'), true) => [null,"a","b","c","d"]
SELECT sqrt(4) => 2.0
SELECT startswith('Spark SQL', 'Spark') => true
SELECT str_to_map('a:1,b:2,c:3', ',', ':')['b'] => 2
SELECT substring('Spark SQL', 5) => k SQL
SELECT substring('Spark SQL', -3) => SQL
SELECT substring('Spark SQL', 5, 1) => k
SELECT substring_index('www.apache.org', '.', 2) => www.apache
SELECT timestamp_micros(1230219000123123) => 2008-12-25 15:30:00.123123
SELECT timestamp_millis(1230219000123) => 2008-12-25 15:30:00.123
SELECT timestamp_seconds(1230219000) => 2008-12-25 15:30:00
SELECT to_date('2009-07-30 04:17:52') => 2009-07-30
SELECT to_date('2016-12-31', 'yyyy-MM-dd') => 2016-12-31
SELECT to_timestamp('2016-12-31 00:12:00') => 2016-12-31 00:12:00
SELECT to_timestamp('2016-12-31', 'yyyy-MM-dd') => 2016-12-31 00:00:00
SELECT transform(array(1, 2, 3), x -> x + 1) => [2,3,4]
SELECT transform(array(1, 2, 3), (x, i) -> x + i) => [1,3,5]
SELECT translate('AaBbCc', 'abc', '123') => A1B2C3
SELECT trim('    SparkSQL   ') => SparkSQL
SELECT trunc('2019-08-04', 'week') => 2019-07-29
SELECT trunc('2019-08-04', 'quarter') => 2019-07-01
SELECT trunc('2009-02-12', 'MM') => 2009-02-01
SELECT trunc('2015-10-27', 'YEAR') => 2015-01-01
SELECT unix_date(DATE('1970-01-02')) => 1
SELECT unix_micros(TIMESTAMP('1970-01-01 00:00:01Z')) => 1000000
SELECT unix_millis(TIMESTAMP('1970-01-01 00:00:01Z')) => 1000
SELECT unix_seconds(TIMESTAMP('1970-01-01 00:00:01Z')) => 1
SELECT upper('SparkSql') => SPARKSQL
SELECT weekday('2009-07-30') => 3
SELECT weekofyear('2008-02-20') => 8
SELECT year('2016-07-30') => 2016
SELECT zip_with(array(1, 2), array(3, 4), (x, y) -> x + y) => [4,6]
SELECT zip_with(array('a', 'b', 'c'), array('d', 'e', 'f'), (x, y) -> concat(x, y)) => ["ad","be","cf"]
SELECT 'Spark' LIKE '_park' => true
SELECT 'Spark' ILIKE '_PARK' => true
SELECT md5('Spark') => 8cde774d6f7333752ed72cacddb05126
SELECT sha('Spark') => 85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c
SELECT sha2('Spark', 256) => 529bc3b07127ecb7e53a4dcf1991d9152c24537d919178022b2c42657f79a26b
SELECT regexp_extract('100-200', '(\\\\d+)-(\\\\d+)', 1) => 100
SELECT regexp_extract_all('100-200, 300-400', '(\\\\d+)-(\\\\d+)', 1) => ["100","300"]
SELECT regexp_replace('100-200', '(\\\\d+)', 'num') => num-num
SELECT regexp_like('%SystemDrive%\\\\Users\\\\John', '%SystemDrive%\\\\\\\\Users.*') => true
SELECT regexp_count('Steven Jones and Stephen Smith are the best players', 'Ste(v|ph)en') => 2
SELECT split('oneAtwoBthreeC', '[ABC]') => ["one","two","three",""]
SELECT split('oneAtwoBthreeC', '[ABC]', -1) => ["one","two","three",""]
SELECT split('oneAtwoBthreeC', '[ABC]', 2) => ["one","twoBthreeC"]
SELECT true and NULL => NULL
SELECT 2 <=> 2 => true
SELECT NULL <=> NULL => true
SELECT 1 == '1' => true
SELECT 3 / 2 => 1.5
SELECT 1L * 2 => 2
SELECT 4 | 2 => 6
SELECT 3 ^ 5 => 6
SELECT ~ 0 => -1
`;

/** A value as the reference prints it: scalars as Spark casts them to texts, lists as JSON. */
function printed(text: string): string {
  const value = evaluate(`CAST(${text} AS STRING)`, [], {}, 'spark');
  return value === null ? 'NULL' : String(value);
}

const cases = documented
  .trim()
  .split('\n')
  .map((line) => line.replace('SELECT ', '').split(' => ') as [string, string]);

describe('the reference of Spark', () => {
  it.each(cases)('%s => %s', (call, expected) => {
    if (expected.startsWith('[')) expect(JSON.stringify(evaluate(call, [], {}, 'spark'))).toBe(expected);
    else expect(printed(call)).toBe(expected);
  });
});
