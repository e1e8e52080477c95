/** What became of one case. */
export type Verdict = Passed | Failed;

export interface Passed {
  readonly kind: 'passed';
  /** The rules by which our answer is another than the existing system's, on purpose; none where it is the same. */
  readonly departures: readonly string[];
}

export interface Failed {
  readonly kind: 'failed';
  readonly expected: string;
  readonly actual: string;
}

export const passed = (...departures: readonly string[]): Verdict => ({ kind: 'passed', departures });

export const failed = (expected: string, actual: string): Verdict => ({ kind: 'failed', expected, actual });

/** The first verdict that failed, else a pass by all the departures. */
export function allOf(verdicts: Iterable<Verdict>): Verdict {
  const departures = new Set<string>();
  for (const verdict of verdicts) {
    if (verdict.kind === 'failed') return verdict;
    for (const rule of verdict.departures) departures.add(rule);
  }
  return passed(...departures);
}

/** A pass if two texts are the same. `what` is said of them where they are not. */
export function sameText(what: string, expected: string, actual: string): Verdict {
  return expected === actual ? passed() : failed(`${what} ${expected}`, `${what} ${actual}`);
}
