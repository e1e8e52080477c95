import { didYouMean } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import type { ServedObject } from './served-object.ts';

/** A published object and what became of it. */
export interface Entry {
  readonly kind: 'join' | 'group-by';
  readonly name: string;
  readonly team: string;
  /** null where it never could be served. */
  readonly served: ServedObject | null;
  /** Why it is not served, or still as it was before; null where it is served as it is published. */
  readonly fault: IsochronError | null;
}

/** What is served, as of one version of the published set. It never changes: a request takes it once and goes by it to the end. */
export class ServedSet {
  /** 0 where nothing is published. */
  readonly version: number;
  readonly entries: readonly Entry[];
  readonly #joins: ReadonlyMap<string, Entry>;
  readonly #groupBys: ReadonlyMap<string, Entry>;

  constructor(version: number, entries: readonly Entry[]) {
    this.version = version;
    this.entries = entries;
    this.#joins = byNames(entries, 'join');
    this.#groupBys = byNames(entries, 'group-by');
  }

  /** By its name in either spelling: `flights/training.lateness__1`, `flights.training.lateness__1`. */
  entryOf(kind: 'join' | 'group-by', name: string): Entry | null {
    return this.#of(kind).get(name) ?? null;
  }

  /** Why what is asked for is not served. Names that the caller may not know of are not told. */
  whyNot(kind: 'join' | 'group-by', name: string, mayKnow: (name: string) => boolean): IsochronError {
    const entries = this.#of(kind);
    const fault = entries.get(name)?.fault ?? null;
    if (fault !== null) return fault;
    const what = kind === 'join' ? 'Join' : 'GroupBy';
    const shown = JSON.stringify(name.slice(0, 200));
    const near = entries.size <= COMPARED_MAX ? didYouMean(name, [...entries.keys()].filter(mayKnow)) : null;
    const nothing = this.version === 0 ? 'No set is published yet.' : `No ${what} is published as online.`;
    const hint = entries.size === 0 ? nothing : (near ?? 'List them to see which are.');
    return new IsochronError('NOT_FOUND', `No ${what} ${shown} is served. ${hint}`);
  }

  #of(kind: 'join' | 'group-by'): ReadonlyMap<string, Entry> {
    return kind === 'join' ? this.#joins : this.#groupBys;
  }
}

/** A name is compared with so many at most: whoever asks for what is not there must not cost more than whoever asks for what is. */
const COMPARED_MAX = 400;

function byNames(entries: readonly Entry[], kind: 'join' | 'group-by'): ReadonlyMap<string, Entry> {
  const named = entries.filter((entry) => entry.kind === kind);
  return new Map(
    named.flatMap((entry): [string, Entry][] => [
      [entry.name, entry],
      [entry.name.replace('/', '.'), entry],
    ]),
  );
}
