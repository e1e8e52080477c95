import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowFault } from '../row-fault.ts';
import {
  cubeRootDecimal,
  decimalLogarithmDecimal,
  exponentialDecimal,
  logarithmDecimal,
  naturalLogarithmDecimal,
  powerDecimal,
} from './decimal-functions.ts';
import { decimalFromText } from './number-text.ts';
import { bignumeric, type DecimalFormat, decimalText, numeric } from './numeric.ts';

const functions: Readonly<Record<string, (format: DecimalFormat) => (...args: bigint[]) => bigint>> = {
  EXP: exponentialDecimal,
  LN: naturalLogarithmDecimal('LN'),
  LOG10: decimalLogarithmDecimal,
  LOG: logarithmDecimal as (format: DecimalFormat) => (...args: bigint[]) => bigint,
  POW: powerDecimal as (format: DecimalFormat) => (...args: bigint[]) => bigint,
  CBRT: cubeRootDecimal,
};

function evaluated(name: string, format: DecimalFormat, ...args: readonly string[]): string {
  const values = args.map((text) => decimalFromText(text, format));
  return decimalText(functions[name]?.(format)(...values) ?? 0n, format);
}

describe('to the last digit of NUMERIC', () => {
  it.each([
    ['EXP', ['0'], '1'],
    ['EXP', ['1'], '2.718281828'],
    ['EXP', ['-30'], '0'],
    // The nearest would be 114200738981568428366295718.314472684; ZetaSQL has 94 bits after the point, and this.
    ['EXP', ['60'], '114200738981568428366295720.05252955'],
    ['LN', ['2'], '0.693147181'],
    ['LN', ['0.000000001'], '-20.723265837'],
    ['LOG10', ['1000'], '3'],
    ['LOG10', ['2'], '0.301029996'],
    ['LOG', ['8', '2'], '3'],
    ['LOG', ['10', '3'], '2.095903274'],
    ['POW', ['2', '0.5'], '1.414213562'],
    ['POW', ['-2', '-3'], '-0.125'],
    ['POW', ['0.1', '-3'], '1000'],
    ['POW', ['0', '0'], '1'],
    ['POW', ['1.1', '700.5'], '98986496524630636834081235364.658317516'],
    ['POW', ['1.5', '-1000'], '0'],
    ['CBRT', ['-2'], '-1.25992105'],
    ['CBRT', ['27'], '3'],
  ])('%s(%j) is %s', (name, args, answer) => expect(evaluated(name, numeric, ...args)).toBe(answer));
});

describe('to the last digit of BIGNUMERIC', () => {
  it.each([
    ['EXP', ['1'], '2.71828182845904523536028747135266249776'],
    ['LN', ['3'], '1.09861228866810969139524523692252570465'],
    ['LOG10', ['2'], '0.30102999566398119521373889472449302677'],
    ['POW', ['2', '0.5'], '1.41421356237309504880168872420969807857'],
    ['CBRT', ['2'], '1.25992104989487316476721060727822835057'],
  ])('%s(%j) is %s', (name, args, answer) => expect(evaluated(name, bignumeric, ...args)).toBe(answer));
});

it.each([
  ['EXP', ['67'], 'NUMERIC overflow: EXP(67)'],
  ['LN', ['0'], 'LN(0): there is a logarithm of positive numbers only'],
  ['LOG', ['2', '1'], 'LOG(2, 1): there is a logarithm'],
  ['POW', ['0', '-1'], 'division by zero: POW(0, -1)'],
  ['POW', ['-8', '0.5'], 'POW(-8, 0.5): a negative number has no power'],
  ['POW', ['10', '99999999999'], 'NUMERIC overflow: POW(10, 99999999999)'],
])('%s(%j) is a fault', (name, args, fault) => {
  expect(() => evaluated(name, numeric, ...args)).toThrow(RowFault);
  expect(() => evaluated(name, numeric, ...args)).toThrow(fault);
});

it('logarithm and exponential turn each other around', () => {
  const [exponential, logarithm] = [exponentialDecimal(bignumeric), naturalLogarithmDecimal('LN')(bignumeric)];
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 60n), (value) => {
      const apart = exponential(logarithm(value)) - value;
      // The logarithm is off by half a unit of its last place, and the exponential by as much of the value.
      expect((apart < 0n ? -apart : apart) <= value / bignumeric.one + 1n).toBe(true);
    }),
    { numRuns: 50 },
  );
});
