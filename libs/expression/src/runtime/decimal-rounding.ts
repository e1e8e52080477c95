import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { type DecimalFormat, decimalText, inRange } from './numeric.ts';

/** How a magnitude, so many units and a remainder below one unit, becomes whole units. */
export type Rounding = (units: bigint, twiceRest: bigint, unit: bigint) => bigint;

export const halfAway: Rounding = (units, twiceRest, unit) => (twiceRest >= unit ? units + 1n : units);
export const halfEven: Rounding = (units, twiceRest, unit) =>
  twiceRest > unit || (twiceRest === unit && units % 2n === 1n) ? units + 1n : units;
export const towardZero: Rounding = (units) => units;

/** To so many places after the point, or before it where they are negative; a fault beyond the type. */
export const toDecimalPlaces =
  (format: DecimalFormat, rounding: Rounding, name: string) =>
  (value: bigint, places: Int64): bigint => {
    if (places >= format.scale) return value;
    // Beyond this every digit is dropped.
    const dropped = Number(format.scale) - Math.max(Number(places), -50);
    const unit = 10n ** BigInt(dropped);
    const magnitude = value < 0n ? -value : value;
    const rounded = rounding(magnitude / unit, (magnitude % unit) * 2n, unit) * unit;
    return inRange(value < 0n ? -rounded : rounded, format, () => `${name}(${decimalText(value, format)}, ${places})`);
  };

/** The whole number at or above. */
export const ceilDecimal =
  (format: DecimalFormat) =>
  (value: bigint): bigint => {
    const rest = value % format.one;
    return inRange(
      rest > 0n ? value - rest + format.one : value - rest,
      format,
      () => `CEIL(${decimalText(value, format)})`,
    );
  };

/** The whole number at or below. */
export const floorDecimal =
  (format: DecimalFormat) =>
  (value: bigint): bigint => {
    const rest = value % format.one;
    return inRange(
      rest < 0n ? value - rest - format.one : value - rest,
      format,
      () => `FLOOR(${decimalText(value, format)})`,
    );
  };

/** The quotient cut toward zero. */
export const divDecimal =
  (format: DecimalFormat) =>
  (a: bigint, b: bigint): bigint => {
    if (b === 0n) throw new RowFault(`division by zero: DIV(${decimalText(a, format)}, 0)`);
    return inRange((a / b) * format.one, format, () => `DIV(${decimalText(a, format)}, ${decimalText(b, format)})`);
  };

/** The remainder of {@link divDecimal}; it has the sign of `a`. */
export const modDecimal =
  (format: DecimalFormat) =>
  (a: bigint, b: bigint): bigint => {
    if (b === 0n) throw new RowFault(`division by zero: MOD(${decimalText(a, format)}, 0)`);
    return a % b;
  };
