/**
 * The rank error of KLL sketches with 99 % confidence: of one rank, or with `all` of all at once (Kolmogorov-Smirnov). The four numbers are
 * those that DataSketches publishes, fitted to its measurements; our sketches are measured against them in `bench/`.
 */
export function rankError(k: number, all: boolean): number {
  return all ? 2.446 / k ** 0.9433 : 2.296 / k ** 0.9723;
}
