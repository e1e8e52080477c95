/**
 * Numbers with so many bits after the point, held as whole numbers of the last bit, below `2^capacity` in magnitude. GoogleSQL's functions of decimals are
 * computed with these, and round each step as written here; their last digits are these roundings, which a more exact computation would not give.
 * `null` stands for what has no room.
 */
export interface BinaryFractions {
  readonly bits: bigint;
  readonly capacity: bigint;
}

/** What NUMERIC is computed with. */
export const binary94: BinaryFractions = { bits: 94n, capacity: 192n };
/** What BIGNUMERIC is computed with. */
export const binary254: BinaryFractions = { bits: 254n, capacity: 384n };

/** Half a unit goes up; of numbers that are not negative. */
export const shiftedRight = (value: bigint, bits: bigint): bigint =>
  bits === 0n ? value : (value + (1n << (bits - 1n))) >> bits;

/** The same for any divisor. */
export const quotient = (a: bigint, b: bigint): bigint => (a + (b >> 1n)) / b;

const magnitudeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/** The place of the highest bit that is set; of a positive number. */
const highestBit = (value: bigint): bigint => BigInt(value.toString(2).length - 1);

export function product(a: bigint, b: bigint, { bits, capacity }: BinaryFractions): bigint | null {
  const magnitude = shiftedRight(magnitudeOf(a) * magnitudeOf(b), bits);
  if (magnitude >> capacity > 0n) return null;
  return a < 0n === b < 0n ? magnitude : -magnitude;
}

/** `base` to a whole power that is not negative, by squaring. */
export function wholePower(base: bigint, exponent: bigint, of: BinaryFractions): bigint | null {
  let result = 1n << of.bits;
  let square = base;
  for (let left = exponent; ; ) {
    if (left % 2n === 1n) {
      const next = product(result, square, of);
      if (next === null) return null;
      result = next;
    }
    left >>= 1n;
    if (left === 0n) return result;
    const next = product(square, square, of);
    if (next === null) return null;
    square = next;
  }
}

/** `e^x` as `(e^r)^(2^t)` with r below 1/8, by the series of e^r. */
export function exponential(x: bigint, of: BinaryFractions): bigint | null {
  const one = 1n << of.bits;
  if (x === 0n) return one;
  const magnitude = magnitudeOf(x);
  const above = highestBit(magnitude) - (of.bits - 4n);
  const squarings = above > 0n ? above : 0n;
  let power: bigint | null = series(shiftedRight(magnitude, squarings), x < 0n, of);
  for (let count = 0n; count < squarings && power !== null; count++) power = product(power, power, of);
  return power;
}

/** 1 + r + r²/2! + …, or with every other sign turned, until a term is nothing. */
function series(r: bigint, isNegative: boolean, { bits }: BinaryFractions): bigint {
  let term = 1n << bits;
  let sum = term;
  for (let count = 1n; ; count++) {
    term = quotient(shiftedRight(term * r, bits), count);
    if (term === 0n) return sum;
    sum += isNegative && count % 2n === 1n ? -term : term;
  }
}

/** ln(2) and 1/ln(10), times 2^320. */
const LN_2 = 0xb17217f7d1cf79abc9e3b39803f2f6af40f343267298b62d8a0d175b8baafa2be7b876206debac98n;
const INVERSE_LN_10 = 0x6f2dec549b9438ca9aadd557d699ee191f71a30122e4d1011d1f96a27bc7529e3aa1277d0a0179f9n;
const SCALE = 320n;

const ITERATIONS_MAX = 12;

/**
 * The natural logarithm of a positive number: of `r·2^t`, with r from 1 to 2, it is ln(r) + t·ln(2), and ln(r) by Halley's method, until a step
 * is below `unit`.
 */
export function naturalLogarithm(value: bigint, unit: bigint, of: BinaryFractions): bigint {
  const { bits } = of;
  const t = highestBit(value) - bits;
  const r = t < 0n ? value << -t : shiftedRight(value, t);
  const whole = shiftedRight(LN_2 * magnitudeOf(t), SCALE - bits);
  return halley(r, unit, of) + (t < 0n ? -whole : whole);
}

function halley(r: bigint, unit: bigint, of: BinaryFractions): bigint {
  let y = r - (1n << of.bits);
  for (let count = 0; count < ITERATIONS_MAX; count++) {
    const power = exponential(y, of);
    if (power === null) throw new Error('The exponential of a number below 1 has room.');
    if (power === r) break;
    const step = quotient(magnitudeOf(r - power) << (of.bits + 1n), r + power);
    y += r < power ? -step : step;
    if (step < unit) break;
  }
  return y;
}

/** The logarithm to base 10, from the natural one. */
export function decimalLogarithm(natural: bigint): bigint {
  const magnitude = shiftedRight(INVERSE_LN_10 * magnitudeOf(natural), SCALE);
  return natural < 0n ? -magnitude : magnitude;
}

/** The quotient of two, of which the second is not 0. */
export function ratio(a: bigint, b: bigint, { bits, capacity }: BinaryFractions): bigint | null {
  const magnitude = quotient(magnitudeOf(a) << bits, magnitudeOf(b));
  if (magnitude >> (capacity - 1n) > 0n) return null;
  return a < 0n === b < 0n ? magnitude : -magnitude;
}
