/** Doubles hold these exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => 10 ** power);
const WHOLE_MAX = 2 ** 53;

/**
 * Rounds a positive number to places after the point in doubles alone, where that is certain to be what 64-bit significands give; undefined where the
 * digit to drop, or the nearest double of what is left, is too close to call. `whole` is Math.trunc, or half away from zero.
 */
export function roundQuickly(
  magnitude: number,
  places: number,
  whole: (x: number) => number,
  isCut: boolean,
): number | undefined {
  const power = POWERS[places];
  if (power === undefined) return undefined;
  const scaled = magnitude * power;
  if (scaled >= WHOLE_MAX) return undefined;
  const units = whole(scaled);
  // A double and 64 bits differ by less than this, so that both are on one side of where the digit changes.
  const distance = isCut ? Math.abs(scaled - Math.round(scaled)) : Math.abs(Math.abs(scaled - units) - 0.5);
  if (distance <= scaled * 2 ** -51) return undefined;
  const near = units / power;
  const rest = (units - near * power - lowProduct(near, power)) / power;
  // Each power of ten is off by 2^-64 for each step to it, and the product by one more.
  const slack = near * (places + 2) * 2 ** -64;
  return near + (rest + slack) === near && near + (rest - slack) === near ? near : undefined;
}

/** What `a * b` loses when it is rounded, by Dekker. */
function lowProduct(a: number, b: number): number {
  const [aHigh, bHigh] = [highPart(a), highPart(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aLow * bLow - (a * b - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The upper half of the digits, by Veltkamp. */
function highPart(a: number): number {
  const wide = 134_217_729 * a;
  return wide - (wide - a);
}
