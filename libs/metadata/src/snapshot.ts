import type { MetadataContext } from './context.ts';
import { readSummaries } from './objects.ts';
import type { ObjectSummary, SetEntry } from './set.ts';
import { readSet } from './sets.ts';

/** A set with what its objects can be found by. */
export interface SetSnapshot {
  readonly hash: string;
  /** By file. */
  readonly objects: readonly ListedObject[];
  /** Of which the store has lost what they can be found by. */
  readonly damaged: readonly SetEntry[];
}

export interface ListedObject extends SetEntry {
  readonly summary: ObjectSummary;
}

/** How many sets are kept in memory: those that are looked at now. A set of 2,000 objects takes a few megabytes. */
const SETS_MAX = 4;

/** Sets as they are read once and kept while they are in use. They never change, so they are never wrong; one that is damaged is not kept. */
export class Snapshots {
  readonly #context: MetadataContext;
  readonly #kept = new Map<string, Promise<SetSnapshot>>();

  constructor(context: MetadataContext) {
    this.#context = context;
  }

  of(hash: string): Promise<SetSnapshot> {
    const kept = this.#kept.get(hash) ?? this.#load(hash);
    this.#kept.delete(hash);
    this.#kept.set(hash, kept);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > SETS_MAX && oldest.done !== true) this.#kept.delete(oldest.value);
    return kept;
  }

  #load(hash: string): Promise<SetSnapshot> {
    const loading = this.#read(hash);
    const forget = () => {
      if (this.#kept.get(hash) === loading) this.#kept.delete(hash);
    };
    // What failed, or had something missing, is tried again by the next who asks.
    loading.then(({ damaged }) => damaged.length > 0 && forget(), forget);
    return loading;
  }

  async #read(hash: string): Promise<SetSnapshot> {
    const entries = await readSet(this.#context, hash);
    const summaries = await readSummaries(
      this.#context,
      entries.map((entry) => entry.hash),
    );
    const objects = entries.flatMap((entry) => {
      const summary = summaries.get(entry.hash);
      return summary === undefined ? [] : [{ ...entry, summary }];
    });
    return { hash, objects, damaged: entries.filter((entry) => !summaries.has(entry.hash)) };
  }
}
