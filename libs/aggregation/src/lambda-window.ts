import { batchSpan } from './batch-ir.ts';
import { EMPTY } from './operation.ts';
import { Runs } from './runs.ts';
import { hopMs, hopSizesMs, windowStart } from './window.ts';

/** Hops of one size in neighbouring slots, in order of time: [from, to). */
export interface HopSpan {
  from: number;
  to: number;
}

/** One window length: its slots, and the score of what a batch half adds to it. */
export class LambdaWindow {
  readonly lengthMs: number | null;
  /** The place of its hop size in `hopSizesMs`; -1 for no window. */
  readonly hopClass: number;
  /** Slots: what the batch half holds collapsed, what it adds at an instant, live events, the result. */
  readonly collapsed: number;
  readonly contribution: number;
  readonly segment: number;
  readonly result: number;
  /** The first instant that is seen at the time last asked; NaN before. */
  tailMs = NaN;
  /** Sums what the batch half adds; empty while the tail stays where it was. */
  readonly score = new Runs();
  readonly #hop: number;
  #collapsedFromMs = NaN;

  /** Four slots, `windows` apart, from `collapsed` on. */
  constructor(lengthMs: number | null, collapsed: number, windows: number) {
    this.lengthMs = lengthMs;
    this.#hop = hopMs(lengthMs);
    this.hopClass = lengthMs === null ? -1 : hopSizesMs.indexOf(this.#hop);
    this.collapsed = collapsed;
    this.contribution = collapsed + windows;
    this.segment = collapsed + 2 * windows;
    this.result = collapsed + 3 * windows;
  }

  /** A new batch half. */
  begin(batchEndMs: number): void {
    this.tailMs = NaN;
    this.#collapsedFromMs = batchSpan(batchEndMs, this.lengthMs).collapsedFromMs;
  }

  /** Whether at an instant some of its hops count. */
  readsHops(atMs: number): boolean {
    return this.lengthMs !== null && windowStart(atMs, this.lengthMs) < this.#collapsedFromMs;
  }

  /** From which instant on the batch half adds what it adds at `atMs`. */
  steadyFromMs(atMs: number): number {
    if (this.lengthMs === null) return -Infinity;
    return Math.min(windowStart(atMs, this.lengthMs), this.#collapsedFromMs) + this.lengthMs;
  }

  /** Up to which instant, exclusive, it does. */
  steadyToMs(atMs: number): number {
    if (this.lengthMs === null || !this.readsHops(atMs)) return Infinity;
    return windowStart(atMs, this.lengthMs) + this.lengthMs + this.#hop;
  }

  /** Moves the tail to an instant, for who knows already what the batch half adds there. */
  moveTail(atMs: number): void {
    this.tailMs = windowStart(atMs, this.lengthMs);
  }

  /**
   * Writes the score of the batch half's part at an instant; `startsMs` says where the hop in a slot starts. Hops from `collapsedFrom` on are a longer window's
   * only: this one has those events collapsed.
   */
  moveTo(atMs: number, startsMs: Float64Array, hops: HopSpan | undefined): void {
    const { score, contribution } = this;
    score.clear();
    const before = this.tailMs;
    this.moveTail(atMs);
    if (this.tailMs === before) return;
    if (hops === undefined || !(this.tailMs < this.#collapsedFromMs)) {
      score.put(contribution, this.collapsed, EMPTY, EMPTY);
      return;
    }
    const from = firstFrom(startsMs, hops.from, hops.to, this.tailMs);
    const to = firstFrom(startsMs, from, hops.to, this.#collapsedFromMs);
    score.put(contribution, this.collapsed, from, to);
  }
}

/** The first of ascending `startsMs[from]` to `startsMs[to - 1]` that is at least `timeMs`; `to` where none is. */
function firstFrom(startsMs: Float64Array, from: number, to: number, timeMs: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((startsMs[middle] as number) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
