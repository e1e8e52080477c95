/** `digits * 10^exponent`. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** A floating-point number of 64 bits: `significand * 2^exponent`. */
interface Wide {
  readonly significand: bigint;
  readonly exponent: number;
}

/**
 * Digits that read as a double above 0 again: nearly always the fewest there are, but not always, nor always the nearest to it. That is how the digits of
 * JSON come about in ZetaSQL, and what it accepts as exact: Grisu2, by Florian Loitsch, "Printing Floating-Point Numbers Quickly and Accurately with
 * Integers", PLDI 2010.
 */
export function grisu(value: number): Decimal {
  const { low, middle, high } = boundaries(value);
  const power = powerFor(high.exponent);
  const scaled = (wide: Wide): bigint => (wide.significand * power.significand + (1n << 63n)) >> 64n;
  // One unit less on both sides makes up for the rounding of the products.
  const [least, greatest] = [scaled(low) + 1n, scaled(high) - 1n];
  const point = BigInt(-(high.exponent + power.exponent + 64));
  return digitsBetween({ least, wanted: scaled(middle), greatest, point, exponent: -power.decimal });
}

const words = new DataView(new ArrayBuffer(8));

/** A double and the ends of the numbers that round to it, all with one exponent and the highest bit of the last one set. */
function boundaries(value: number): { readonly low: Wide; readonly middle: Wide; readonly high: Wide } {
  words.setFloat64(0, value);
  const bits = words.getBigUint64(0);
  const [biased, fraction] = [Number(bits >> 52n), bits & 0xfffffffffffffn];
  const significand = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = Math.max(1, biased) - 1075;
  // Below a power of two numbers stand half as far apart.
  const isNearer = fraction === 0n && biased > 1;
  const high = (significand << 2n) + 2n;
  const low = (significand << 2n) - (isNearer ? 1n : 2n);
  const shift = 64 - high.toString(2).length;
  const wide = (of: bigint): Wide => ({ significand: of << BigInt(shift), exponent: exponent - 2 - shift });
  return { low: wide(low), middle: wide(significand << 2n), high: wide(high) };
}

interface Power extends Wide {
  readonly decimal: number;
}

const STEP = 8;
const LEAST_POWER = -300;

/** Powers of ten, each eighth, rounded to 64 bits. */
const powers: readonly Power[] = Array.from({ length: 79 }, (_, at) => roundedPower(LEAST_POWER + STEP * at));

function roundedPower(decimal: number): Power {
  const exact = 10n ** BigInt(Math.abs(decimal));
  const length = exact.toString(2).length;
  if (decimal >= 0) {
    const exponent = length - 64;
    const significand = exponent <= 0 ? exact << BigInt(-exponent) : rounded(exact, 1n << BigInt(exponent));
    return { significand, exponent, decimal };
  }
  const exponent = -(63 + length);
  return { significand: rounded(1n << BigInt(-exponent), exact), exponent, decimal };
}

function rounded(value: bigint, by: bigint): bigint {
  return (value * 2n + by) / (by * 2n);
}

/** The power that brings a number of this exponent to where its whole part has at most 32 bits. */
function powerFor(exponent: number): Power {
  const wanted = -61 - exponent;
  const decimal = Math.trunc((wanted * 78_913) / 2 ** 18) + (wanted > 0 ? 1 : 0);
  const power = powers[Math.trunc((-LEAST_POWER + decimal + (STEP - 1)) / STEP)];
  if (power === undefined) throw new Error(`No power of ten is kept for the exponent ${exponent}.`);
  return power;
}

interface Interval {
  readonly least: bigint;
  readonly wanted: bigint;
  readonly greatest: bigint;
  /** How many bits stand behind the point. */
  readonly point: bigint;
  /** Of ten, for the whole part. */
  readonly exponent: number;
}

/** The digits of the greatest number, until what is left out fits the interval; then the last one is brought nearer to what is wanted. */
function digitsBetween({ least, wanted, greatest, point, exponent }: Interval): Decimal {
  const one = 1n << point;
  const whole = (greatest >> point).toString();
  let [rest, room, distance] = [greatest, greatest - least, greatest - wanted];
  let unit = (10n ** BigInt(whole.length - 1)) << point;
  let power = exponent + whole.length - 1;
  let digits = '';
  for (;;) {
    digits += rest / unit;
    rest %= unit;
    if (rest <= room) break;
    power -= 1;
    if (unit > one) unit /= 10n;
    else [rest, room, distance] = [rest * 10n, room * 10n, distance * 10n];
  }
  return { digits: nearer(digits, { rest, room, distance, unit }), exponent: power };
}

interface Remainder {
  readonly rest: bigint;
  readonly room: bigint;
  readonly distance: bigint;
  readonly unit: bigint;
}

function nearer(digits: string, { rest, room, distance, unit }: Remainder): string {
  let [left, last] = [rest, Number(digits.at(-1))];
  while (
    left < distance &&
    room - left >= unit &&
    (left + unit < distance || distance - left > left + unit - distance)
  ) {
    last -= 1;
    left += unit;
  }
  return `${digits.slice(0, -1)}${last}`;
}
