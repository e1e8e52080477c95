/**
 * The error of the floating-point addition `sum = a + b`: sum + error is exactly a + b (Knuth, TAOCP 2, 4.2.2, theorem B). Carried
 * beside the sum it makes long sums practically independent of their order and grouping. NaN where the sum is not finite.
 */
export function additionError(a: number, b: number, sum: number): number {
  const second = sum - a;
  return a - (sum - second) + (b - second);
}
