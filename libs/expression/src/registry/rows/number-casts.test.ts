import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';

const written = (number: string, format: string) => evaluate(`CAST(${number} AS STRING FORMAT '${format}')`);

describe('a number written by a FORMAT', () => {
  it.each([
    ['12', '999', '  12'],
    ['12', '000', ' 012'],
    ['-12', 'S9999', '  -12'],
    ['-12', '9999S', '  12-'],
    ['12', '9999MI', '  12 '],
    ['12', '9999PR', '   12 '],
    ['-12', '9999pr', '  <12>'],
    ['1234', '999', ' ###'],
    ['1234.5', '9,9.9', ' #,#.#'],
    ['12345', '999,999', '  12,345'],
    ['12345', '099G999', ' 012,345'],
    ['-12', '$999', ' -$12'],
    ['-12', 'c999', ' -usd12'],
    ['-12', '999L', ' -$12'],
    ['0.23', 'B99.999S', '       '],
    ['1.23', 'B99.999S', ' 1.230+'],
    ['0.5', '9.99', '  .50'],
    ['0', '9.99', '  .00'],
    ['0', '99', '  0'],
    ['299792458', 'S9.999EEEE', '+2.998E+08'],
    ['-123456', '99.9eeee', '-1.2e+05'],
    ['12.5', '999999.000FM', '12.5'],
    ['0', 'FM9.9', '0.'],
    ['23.5', 'S000V00', '+02350'],
    ['2.5', '9', ' 2'],
    ["NUMERIC '2.5'", '9', ' 3'],
    ["BIGNUMERIC '-0.00000000000000000000000000000000000005'", '9D9', ' -.0'],
    ['255', '0xX', ' 0fF'],
    ['255', 'xxX', '  fF'],
    ['-2.5', 'FMXX', '-3'],
    ['9223372036854775807', 'XXX', ' ###'],
    ["CAST('nan' AS FLOAT64)", 'S9999.9', '  NAN  '],
    ["CAST('-inf' AS FLOAT64)", '9,99.9PR', ' <INF  >'],
    ["CAST('inf' AS FLOAT64)", '99.9', ' ##.#'],
    ["CAST('inf' AS FLOAT64)", '9.9EEEE', '     INF'],
  ])('%s by %s is "%s"', (number, format, text) => expect(written(number, format)).toBe(text));

  it.each([
    ['9y', 'has no element at "y"'],
    ['', 'has no digit'],
    ['$9C', 'more than one of $, C and L'],
    ['FM9FM', 'has FM twice'],
    ['S9S', 'is not of the form'],
    [',9', 'is not of the form'],
    ['9,9EEEE', 'is not of the form'],
    ['9X', 'has X together with more than 0'],
    ['$X', 'has X together with more than 0'],
    ['X'.repeat(17), 'more than 16 hexadecimal digits'],
    ['TM9', 'RN or TM, which are not written yet'],
  ])('not by %s', (format, fault) => {
    expect(() => written('1', format)).toThrow(fault);
    expect(evaluate(`SAFE_CAST(1 AS STRING FORMAT '${format}')`)).toBe(null);
  });

  it('has the width of its FORMAT', () => {
    const elements = fc.array(fc.constantFrom('0', '9', ',', '$'), { minLength: 1, maxLength: 12 });
    const format = elements.map((all) => `9${all.filter((each, at) => each !== '$' || at === 0).join('')}.99`);
    fc.assert(
      fc.property(format, fc.bigInt(-(10n ** 11n), 10n ** 11n), (layout, hundredths) => {
        const number = `NUMERIC '${hundredths / 100n}.${`${hundredths < 0n ? -hundredths : hundredths}`.padStart(2, '0').slice(-2)}'`;
        expect(written(number, layout)).toHaveLength(layout.length + 1);
      }),
    );
  });
});

it('writes the FORMAT of a column, and a null as null', () => {
  expect(evaluate("CAST(CAST(NULL AS INT64) AS STRING FORMAT 'no format')")).toBe(null);
  expect(evaluate('CAST(1 AS STRING FORMAT CAST(NULL AS STRING))')).toBe(null);
  expect(() => evaluate("CAST('1' AS INT64 FORMAT '9')")).toThrow('A CAST from STRING to INT64 takes no FORMAT');
});
