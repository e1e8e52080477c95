/** Beyond it a number of hundredths may have more digits than a double tells apart. */
const HUNDREDTHS_MAX = 1e15;

/** What follows the whole part, for each number of hundredths; nothing where there are none. */
const FRACTIONS = Array.from({ length: 100 }, (_, hundredths) => `${hundredths / 100}`.slice(1));

/**
 * A finite double as JSON has it, which is as `String` has it. Most numbers of features are whole or have two digits at most, as amounts of money and counts do; their texts are put
 * together from integers, which costs less than to look for the shortest text of any double. Up to fifteen digits no two texts are of one double, so it is the same text.
 */
export function doubleText(value: number): string {
  const hundredths = Math.round(value * 100);
  if (hundredths / 100 !== value || hundredths < 0 || hundredths >= HUNDREDTHS_MAX) return `${value}`;
  const whole = Math.floor(hundredths / 100);
  return `${whole}${FRACTIONS[hundredths - 100 * whole]}`;
}
