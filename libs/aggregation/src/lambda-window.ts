import { batchSpan } from './batch-ir.ts';
import { GrowingScore } from './growing-score.ts';
import { EMPTY } from './operation.ts';
import { hopMs, windowStart } from './window.ts';

/** One window length: its slots, its tail hops, and the scores that lead to its result. */
export class LambdaWindow {
  readonly lengthMs: number | null;
  readonly hop: number;
  readonly collapsed: number;
  readonly result: number;
  /** The first instant that is seen at the time last asked; NaN before. */
  tailMs = NaN;
  /** Sums what the batch half adds; empty while the tail stays where it was. */
  readonly contributionScore = new GrowingScore();
  readonly resultScore: Int32Array;
  readonly #contribution: number;
  readonly #hopStarts: number[] = [];
  readonly #hopSlots: number[] = [];
  #collapsedFromMs = NaN;

  /** Four slots, `windows` apart, from `collapsed` on. */
  constructor(lengthMs: number | null, collapsed: number, windows: number) {
    this.lengthMs = lengthMs;
    this.hop = hopMs(lengthMs);
    this.collapsed = collapsed;
    this.#contribution = collapsed + windows;
    this.result = collapsed + 3 * windows;
    this.resultScore = Int32Array.of(this.result, this.#contribution, collapsed + 2 * windows);
  }

  /** A new batch half. */
  begin(batchEndMs: number): void {
    this.tailMs = NaN;
    this.#hopStarts.length = this.#hopSlots.length = 0;
    this.#collapsedFromMs = batchSpan(batchEndMs, this.lengthMs).collapsedFromMs;
  }

  /**
   * A tail hop of the window's hop size. From `collapsedFrom` on it is a longer window's only: this one has those
   * events collapsed.
   */
  addHop(startMs: number, slot: number): void {
    if (startMs >= this.#collapsedFromMs) return;
    this.#hopStarts.push(startMs);
    this.#hopSlots.push(slot);
  }

  /** Writes the score of the batch half's part at an instant. */
  moveTo(atMs: number): void {
    const score = this.contributionScore;
    score.clear();
    const tailMs = windowStart(atMs, this.lengthMs);
    if (tailMs === this.tailMs) return;
    this.tailMs = tailMs;
    score.put(this.#contribution, this.collapsed, EMPTY);
    for (let index = 0; index < this.#hopStarts.length; index++) {
      if ((this.#hopStarts[index] as number) < tailMs) continue;
      score.put(this.#contribution, this.#contribution, this.#hopSlots[index] as number);
    }
  }
}
