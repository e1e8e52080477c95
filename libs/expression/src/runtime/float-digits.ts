/** A finite number as `significand * 2^exponent`, exactly; the significand is not negative. */
export interface BinaryParts {
  readonly isNegative: boolean;
  readonly significand: bigint;
  readonly exponent: number;
}

const view = new DataView(new ArrayBuffer(8));

export function binaryParts(value: number): BinaryParts {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0
    ? { isNegative: bits >> 63n === 1n, significand: fraction, exponent: -1074 }
    : { isNegative: bits >> 63n === 1n, significand: fraction | 0x10000000000000n, exponent: exponent - 1075 };
}

/** A magnitude as the digits of a whole number, `places` of which stand after the point: 12.5 is 125 with 1 place. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** All decimal digits of a finite number's magnitude. There are up to 1,074 places. */
export function exactDecimal(value: number): Decimal {
  const { significand, exponent } = binaryParts(value);
  return exponent >= 0
    ? { digits: significand << BigInt(exponent), places: 0 }
    : { digits: significand * 5n ** BigInt(-exponent), places: -exponent };
}

/** Rounded to so many places after the point; what lies in the middle goes to the even digit, as C's printf has it. */
export function roundedToPlaces({ digits, places }: Decimal, wanted: number): bigint {
  if (wanted >= places) return digits * 10n ** BigInt(wanted - places);
  const unit = 10n ** BigInt(places - wanted);
  const quotient = digits / unit;
  const twice = (digits % unit) * 2n;
  const isUp = twice > unit || (twice === unit && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}

/** So many significant digits, and the power of ten of the first: `12.5` to 2 is `12` (or `13`) and 1. Zero is all zeros. */
export interface Scientific {
  readonly digits: string;
  readonly exponent: number;
}

export function scientific(decimal: Decimal, precision: number): Scientific {
  if (decimal.digits === 0n) return { digits: '0'.repeat(precision), exponent: 0 };
  const exponent = decimal.digits.toString().length - 1 - decimal.places;
  const digits = roundedToPlaces(decimal, precision - 1 - exponent).toString();
  // 9.99 may have become 10.0, a digit more.
  return digits.length > precision
    ? { digits: digits.slice(0, precision), exponent: exponent + 1 }
    : { digits, exponent };
}
