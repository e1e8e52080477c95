import type { SetAddress } from './address.ts';
import { isUnavailable, type MetadataContext } from './context.ts';
import { readHead } from './heads.ts';
import type { SetVersion } from './set.ts';

/** How often a head is looked at: four times in the second within which a watcher is promised a new set. */
const POLL_MS = 250;

export interface WatchRequest {
  readonly address: SetAddress;
  /** Versions up to this one are known already; 0: none. */
  readonly afterVersion: number;
  readonly signal: AbortSignal;
}

/**
 * Each version of a set as it becomes the head, the present one first if it is new to the watcher; those in between are passed over where they come faster
 * than it looks. Never goes back. Ends when the signal is aborted. A store that cannot be reached is asked again; any other error ends it.
 */
export async function* watch(
  context: MetadataContext,
  { address, afterVersion, signal }: WatchRequest,
): AsyncGenerator<SetVersion, void> {
  let seen = afterVersion;
  while (!signal.aborted) {
    const head = await headUnlessUnavailable(context, address);
    if (head !== null && head.version > seen) {
      seen = head.version;
      yield head;
      continue;
    }
    await pauseUnlessAborted(context, signal);
  }
}

async function headUnlessUnavailable(context: MetadataContext, address: SetAddress): Promise<SetVersion | null> {
  try {
    return (await readHead(context, address, 'any'))?.version ?? null;
  } catch (thrown) {
    if (isUnavailable(thrown)) return null;
    throw thrown;
  }
}

async function pauseUnlessAborted(context: MetadataContext, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = () => resolve();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([context.pause(POLL_MS), promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
