import { isWorthAnother } from '@isochron/kv';
import { addressText, type SetAddress } from './address.ts';
import type { MetadataContext } from './context.ts';
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

/** Watchers of heads. However many watch one, it is looked at once each time. */
export class Watches {
  readonly #context: MetadataContext;
  readonly #watches = new Map<string, Watch>();

  constructor(context: MetadataContext) {
    this.#context = context;
  }

  /**
   * Each version of a set as it becomes the head, the present one first if it is new to the watcher; those in between are passed over where they come faster
   * than it is looked or the watcher takes them. Never goes back. Ends when the signal is aborted. A store that cannot be reached is asked again; any other
   * error ends it.
   */
  async *watch({ address, afterVersion, signal }: WatchRequest): AsyncGenerator<SetVersion, void> {
    const watch = this.#join(address);
    const stopped = Promise.withResolvers<void>();
    const stop = () => stopped.resolve();
    signal.addEventListener('abort', stop, { once: true });
    let seen = afterVersion;
    try {
      while (!signal.aborted) {
        if (watch.head !== null && watch.head.version > seen) {
          seen = watch.head.version;
          yield watch.head;
        } else {
          await Promise.race([watch.changed.promise, stopped.promise]);
        }
      }
    } finally {
      signal.removeEventListener('abort', stop);
      watch.watchers--;
    }
  }

  #join(address: SetAddress): Watch {
    const name = addressText(address);
    const watch = this.#watches.get(name) ?? { watchers: 0, head: null, changed: Promise.withResolvers<void>() };
    watch.watchers++;
    if (!this.#watches.has(name)) {
      this.#watches.set(name, watch);
      void this.#look(address, watch, name);
    }
    return watch;
  }

  /** Looks until nobody watches any more. Watchers learn of what ends it. */
  async #look(address: SetAddress, watch: Watch, name: string): Promise<void> {
    // Whoever waits is told; where nobody does, there is nobody to tell.
    watch.changed.promise.catch(() => undefined);
    try {
      while (watch.watchers > 0) {
        const head = await headUnlessUnavailable(this.#context, address);
        if (head !== null && head.version > (watch.head?.version ?? 0)) {
          watch.head = head;
          const { resolve } = watch.changed;
          watch.changed = Promise.withResolvers();
          watch.changed.promise.catch(() => undefined);
          resolve();
        }
        await this.#context.pause(POLL_MS);
      }
      // In the same turn in which nobody watched, so that nobody can join what looks no more.
      this.#watches.delete(name);
    } catch (thrown) {
      this.#watches.delete(name);
      watch.changed.reject(thrown);
    }
  }
}

interface Watch {
  watchers: number;
  head: SetVersion | null;
  /** Fulfilled when there is a newer head, and then another. */
  changed: PromiseWithResolvers<void>;
}

async function headUnlessUnavailable(context: MetadataContext, address: SetAddress): Promise<SetVersion | null> {
  try {
    return (await readHead(context, address, 'any'))?.version ?? null;
  } catch (thrown) {
    if (isWorthAnother(thrown)) return null;
    throw thrown;
  }
}
