import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { divide, type Extended, extendedOf, multiply, numberOf } from './extended.ts';
import { roundQuickly } from './round-quickly.ts';

/** Half away from zero; the sign of zero stays. */
export function roundFloat64(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

const PLACES_MAX = 323;
const POWER_MAX = 308;

/** Powers of ten as ZetaSQL makes them: by multiplying and dividing by ten, each step rounded to 64 bits. */
const powers = new Map<number, Extended>();
{
  const ten = extendedOf(10);
  let [up, down] = [extendedOf(1), extendedOf(1)];
  powers.set(0, up);
  for (let power = 1; power <= PLACES_MAX; power++) {
    [up, down] = [multiply(up, ten), divide(down, ten)];
    powers.set(power, up);
    powers.set(-power, down);
  }
}

/**
 * To so many places after the point, or before it where they are negative, in the arithmetic of 64-bit significands that ZetaSQL has: the
 * number is divided by a power of ten, made whole, and multiplied again. A fault where that overflows.
 */
const exactly =
  (whole: (magnitude: bigint, drop: bigint) => bigint, mayOverflow: boolean) =>
  (value: number, places: number): number => {
    const power = powers.get(-places);
    if (power === undefined) throw new Error(`There is no power of ten for ${places} places.`);
    const { significand, exponent } = divide(extendedOf(Math.abs(value)), power);
    const kept = exponent >= 0 ? significand : whole(significand, BigInt(-exponent));
    const rounded = multiply({ significand: kept, exponent: Math.max(exponent, 0) }, power);
    const near = numberOf(rounded);
    // ZetaSQL compares before it rounds to 53 bits: a little beyond the greatest is beyond.
    if (mayOverflow && near >= Number.MAX_VALUE && isAbove(rounded, GREATEST))
      throw new RowFault(`FLOAT64 overflow: ROUND(${value}, ${places})`);
    return value < 0 ? -near : near;
  };

const GREATEST = BigInt(Number.MAX_VALUE);
const isAbove = ({ significand, exponent }: Extended, whole: bigint): boolean =>
  significand << BigInt(exponent) > whole;

export const roundExactly = exactly((magnitude, drop) => {
  const half = 1n << (drop - 1n);
  return (magnitude + half) >> drop;
}, true);

const truncExactly = exactly((magnitude, drop) => magnitude >> drop, false);

/** Places beyond what a number has change nothing, or leave nothing. */
const toPlaces =
  (round: (value: number, places: number) => number, whole: (x: number) => number, isCut: boolean) =>
  (value: number, places: Int64): number => {
    if (places < -POWER_MAX) return 0;
    if (places > PLACES_MAX || value === 0 || !Number.isFinite(value)) return value;
    const quick = roundQuickly(Math.abs(value), Number(places), whole, isCut);
    if (quick !== undefined) return value < 0 ? -quick : quick;
    return round(value, Number(places));
  };

export const roundFloat64To = toPlaces(roundExactly, roundFloat64, false);
export const truncFloat64To = toPlaces(truncExactly, Math.trunc, true);
