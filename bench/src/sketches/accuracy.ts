import { randomOf } from './stream.ts';
import type { AccuracySubject, Summary } from './subject.ts';

/** A thousand trials of each n up to 10^5, fewer above. */
export const trialsOf = (n: number): number => (n <= 100_000 ? 1000 : n <= 1_000_000 ? 100 : 10);

/** One statistic of a sketch over n items. */
export interface AccuracyRow {
  /** In one go, then merged: what was observed, and what is published. */
  readonly figures: readonly { readonly observed: number; readonly published: number }[];
}

/** The errors of a sketch over n random items, in one go and merged, beside the published ones. Seeds are the numbers of the trials. */
export function accuracyOf(subject: AccuracySubject, n: number, trials: number): AccuracyRow[] {
  const [whole, merged] = [false, true].map((isMerged) => errorsOf(subject, n, trials, isMerged));
  return subject.statistics.map(({ summary, published }, at) => ({
    figures: [whole, merged].map((errors, run) => ({
      observed: summaries[summary](errors?.[at] ?? []),
      published: published(n, run === 1),
    })),
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
