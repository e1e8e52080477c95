/**
 * Window arithmetic. A window W at time q covers [floor((q - W) / h) * h, q): the tail moves in hops of h, the head is exact and
 * exclusive. All times are integer milliseconds since the epoch, UTC.
 */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Hop sizes in use, the largest first: the order in which batch IRs list their tail hops. */
export const hopSizesMs = [DAY_MS, HOUR_MS, 5 * MINUTE_MS] as const;

/** `TEMPORAL` is exact at the head; `SNAPSHOT` is the value as of midnight, in daily hops. */
export type Accuracy = 'TEMPORAL' | 'SNAPSHOT';

/** The hop of a window: a day from 12 days on, an hour from 12 hours on, else five minutes. An unwindowed feature has hops of a day. */
export function hopMs(windowMs: number | null, accuracy: Accuracy = 'TEMPORAL'): number {
  if (windowMs === null || accuracy === 'SNAPSHOT' || windowMs >= 12 * DAY_MS) return DAY_MS;
  return windowMs >= 12 * HOUR_MS ? HOUR_MS : 5 * MINUTE_MS;
}

/** Where the hop that `timeMs` falls into starts. */
export function hopStart(timeMs: number, hop: number): number {
  return Math.floor(timeMs / hop) * hop;
}

/** The first instant that the window sees at `atMs`; -Infinity for no window. */
export function windowStart(atMs: number, windowMs: number | null, accuracy: Accuracy = 'TEMPORAL'): number {
  return windowMs === null ? -Infinity : hopStart(atMs - windowMs, hopMs(windowMs, accuracy));
}
