import type { Schema } from '@isochron/rpc/fetcher';
import { IsochronError } from '@isochron/schema';
import { type BlockNames, blockNames } from './answer.ts';

/** What is known of a Join or a GroupBy, so that names travel once. */
export interface Known {
  readonly schema: Schema;
  readonly names: BlockNames;
}

/** How long a caller waits for what others may be waiting for as well. */
export interface Patience {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const SCHEMAS_MAX = 1_000;

/** The schemas that were asked for, each once for all who need it; what failed is asked for again. */
export class KnownSchemas {
  readonly #asked = new Map<string, Promise<Known>>();

  /** `ask` is not the caller's own: others may wait for it longer than the caller does. */
  async get(key: string, ask: () => Promise<Schema>, patience: Patience): Promise<Known> {
    const asked = this.#asked.get(key) ?? this.#ask(key, ask);
    return waitedFor(asked, patience);
  }

  /** What is not current any more is asked for by the next who needs it. */
  async forget(key: string, outdated: Known): Promise<void> {
    const asked = this.#asked.get(key);
    if (asked !== undefined && (await asked.catch(() => null)) === outdated && this.#asked.get(key) === asked)
      this.#asked.delete(key);
  }

  #ask(key: string, ask: () => Promise<Schema>): Promise<Known> {
    const asked = ask().then((schema) => ({ schema, names: namesOf(schema) }));
    asked.catch(() => {
      if (this.#asked.get(key) === asked) this.#asked.delete(key);
    });
    if (this.#asked.size >= SCHEMAS_MAX) this.#asked.clear();
    this.#asked.set(key, asked);
    return asked;
  }
}

/** Whether requests by the two are written alike. The hash of a schema says that of answers alone. */
export const areAskedAlike = (a: Schema, b: Schema): boolean =>
  JSON.stringify([a.keys, a.context]) === JSON.stringify([b.keys, b.context]);

/** The numbers of blocks are those of their order, from 1 on. */
const namesOf = ({ features }: Schema): BlockNames =>
  new Map(
    blockNames.map((block, at) => [block, features.filter((each) => each.block === at + 1).map(({ name }) => name)]),
  );

async function waitedFor<T>(shared: Promise<T>, { timeoutMs, signal }: Patience): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const leave = () => reject(signal?.reason);
  const late = () => reject(new IsochronError('DEADLINE_EXCEEDED', 'The schema did not come within the deadline.'));
  signal?.throwIfAborted();
  signal?.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(late, timeoutMs);
  try {
    return await Promise.race([shared, promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}
