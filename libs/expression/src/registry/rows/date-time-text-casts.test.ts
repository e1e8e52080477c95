import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';

const MOMENT = "TIMESTAMP '2024-02-09 15:04:05.678901+00'";

describe('written by a FORMAT', () => {
  it.each([
    [`CAST(${MOMENT} AS STRING FORMAT 'YYYY-MM-DD"T"HH24:MI:SS.FF3TZH:TZM')`, '2024-02-09T15:04:05.678+00:00'],
    [`CAST(${MOMENT} AS STRING FORMAT 'HH:MI a.m. TZH:TZM' AT TIME ZONE '-00:30')`, '02:34 p.m. -00:30'],
    [`CAST(${MOMENT} AS STRING FORMAT 'SSSSS FF9 FF1')`, '54245 678901000 6'],
    [`CAST(${MOMENT} AS STRING FORMAT 'HH24' AT TIME ZONE 'America/New_York')`, '10'],
    [
      "CAST(DATE '2024-02-09' AS STRING FORMAT 'Day, dd Month YYYY; MON Dy dy')",
      'Friday, 09 February 2024; FEB Fri fri',
    ],
    ["CAST(DATE '2024-02-09' AS STRING FORMAT 'YYY YY Y RRRR RR D DDD')", '024 24 4 2024 24 6 040'],
    [String.raw`CAST(DATE '0007-02-09' AS STRING FORMAT 'YYYY"a \\"quote\\""')`, '0007a "quote"'],
    ["CAST(TIME '00:59:00' AS STRING FORMAT 'HH12:MI:SS Am')", '12:59:00 AM'],
    ["CAST(DATETIME '2024-02-09 12:00:00' AS STRING FORMAT 'pmDDMM')", 'pm0902'],
    ["SAFE_CAST(DATE '2024-02-09' AS STRING FORMAT 'HH24')", null],
  ])('%s is %s', (expression, answer) => expect(evaluate(expression)).toBe(answer));
});

const readAs = (type: string, text: string, format: string): string =>
  `CAST(CAST('${text}' AS ${type} FORMAT '${format}') AS STRING)`;

describe('read by a FORMAT', () => {
  it.each([
    ['DATE', '9-feb-24', 'DD-MON-RR', '2024-02-09'],
    ['DATE', ' FEBRUARY 9, 1950 ', 'MONTH DD, YYYY', '1950-02-09'],
    ['DATE', '09.02.50', 'DD.MM.RR', '1950-02-09'],
    ['DATE', '20240209', 'YYYYMMDD', '2024-02-09'],
    ['DATE', '2,024/2', 'Y,YYY/MM', '2024-02-01'],
    ['DATETIME', '2024-2-9 3:4 p.m.', 'YYYY-MM-DD HH12:MI A.M.', '2024-02-09 15:04:00'],
    ['TIME', '54245.1234567', 'SSSSS.FF7', '15:04:05.123456'],
    ['TIMESTAMP', '20240209T1504-0130', 'YYYYMMDD"T"HH24MITZHTZM', '2024-02-09 16:34:00+00'],
  ])('a %s, %s as %s', (type, text, format, answer) => expect(evaluate(readAs(type, text, format))).toBe(answer));

  it('by the clock of a time zone', () => {
    const text = "CAST('2024-07-01 12' AS TIMESTAMP FORMAT 'YYYY-MM-DD HH24' AT TIME ZONE 'Europe/Paris')";
    expect(evaluate(`CAST(${text} AS STRING)`)).toBe('2024-07-01 10:00:00+00');
  });

  it.each([
    ['DATE', '2024-02-30', 'YYYY-MM-DD', '"2024-02-30" is no YYYY-MM-DD'],
    ['DATE', '2024', 'YYYY', 'leaves the year or the month to the day on which it is read'],
    ['DATE', '2024-02 5', 'YYYY-MM HH24', 'a DATE has no hour'],
    ['DATE', '2024-02 Friday', 'YYYY-MM DAY', 'can be written only'],
    ['DATETIME', '2024-02 5', 'YYYY-MM HH12', 'no A.M. to go with it'],
    ['DATETIME', '2024-02 5', 'YYYY-MM SSSSS SS', 'more of the same time'],
    ['TIMESTAMP', '2024-02', 'YYYY-MM-RR', 'more than one year'],
    ['TIMESTAMP', '2024-02+15', 'YYYY-MMTZH', 'is no YYYY-MMTZH'],
    ['TIME', '5', 'XX', 'has no element at "XX"'],
  ])('not a %s: %s as %s', (type, text, format, fault) =>
    expect(() => evaluate(readAs(type, text, format))).toThrow(fault),
  );

  it('reads what it wrote', () => {
    const format = fc.constantFrom(
      'YYYY-MM-DD HH24:MI:SS.FF6',
      'FF6 SSSSS DD Month YYYY',
      'HH12MISSFF6p.m.DDMonYYYY',
      'MM/DD/RRRR"x1x"HH:MI:SS;FF6 A.M.',
    );
    const micros = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_000 }).map((millis) => millis * 1000);
    fc.assert(
      fc.property(format, micros.filter(Number.isSafeInteger), (layout, at) => {
        const text = `CAST(TIMESTAMP_MICROS(${at}) AS STRING FORMAT '${layout}')`;
        expect(evaluate(`UNIX_MICROS(CAST(${text} AS TIMESTAMP FORMAT '${layout}'))`)).toBe(at);
      }),
    );
  });
});

it('refuses a FORMAT or a time zone where there is none to take', () => {
  expect(() => evaluate("CAST('a' AS STRING FORMAT 'YYYY')")).toThrow('takes no FORMAT');
  expect(() => evaluate("CAST(DATE '2024-01-01' AS STRING FORMAT 'YYYY' AT TIME ZONE 'UTC')")).toThrow(
    'takes no AT TIME ZONE',
  );
});
