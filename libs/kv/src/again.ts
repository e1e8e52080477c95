import { setTimeout as sleep } from 'node:timers/promises';
import { IsochronError } from '@isochron/schema';

const ATTEMPTS_MAX = 12;
const PAUSE_MS = 10;
const PAUSE_MS_MAX = 500;

/**
 * Makes a call of a store again while it says that this may help, for about four seconds; then rejects as it did last. Only for calls that may be made twice, which
 * `mutateIf` is not.
 */
export async function again<T>(call: () => Promise<T>, pause: (ms: number) => Promise<unknown> = sleep): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (thrown) {
      if (attempt === ATTEMPTS_MAX || !isWorthAnother(thrown)) throw thrown;
      await pause(pauseMs(attempt));
    }
  }
}

/** Whether the call may or may not have happened, and may be answered if it is made again. */
export const isWorthAnother = (thrown: unknown): boolean =>
  thrown instanceof IsochronError && (thrown.code === 'UNAVAILABLE' || thrown.code === 'DEADLINE_EXCEEDED');

/** How long to wait after so many attempts: twice as long each time, up to half a second. */
export const pauseMs = (attempt: number): number => Math.min(PAUSE_MS_MAX, PAUSE_MS * 2 ** attempt);
