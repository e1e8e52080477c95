import { RowFault } from '../row-fault.ts';

/** NUMERIC: 38 digits, 9 of them after the point. BIGNUMERIC: a little over 76, 38 after the point. Both are held as whole numbers of their last place. */
export interface DecimalFormat {
  readonly name: 'NUMERIC' | 'BIGNUMERIC';
  readonly scale: bigint;
  /** One, as it is held. */
  readonly one: bigint;
  readonly max: bigint;
  readonly min: bigint;
}

export const numeric: DecimalFormat = {
  name: 'NUMERIC',
  scale: 9n,
  one: 10n ** 9n,
  max: 10n ** 38n - 1n,
  min: -(10n ** 38n - 1n),
};

export const bignumeric: DecimalFormat = {
  name: 'BIGNUMERIC',
  scale: 38n,
  one: 10n ** 38n,
  max: 2n ** 255n - 1n,
  min: -(2n ** 255n),
};

export function inRange(value: bigint, format: DecimalFormat, what: () => string): bigint {
  if (value <= format.max && value >= format.min) return value;
  throw new RowFault(`${format.name} overflow: ${what()}`);
}

/** Half away from zero. */
export function divideRounded(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  const remainder = a % b;
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  if (twice < (b < 0n ? -b : b)) return quotient;
  return a < 0n === b < 0n ? quotient + 1n : quotient - 1n;
}

/** Digits without zeros that say nothing: `12.3`, `-0.5`, `7`. */
export function decimalText(value: bigint, { scale, one }: DecimalFormat): string {
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % one).toString().padStart(Number(scale), '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${magnitude / one}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The nearest double. */
export function decimalToFloat64(value: bigint, format: DecimalFormat): number {
  const near = Number(value);
  // Both are exact then, and one division rounds once.
  return format === numeric && Number.isSafeInteger(near) ? near / 1e9 : Number(decimalText(value, format));
}

/** Rounded half away from zero to fewer places after the point, 0 at least. */
export function toPlaces(value: bigint, places: number, { scale }: DecimalFormat): bigint {
  const unit = 10n ** (scale - BigInt(places));
  return divideRounded(value, unit) * unit;
}

export const addDecimal =
  (format: DecimalFormat) =>
  (a: bigint, b: bigint): bigint =>
    inRange(a + b, format, () => `${decimalText(a, format)} + ${decimalText(b, format)}`);

export const subtractDecimal =
  (format: DecimalFormat) =>
  (a: bigint, b: bigint): bigint =>
    inRange(a - b, format, () => `${decimalText(a, format)} - ${decimalText(b, format)}`);

export const multiplyDecimal =
  (format: DecimalFormat) =>
  (a: bigint, b: bigint): bigint =>
    inRange(divideRounded(a * b, format.one), format, () => `${decimalText(a, format)} * ${decimalText(b, format)}`);

export const divideDecimal =
  (format: DecimalFormat) =>
  (a: bigint, b: bigint): bigint => {
    if (b === 0n) throw new RowFault(`division by zero: ${decimalText(a, format)} / 0`);
    return inRange(
      divideRounded(a * format.one, b),
      format,
      () => `${decimalText(a, format)} / ${decimalText(b, format)}`,
    );
  };

export const negateDecimal =
  (format: DecimalFormat) =>
  (a: bigint): bigint =>
    inRange(-a, format, () => `-(${decimalText(a, format)})`);

/** The square root, rounded half up in its last place. */
export const squareRootDecimal =
  (format: DecimalFormat) =>
  (value: bigint): bigint => {
    if (value < 0n) throw new RowFault(`SQRT of a negative number: ${decimalText(value, format)}`);
    const square = value * format.one;
    const root = wholeSquareRoot(square);
    // Above root and a half, whose square is root^2 + root + 1/4.
    return square - root * root > root ? root + 1n : root;
  };

/** The greatest whole number whose square is not above, by Newton's method from above. */
function wholeSquareRoot(square: bigint): bigint {
  if (square === 0n) return 0n;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
