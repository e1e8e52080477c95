import { GrowingScore } from './growing-score.ts';
import { EMPTY, type States } from './operation.ts';

/** How many integers a run has. */
export const RUN = 4;

/**
 * A list of runs (dst, left, from, to: states[dst] = states[left] + states[from] + … + states[to - 1], in order), for folds whose states stand side by side. It
 * takes as many as it is given; cleared, it keeps its room.
 */
export class Runs {
  integers = new Int32Array(32 * RUN);
  /** How many runs there are. */
  length = 0;

  put(destination: number, left: number, from: number, to: number): void {
    const at = RUN * this.length++;
    if (at === this.integers.length) {
      const grown = new Int32Array(2 * at);
      grown.set(this.integers);
      this.integers = grown;
    }
    this.integers[at] = destination;
    this.integers[at + 1] = left;
    this.integers[at + 2] = from;
    this.integers[at + 3] = to;
  }

  clear(): void {
    this.length = 0;
  }

  equals({ integers, length }: Runs): boolean {
    if (length !== this.length) return false;
    for (let at = 0; at < RUN * length; at++) if (this.integers[at] !== integers[at]) return false;
    return true;
  }
}

/** `States.fold` by `States.merge`, for states to which a loop of their own gives nothing. */
export function foldByMerge(states: Pick<States, 'merge'>, runs: Int32Array, n: number): void {
  const score = new GrowingScore();
  for (let p = 0, end = RUN * n; p < end; p += RUN) {
    const destination = runs[p] as number;
    const left = runs[p + 1] as number;
    const to = runs[p + 3] as number;
    let slot = runs[p + 2] as number;
    if (destination !== left) score.put(destination, left, slot < to ? slot++ : EMPTY);
    for (; slot < to; slot++) score.put(destination, destination, slot);
  }
  states.merge(score.triples, score.length);
}
