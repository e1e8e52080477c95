import { randomOf } from './stream.ts';
import type { AccuracySubject, Summary } from './subject.ts';

/** A thousand trials of each n up to 10^5, fewer above. */
export const trialsOf = (n: number): number => (n <= 100_000 ? 1000 : n <= 1_000_000 ? 100 : 10);

/** One statistic of a sketch over n items. */
export interface AccuracyRow {
  /** In one go, then merged: what was observed, and whether it is beyond what is published by more than chance explains. */
  readonly figures: readonly { readonly observed: number; readonly isBeyond: boolean }[];
}

/** The errors of a sketch over n random items, in one go and merged, beside the published ones. Seeds are the numbers of the trials. */
export function accuracyOf(subject: AccuracySubject, n: number, trials: number): AccuracyRow[] {
  const [whole, merged] = [false, true].map((isMerged) => errorsOf(subject, n, trials, isMerged));
  return subject.statistics.map(({ summary, published }, at) => ({
    figures: [whole, merged].map((errors, run) => {
      const found = errors?.[at] ?? [];
      const observed = summaries[summary](found);
      return { observed, isBeyond: observed > withChance[summary](published(n, run === 1), found.length) };
    }),
  }));
}

function errorsOf(subject: AccuracySubject, n: number, trials: number, isMerged: boolean): number[][] {
  const errors: number[][] = subject.statistics.map(() => []);
  for (let trial = 0; trial < trials; trial++) {
    const found = subject.trial(n, randomOf(trial + 1), isMerged);
    errors.forEach((list, at) => {
      list.push(...(found[at] ?? []));
    });
  }
  return errors;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const summaries: Readonly<Record<Summary, (errors: readonly number[]) => number>> = {
  mean,
  'root mean square': (errors) => Math.sqrt(mean(errors.map((error) => error * error))),
  '99 in 100': (errors) => errors.toSorted((a, b) => a - b)[Math.ceil(0.99 * errors.length) - 1] ?? Number.NaN,
  greatest: (errors) => errors.reduce((greatest, error) => Math.max(greatest, error), 0),
};

/** What so many trials may come to, within three standard deviations, where the truth is what is published. A mean is of shares. */
const withChance: Readonly<Record<Summary, (published: number, count: number) => number>> = {
  mean: (published, count) => published + 3 * Math.sqrt((published * (1 - published)) / count),
  'root mean square': (published, count) => published * (1 + 3 / Math.sqrt(2 * count)),
  '99 in 100': (published) => published,
  greatest: (published) => published,
};
