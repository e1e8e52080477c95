import { setTimeout as sleep } from 'node:timers/promises';
import { again, isWorthAnother, type KeyValueStore, readRows } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import {
  type DatasetState,
  datasetKeyOf,
  datasetsTable,
  decodeDatasetState,
  emptyDatasetState,
  encodeDatasetState,
  stateColumn,
  stateColumns,
} from '@isochron/serving';

const ATTEMPTS_MAX = 50;
const WAIT_MS_MAX = 200;

/** The state of one dataset as writers see it. */
export class Dataset {
  readonly name: string;
  readonly #store: KeyValueStore;
  readonly #now: () => number;

  constructor(store: KeyValueStore, name: string, now: () => number) {
    this.#store = store;
    this.name = name;
    this.#now = now;
  }

  async state(): Promise<DatasetState> {
    const bytes = await again(() => this.#bytes());
    return bytes === null ? emptyDatasetState : decodeDatasetState(bytes);
  }

  /**
   * Puts what `change` makes of the state in its place, from a state that nobody has changed in between; asks again where somebody has. Answers the
   * state there is then. A state that `isDone` holds of is left alone: a reply that was lost leaves it open whether the change was made, and so must
   * be known by what it writes. What `change` throws is passed on.
   */
  async update(
    change: (state: DatasetState) => DatasetState,
    isDone: (state: DatasetState) => boolean = () => false,
  ): Promise<DatasetState> {
    for (let attempt = 1; ; attempt++) {
      try {
        const bytes = await this.#bytes();
        const state = bytes === null ? emptyDatasetState : decodeDatasetState(bytes);
        if (isDone(state)) return state;
        const next = change(state);
        const value = encodeDatasetState(next);
        if (bytes !== null && Buffer.compare(bytes, value) === 0) return state;
        if (await this.#replace(bytes, value)) return next;
      } catch (thrown) {
        if (!isWorthAnother(thrown) || attempt === ATTEMPTS_MAX) throw thrown;
      }
      if (attempt === ATTEMPTS_MAX) throw busy(this.name);
      await sleep(Math.random() * Math.min(WAIT_MS_MAX, attempt * 10));
    }
  }

  #replace(before: Uint8Array | null, value: Uint8Array): Promise<boolean> {
    const { family, qualifier } = stateColumn;
    return this.#store.mutateIf(
      datasetsTable.name,
      {
        key: datasetKeyOf(this.name),
        mutations: [{ kind: 'replace', family, qualifier, timestampMs: this.#now(), value }],
      },
      { family, qualifier, value: before },
    );
  }

  async #bytes(): Promise<Uint8Array | null> {
    const keys = [datasetKeyOf(this.name)];
    const [cells] = await readRows(this.#store, datasetsTable.name, {
      keys,
      columns: stateColumns,
      freshness: 'latest',
    });
    return cells?.[0]?.value ?? null;
  }
}

const busy = (name: string): IsochronError =>
  new IsochronError(
    'UNAVAILABLE',
    `The state of dataset ${name} could not be changed in ${ATTEMPTS_MAX} attempts; run it again.`,
  );
