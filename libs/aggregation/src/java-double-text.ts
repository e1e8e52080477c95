/**
 * A double as Java writes it since 19, and mostly before: `2.0`, `0.001`, `1.0E7`, `4.9E-324`, `-0.0`, `Infinity`. The fewest digits that tell it
 * from its neighbours, but at least two; plain from a thousandth to below ten million, else with an exponent.
 */
export function javaDoubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0.0' : String(value);
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  if (size >= 1e-3 && size < 1e7) {
    const text = String(size);
    return sign + (text.includes('.') ? text : `${text}.0`);
  }
  const [digits = '', exponent = ''] = shortestOf(size).split('e');
  return `${sign}${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

/** Of a number that one digit would tell, the two digits that are nearest. */
function shortestOf(size: number): string {
  const shortest = size.toExponential();
  return shortest.includes('.') ? shortest : size.toExponential(1);
}
