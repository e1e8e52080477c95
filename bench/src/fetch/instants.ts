import { DAY_MS, HOUR_MS, MINUTE_MS } from '@isochron/aggregation';

export interface Instants {
  /** The midnight before which events are in batch halves. */
  readonly batchEndMs: number;
  /** What is asked for: half past eight in the morning, so that there are tiles of hours and of minutes. */
  readonly atMs: number;
}

export const instantsOf = (batchEndMs: number): Instants => ({
  batchEndMs,
  atMs: batchEndMs + 8 * HOUR_MS + 37 * MINUTE_MS + 12_345,
});

/** Today's: who asks for now is answered from the same, whatever the hour. */
export const todaysInstants = (nowMs: number): Instants => instantsOf(Math.floor(nowMs / DAY_MS) * DAY_MS);
