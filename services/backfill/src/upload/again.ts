import { setTimeout as sleep } from 'node:timers/promises';
import { IsochronError } from '@isochron/schema';

const ATTEMPTS_MAX = 10;
const WAIT_MS = 20;

/** Makes a call of the store that may be made again as it is, until it is answered. */
export async function again<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (thrown) {
      if (!isAgain(thrown) || attempt === ATTEMPTS_MAX) throw thrown;
      await sleep(Math.random() * attempt * WAIT_MS);
    }
  }
}

/** Whether the store says that asking again may help. */
export const isAgain = (thrown: unknown): boolean =>
  thrown instanceof IsochronError && (thrown.code === 'UNAVAILABLE' || thrown.code === 'DEADLINE_EXCEEDED');
