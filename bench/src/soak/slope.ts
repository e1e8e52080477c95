/** How much `ys` rises where `xs` rises by one: the line of least squares. NaN of less than two points. */
export function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const rise = xs.reduce((sum, value, at) => sum + (value - x) * ((ys[at] ?? Number.NaN) - y), 0);
  return rise / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}
