import type { Departure } from './departures/index.ts';

/** What became of one case. */
export type Verdict = Passed | Failed;

export interface Passed {
  readonly kind: 'passed';
  /** Why our answer is another than the existing system's, on purpose; none where it is the same. */
  readonly departures: readonly Departure[];
  /** What a file itself has wrong, for which it was refused, and rightly so. */
  readonly faults?: readonly string[];
}

export interface Failed {
  readonly kind: 'failed';
  readonly expected: string;
  readonly actual: string;
}

export const passed = (...departures: readonly Departure[]): Verdict => ({ kind: 'passed', departures });

/** A pass of what was refused for its own faults. */
export const rightlyRefused = (...faults: readonly string[]): Verdict => ({ kind: 'passed', departures: [], faults });

export const failed = (expected: string, actual: string): Verdict => ({ kind: 'failed', expected, actual });

/** The first verdict that failed, else a pass by all the departures. */
export function allOf(verdicts: Iterable<Verdict>): Verdict {
  const departures = new Set<Departure>();
  const faults: string[] = [];
  for (const verdict of verdicts) {
    if (verdict.kind === 'failed') return verdict;
    for (const departure of verdict.departures) departures.add(departure);
    faults.push(...(verdict.faults ?? []));
  }
  return { ...passed(...departures), ...(faults.length > 0 && { faults }) };
}

/** A pass if two texts are the same. `what` is said of them where they are not. */
export function sameText(what: string, expected: string, actual: string): Verdict {
  return expected === actual ? passed() : failed(`${what} ${expected}`, `${what} ${actual}`);
}
