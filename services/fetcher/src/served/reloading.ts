import type { MetadataStore, SetAddress } from '@isochron/metadata';
import { type Logger, type Periodic, periodically } from '@isochron/service';
import type { ServedSets } from './served-sets.ts';

export interface ReloadingOptions {
  readonly metadata: Pick<MetadataStore, 'watch'>;
  readonly address: SetAddress;
  /** How often uploads are looked for; what is published is known sooner. */
  readonly refreshMs: number;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Loads what is served when something is published, and every so often for what is uploaded; one load at a time. */
export class Reloading {
  readonly #sets: Pick<ServedSets, 'load' | 'current'>;
  readonly #options: ReloadingOptions;
  readonly #stopped = new AbortController();
  #periodic: Periodic | null = null;
  #watching: Promise<void> = Promise.resolve();
  #last: Promise<void> = Promise.resolve();
  /** What the last load failed by; null: it went well. */
  #fault: string | null = null;

  constructor(sets: Pick<ServedSets, 'load' | 'current'>, options: ReloadingOptions) {
    this.#sets = sets;
    this.#options = options;
  }

  /** Loads once, and rejects where that fails; then goes on by itself. */
  async start(): Promise<void> {
    await this.#sets.load();
    const { address, logger } = this.#options;
    if (this.#sets.current.version === 0)
      logger.warn({ ...address }, 'nothing is published there yet; it is waited for');
    this.#periodic = periodically(this.#options.refreshMs, () => this.#load());
    this.#watching = this.#watch();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#periodic?.stop();
    await this.#watching;
    await this.#last;
  }

  async #watch(): Promise<void> {
    const { metadata, address, logger } = this.#options;
    const { signal } = this.#stopped;
    const afterVersion = this.#sets.current.version;
    try {
      for await (const _ of metadata.watch({ address, afterVersion, signal })) await this.#load();
    } catch (thrown) {
      // What is published is still found, by the loads that come in any case.
      if (!signal.aborted) logger.error({ err: thrown }, 'watching the published set ended');
    }
  }

  #load(): Promise<void> {
    this.#last = this.#last.then(() => this.#loadOnce());
    return this.#last;
  }

  /** What goes wrong again and again is logged once, and once more when it is over. */
  async #loadOnce(): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.#sets.load();
      if (this.#fault !== null) logger.info('what is published and uploaded can be read again');
      this.#fault = null;
    } catch (thrown) {
      const fault = String(thrown);
      if (fault !== this.#fault)
        logger.warn({ err: thrown }, 'what is published and uploaded could not be read; it is tried again');
      this.#fault = fault;
    }
  }
}
