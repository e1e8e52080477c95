/**
 * The cubic through the four points around x, at x. Points are in ascending order of x, and x within them: between the second and the third of
 * the four, where there are points enough.
 */
export function interpolated(xs: ArrayLike<number>, yOf: (at: number) => number, x: number): number {
  const last = xs.length - 1;
  if (x === xs[last]) return yOf(last);
  const at = Math.min(Math.max(intervalOf(xs, x) - 1, 0), last - 3);
  return cubic(
    [0, 1, 2, 3].map((i) => [xs[at + i] as number, yOf(at + i)] as const),
    x,
  );
}

/** The last point that is not beyond x. */
function intervalOf(xs: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = xs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((xs[middle] as number) <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Lagrange's form. */
function cubic(points: readonly (readonly [number, number])[], x: number): number {
  let sum = 0;
  points.forEach(([ownX, ownY], own) => {
    let over = 1;
    let under = 1;
    points.forEach(([otherX], other) => {
      if (other === own) return;
      over *= x - otherX;
      under *= ownX - otherX;
    });
    sum += (ownY * over) / under;
  });
  return sum;
}
