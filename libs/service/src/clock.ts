/** Time, as a service is told it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
  /** Milliseconds that only ever grow, from anywhere: to measure how long something took. */
  readonly elapsedMs: () => number;
}

export const systemClock: Clock = { nowMs: Date.now, elapsedMs: () => performance.now() };
