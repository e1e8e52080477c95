import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';

const text = (expression: string): unknown => evaluate(`CAST(${expression} AS STRING)`);

describe('dates and times, by answers a person can check', () => {
  it.each([
    ["DATE_ADD(DATE '2024-01-31', INTERVAL 1 MONTH)", '2024-02-29'],
    // A literal is of the type that a function takes first.
    ["DATE('2020-02-29 23:00:00-08')", '2020-03-01'],
    ["TIME('2020-02-29 23:00:00-08')", '07:00:00'],
    ["TIMESTAMP_ADD('2020-02-29', INTERVAL 1 DAY)", '2020-03-01 00:00:00+00'],
    ["DATE_ADD('2020-02-29', INTERVAL 1 DAY)", '2020-03-01'],
    ["STRING('2020-02-29')", '2020-02-29'],
    ["DATE_SUB(DATE '2024-02-29', INTERVAL 1 YEAR)", '2023-02-28'],
    ["DATE_TRUNC(DATE '2024-02-29', WEEK)", '2024-02-25'],
    ["DATE_TRUNC(DATE '2024-02-29', WEEK(MONDAY))", '2024-02-26'],
    ["DATE_TRUNC(DATE '2021-01-03', ISOYEAR)", '2019-12-30'],
    ["DATE_DIFF(DATE '2024-03-03', DATE '2024-03-02', WEEK)", '1'],
    ["DATE_DIFF('2020-01-01', NULL, HOUR)", null],
    ["DATE_DIFF('2020-01-01', CAST(NULL AS DATE), MICROSECOND)", null],
    ["TIMESTAMP_DIFF(TIMESTAMP '1969-12-31 23:59:58.5+00', TIMESTAMP '1970-01-01 00:00:00+00', SECOND)", '-1'],
    ["DATETIME_DIFF(DATETIME '1969-12-31 23:59:58.5', DATETIME '1970-01-01 00:00:00', SECOND)", '-2'],
    ["TIMESTAMP_TRUNC(TIMESTAMP '2024-06-01 03:10:00+00', DAY, 'America/New_York')", '2024-05-31 04:00:00+00'],
    ["TIMESTAMP_ADD(TIMESTAMP '2024-06-01 03:10:00+00', INTERVAL 90 MINUTE)", '2024-06-01 04:40:00+00'],
    ["UNIX_MILLIS(TIMESTAMP '1969-12-31 23:59:59.999999+00')", '-1'],
    ['TIMESTAMP_MILLIS(-1)', '1969-12-31 23:59:59.999+00'],
    ["EXTRACT(HOUR FROM TIMESTAMP '2024-06-01 03:10:00+00' AT TIME ZONE 'Asia/Kolkata')", '8'],
    ["EXTRACT(DATE FROM TIMESTAMP '2024-06-01 03:10:00+00' AT TIME ZONE '-08:00')", '2024-05-31'],
    ["EXTRACT(ISOWEEK FROM DATE '2021-01-03')", '53'],
    ["EXTRACT(WEEK FROM DATE '2021-01-02')", '0'],
    ["TIMESTAMP('2024-06-01')", '2024-06-01 00:00:00+00'],
    ["TIMESTAMP('2024-06-01 12:00:00', 'Europe/Paris')", '2024-06-01 10:00:00+00'],
    ["TIMESTAMP '2024-06-01T12:00:60Z'", '2024-06-01 12:01:00+00'],
    ["DATETIME_DIFF(DATE '2024-01-01', '2024-01-02', HOUR)", '-24'],
    ["TIMESTAMP_DIFF(DATE '2024-01-02', DATE '2024-01-01', MINUTE)", '1440'],
    ["LAST_DAY(DATE '2024-02-10')", '2024-02-29'],
    ["LAST_DAY(DATE '2021-01-03', ISOYEAR)", '2021-01-03'],
    ["TIME_ADD(TIME '23:30:00', INTERVAL 1 HOUR)", '00:30:00'],
    ['DATETIME(2024, 2, 29, 23, 59, 60)', '2024-03-01 00:00:00'],
  ])('%s is %s', (expression, answer) => {
    expect(text(expression)).toBe(answer);
  });

  it.each([
    ["DATE_DIFF(DATETIME '2024-01-01', '2024-01-02', DAY)", 'DATE_DIFF does not take (DATETIME, STRING, STRING)'],
    ["DATE_DIFF(DATE '2024-01-01', DATETIME '2024-01-02', HOUR)", 'the part HOUR is none of DAY'],
    ["DATE_DIFF('2024-01-01', DATE '2024-01-02', HOUR)", 'the part HOUR is none of DAY'],
    ["TIMESTAMP_DIFF('2024-01-01', NULL, MONTH)", 'the part MONTH is none of '],
    ['TIME_ADD(NULL, INTERVAL 1 DAY)', 'the part DAY is none of MICROSECOND'],
    ['DATE_ADD(NULL, INTERVAL 1 DAYOFWEEK)', 'the part DAYOFWEEK is none of'],
    ['DATE_ADD(CAST(NULL AS DATE), INTERVAL 1 HOUR)', 'the part HOUR is none of DAY'],
    ["DATE_ADD(DATE '9999-12-31', INTERVAL 1 DAY)", 'out of range'],
    ["DATE_TRUNC(DATE '0001-01-01', WEEK)", 'out of range'],
    ["TIMESTAMP_ADD(TIMESTAMP '9999-12-31 23:59:59.999999+00', INTERVAL 1 MICROSECOND)", 'out of range'],
    ["TIMESTAMP(DATE '0001-01-01', '+01')", 'out of range'],
    ['DATE(2023, 2, 29)', 'is no day'],
    ["TIMESTAMP('2024-06-01 12:00:00 Mars/Phobos')", 'no time zone "Mars/Phobos"'],
    ["TIMESTAMP('2024-06-01 12:00:00Z', 'UTC')", 'names a time zone'],
    ["DATE_ADD(DATE '2024-01-31', INTERVAL 1 HOUR)", 'the part HOUR is none of DAY'],
    ["DATE '2024-02-30'", '"2024-02-30" is no date'],
  ])('%s: %s', (expression, fault) => {
    expect(() => evaluate(expression)).toThrow(fault);
  });
});
