import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';

const text = (expression: string): unknown => evaluate(`CAST(${expression} AS STRING)`);

describe('intervals', () => {
  it.each([
    ["INTERVAL '1-2 3 4:5:6.789' YEAR TO SECOND", '1-2 3 4:5:6.789'],
    ["INTERVAL '-1.5' SECOND", '0-0 0 -0:0:1.500'],
    ['INTERVAL 2 WEEK', '0-0 14 0:0:0'],
    ["CAST('P1Y-2M3DT4H5M6.5S' AS INTERVAL)", '0-10 3 4:5:6.500'],
    ['MAKE_INTERVAL(1, 2, hour => 3)', '1-2 0 3:0:0'],
    ["DATE '2024-03-01' - DATE '2024-02-01'", '0-0 29 0:0:0'],
    ["DATE '2024-01-31' + INTERVAL 1 MONTH", '2024-02-29 00:00:00'],
    ["TIMESTAMP '2024-01-31 00:00:00+00' - INTERVAL 36 HOUR", '2024-01-29 12:00:00+00'],
    ['JUSTIFY_INTERVAL(INTERVAL 3000 HOUR)', '0-4 5 0:0:0'],
    ['INTERVAL 7 DAY / 2', '0-0 3 12:0:0'],
    ["EXTRACT(MINUTE FROM INTERVAL '-4:5:6' HOUR TO SECOND)", '-5'],
  ])('%s is %s', (expression, answer) => expect(text(expression)).toBe(answer));

  it.each([
    ["TIMESTAMP '2024-01-31 00:00:00+00' + INTERVAL 1 MONTH", 'not moved by an INTERVAL with years or months'],
    ['INTERVAL 10001 YEAR', 'more than 10000 years'],
    ["CAST('1-2-3' AS INTERVAL)", 'is no INTERVAL'],
  ])('%s: %s', (expression, fault) => expect(() => evaluate(expression)).toThrow(fault));
});

describe('formats', () => {
  it.each([
    ["FORMAT_DATE('%A %d %b %Y, week %V of %G, Q%Q', DATE '2021-01-03')", 'Sunday 03 Jan 2021, week 53 of 2020, Q1'],
    ["FORMAT_DATE('%H:%M is none of a date', DATE '2021-01-03')", '%H:%M is none of a date'],
    [
      "FORMAT_TIMESTAMP('%F %H:%M:%E3S %Ez %Z', TIMESTAMP '2021-01-03 00:00:00.5+00', 'Asia/Kolkata')",
      '2021-01-03 05:30:00.500 +05:30 UTC+0530',
    ],
    ["FORMAT_TIME('%I:%M %p', TIME '00:05:00')", '12:05 AM'],
    ["FORMAT_DATETIME('%E*S|%-d|%_d|%^a|%5Y', DATETIME '2021-01-03 00:00:01.120000')", '01.12|3| 3|SUN|02021'],
    ["FORMAT_DATE('%-%x|%E%|%5!|%Ob|%#EB', DATE '2021-01-03')", '%x|%|  %5!|Jan|%#EB'],
    ["FORMAT_DATE('%63d', DATE '2021-01-03')", '3'.padStart(63, '0')],
    // C is given room for 16 times the format, and writes nothing where that does not do.
    ["FORMAT_DATE('%64d|%999999999a|%Y', DATE '2021-01-03')", '2021'],
    ["FORMAT_TIME('%-%j %5H %05Y %12E', TIME '04:05:06')", '%001 00004 %05Y %1'],
    ["FORMAT_TIMESTAMP('%%%Q %-%Q %^z %z', TIMESTAMP '2021-01-03 00:00:00+00', '+05:30')", '%1 %-1 +0000 +0530'],
    ["PARSE_DATE('%d %b %Y', '29 feb 2024')", '2024-02-29'],
    ["PARSE_DATE('%G-%V-%u', '2020-53-7')", '2021-01-03'],
    ["PARSE_DATE('%Y %U %a', '2024 8 Thu')", '2024-02-29'],
    ["PARSE_DATE('%j %Y', '366 2024')", '2024-12-31'],
    ["PARSE_TIME('%I:%M %p', '12:05 am')", '00:05:00'],
    ["PARSE_TIMESTAMP('%F %T %Z', '2024-03-10 02:30:00 America/New_York')", '2024-03-10 07:30:00+00'],
    ["PARSE_TIMESTAMP('%F %T%Ez', '2024-03-10 02:30:00+05:30')", '2024-03-09 21:00:00+00'],
    ["PARSE_DATETIME('%c', 'Thu Feb 29 01:02:60 2024')", '2024-02-29 01:03:00'],
    ["DATE_BUCKET(DATE '2024-02-29', INTERVAL 7 DAY)", '2024-02-25'],
    ["GENERATE_DATE_ARRAY(DATE '2024-01-31', DATE '2024-04-01', INTERVAL 1 MONTH)[OFFSET(2)]", '2024-03-29'],
  ])('%s is %s', (expression, answer) => expect(text(expression)).toBe(answer));

  it.each([
    ["PARSE_DATE('%Y-%m-%d', '2023-02-29')", 'is not of the format'],
    ["PARSE_DATE('%H', '12')", 'is none of a DATE'],
    ["GENERATE_DATE_ARRAY(DATE '0001-01-01', DATE '9999-12-31')", 'at most 16000 elements'],
  ])('%s: %s', (expression, fault) => expect(() => evaluate(expression)).toThrow(fault));
});
