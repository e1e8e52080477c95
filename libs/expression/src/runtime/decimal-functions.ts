import { RowFault } from '../row-fault.ts';
import {
  type BinaryFractions,
  binary94,
  binary254,
  decimalLogarithm,
  exponential,
  naturalLogarithm,
  product,
  quotient,
  ratio,
  shiftedRight,
  wholePower,
} from './binary-fraction.ts';
import { type DecimalFormat, decimalText, divideDecimal, multiplyDecimal } from './numeric.ts';

/** What is computed with, and how near Halley's method comes: the last step is below 2^-lnBits, and 2^-logBits for logarithms that are divided. */
interface Precision {
  readonly of: BinaryFractions;
  readonly lnBits: bigint;
  readonly logBits: bigint;
}

const precise: Readonly<Record<DecimalFormat['name'], Precision>> = {
  NUMERIC: { of: binary94, lnBits: 34n, logBits: 90n },
  BIGNUMERIC: { of: binary254, lnBits: 144n, logBits: 250n },
};

/** A decimal in bits, to the nearest. */
function inBits(value: bigint, { one }: DecimalFormat, { bits }: BinaryFractions): bigint {
  const magnitude = quotient((value < 0n ? -value : value) << bits, one);
  return value < 0n ? -magnitude : magnitude;
}

/** The nearest decimal, half away from zero; a fault beyond the type, and where there is none. */
function fromBits(value: bigint | null, format: DecimalFormat, what: () => string): bigint {
  const magnitude = value === null ? null : shiftedRight((value < 0n ? -value : value) * format.one, bitsOf(format));
  const result = value !== null && value < 0n && magnitude !== null ? -magnitude : magnitude;
  if (result === null || result > format.max || result < format.min)
    throw new RowFault(`${format.name} overflow: ${what()}`);
  return result;
}

const bitsOf = ({ name }: DecimalFormat): bigint => precise[name].of.bits;

const called = (name: string, format: DecimalFormat, ...values: readonly bigint[]): string =>
  `${name}(${values.map((value) => decimalText(value, format)).join(', ')})`;

/** e to the power. */
export const exponentialDecimal = (format: DecimalFormat) => {
  const { of } = precise[format.name];
  return (value: bigint): bigint =>
    fromBits(exponential(inBits(value, format, of), of), format, () => called('EXP', format, value));
};

export const naturalLogarithmDecimal = (name: string) => (format: DecimalFormat) => {
  const { of, lnBits } = precise[format.name];
  return (value: bigint): bigint => {
    const what = () => called(name, format, value);
    if (value <= 0n) throw new RowFault(`${what()}: there is a logarithm of positive numbers only`);
    const unit = 1n << (of.bits - lnBits);
    return fromBits(naturalLogarithm(inBits(value, format, of), unit, of), format, what);
  };
};

export const decimalLogarithmDecimal = (format: DecimalFormat) => {
  const { of, lnBits } = precise[format.name];
  return (value: bigint): bigint => {
    const what = () => called('LOG10', format, value);
    if (value <= 0n) throw new RowFault(`${what()}: there is a logarithm of positive numbers only`);
    const natural = naturalLogarithm(inBits(value, format, of), 1n << (of.bits - lnBits), of);
    return fromBits(decimalLogarithm(natural), format, what);
  };
};

/** The logarithm to a base. */
export const logarithmDecimal = (format: DecimalFormat) => {
  const { of, logBits } = precise[format.name];
  return (value: bigint, base: bigint): bigint => {
    const what = () => called('LOG', format, value, base);
    if (value <= 0n || base <= 0n || base === format.one) {
      throw new RowFault(`${what()}: there is a logarithm of positive numbers only, to a positive base other than 1`);
    }
    const unit = 1n << (of.bits - logBits);
    const [a, b] = [value, base].map((each) => naturalLogarithm(inBits(each, format, of), unit, of));
    if (a === undefined || b === undefined || b === 0n) throw new RowFault(`${what()} is beyond what is computed with`);
    return fromBits(ratio(a, b, of), format, what);
  };
};

/** The first to the power of the second. */
export const powerDecimal = (format: DecimalFormat) => {
  const [multiply, divide] = [multiplyDecimal(format), divideDecimal(format)];
  const { one } = format;
  return (base: bigint, exponent: bigint): bigint => {
    if (exponent === 2n * one) return multiply(base, base);
    if (exponent === 0n) return one;
    if (exponent === one) return base;
    const what = () => called('POW', format, base, exponent);
    if (base === 0n && exponent < 0n) throw new RowFault(`division by zero: ${what()}`);
    if (base === 0n) return 0n;
    if (exponent === -one) return divide(one, base);
    const isFraction = exponent % one !== 0n;
    if (base < 0n && isFraction)
      throw new RowFault(`${what()}: a negative number has no power that is no whole number`);
    const magnitude = base < 0n ? -base : base;
    const isNegative = base < 0n && (exponent / one) % 2n !== 0n;
    const power = powerInBits(magnitude, exponent, format);
    return fromBits(power === null || !isNegative ? power : -power, format, what);
  };
};

/** The power of a positive number, its whole part and its fraction apart; null beyond what is computed with. */
function powerInBits(base: bigint, exponent: bigint, format: DecimalFormat): bigint | null {
  const { of } = precise[format.name];
  const { one } = format;
  // A base below 1 is turned around to a power below 0, and so is its fraction with it.
  const isInverse = exponent <= -one && base <= one;
  const bits = isInverse ? quotient(one << of.bits, base) : inBits(base, format, of);
  const whole = wholePart(bits, isInverse ? -exponent : exponent, format);
  const rest = (isInverse ? -exponent : exponent) % one;
  if (rest === 0n || whole === null) return whole;
  // A power below 1 that vanishes stays nothing, whatever its fraction.
  if (whole === 0n && exponent < 0n && !isInverse) return 0n;
  const logarithm = naturalLogarithm(bits, 1n << 4n, of);
  const scaled = product(logarithm, inBits(rest, format, of), of);
  const fraction = scaled === null ? null : exponential(scaled, of);
  if (fraction === null) return null;
  return exponent > -one && exponent < one ? fraction : product(whole, fraction, of);
}

/** The power of the whole part; below 0 it is 1 over the power, and 0 where that is beyond what is computed with. */
function wholePart(base: bigint, exponent: bigint, format: DecimalFormat): bigint | null {
  const { of } = precise[format.name];
  const whole = exponent / format.one;
  if (whole >= 0n) return wholePower(base, whole, of);
  const power = wholePower(base, -whole, of);
  return power === null ? 0n : quotient(1n << (2n * of.bits), power);
}

/** The cube root, to the nearest in its last place. */
export const cubeRootDecimal =
  ({ one }: DecimalFormat) =>
  (value: bigint): bigint => {
    const cube = (value < 0n ? -value : value) * one * one;
    const root = wholeCubeRoot(cube);
    // Above root and a half, eight times whose cube is (2·root + 1)^3.
    const magnitude = 8n * cube > (2n * root + 1n) ** 3n ? root + 1n : root;
    return value < 0n ? -magnitude : magnitude;
  };

/** The greatest whole number whose cube is not above, by Newton's method from above. */
function wholeCubeRoot(cube: bigint): bigint {
  if (cube === 0n) return 0n;
  let root = 1n << BigInt(Math.ceil(cube.toString(2).length / 3));
  for (;;) {
    const next = (2n * root + cube / (root * root)) / 3n;
    if (next >= root) return root;
    root = next;
  }
}
