import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOfText, type KeyValueStore, type ScanEnd, textOfBytes } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { type DatasetState, featuresTable, stateAgeMaxMs, valueColumns } from '@isochron/serving';
import { DAY } from '../workplace.fixture.ts';
import { type LoadRequest, load, type UploadedRow } from './load.ts';
import { stateIn, valuesIn } from './store.fixture.ts';

export const DATASET = 'THINGS_BATCH';

export const keyOf = (number: number): Uint8Array => bytesOfText(`\u0002key ${number}`);

/** Rows that all say the same: what a mixture of two uploads would not. */
export async function* rowsOf(says: string, count: number): AsyncGenerator<UploadedRow> {
  for (let number = 0; number < count; number++)
    yield { key: keyOf(number), value: { kind: 'value', bytes: bytesOfText(says) } };
}

export const requestOf = (day: number, rows: LoadRequest['rows'], more: Partial<LoadRequest> = {}): LoadRequest => ({
  ...{
    dataset: DATASET,
    batchEndMs: day * DAY,
    servingInfo: `{"day":${day}}`,
    rows,
    fingerprint: null,
    replacesLater: false,
  },
  signal: new AbortController().signal,
  onRows: () => undefined,
  ...more,
});

/** A store of its own, and a clock that stands still until it is set. */
export interface Shelf {
  readonly home: string;
  readonly store: KeyValueStore;
  readonly clock: { nowMs: number };
  readonly load: (request: LoadRequest) => ReturnType<typeof load>;
  readonly state: () => Promise<DatasetState>;
  dispose(): Promise<void>;
}

export async function openShelf(): Promise<Shelf> {
  const home = await mkdtemp(join(tmpdir(), 'isochron-load-'));
  const store = await openLmdbStore({ home });
  const clock = { nowMs: 1_000_000 };
  return {
    home,
    store,
    clock,
    load: (request) => load({ store, now: () => clock.nowMs }, request),
    state: () => stateIn(store, DATASET),
    dispose: async () => {
      await store.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** What the keys of a generation say, each text once; `nothing` where a row is missing. */
export async function saysOf(
  store: KeyValueStore,
  generation: number,
  count: number,
  everyNth = 1,
): Promise<readonly string[]> {
  const keys = Array.from({ length: Math.ceil(count / everyNth) }, (_, at) => keyOf(at * everyNth));
  const values = await valuesIn(store, DATASET, generation, keys);
  const says = values.map((value) =>
    value === null ? 'nothing' : value.kind === 'value' ? textOfBytes(value.bytes) : value.reason,
  );
  return [...new Set(says)];
}

/** How many values and refusals there are of all generations, serving infos among them. */
export async function cellsStored(store: KeyValueStore): Promise<number> {
  let cells = 0;
  for (let from: Uint8Array | null = new Uint8Array(); from !== null; ) {
    const range = { from, to: null, rowsMax: 10_000, columns: valueColumns, freshness: 'latest' } as const;
    const end: ScanEnd = await store.scan(featuresTable.name, range, () => {
      cells++;
    });
    from = end.next;
  }
  return cells;
}

/**
 * Reads as a request does: the state, then keys of the generation in force, all or every so many. Null where it took so long that the state is too old to go by, or nothing is in
 * force.
 */
export async function readOnce(
  { store, clock }: Pick<Shelf, 'store' | 'clock'>,
  count: number,
  everyNth = 1,
): Promise<readonly string[] | null> {
  const begunMs = clock.nowMs;
  const { current } = await stateIn(store, DATASET);
  if (current === null) return null;
  const says = await saysOf(store, current.id, count, everyNth);
  return clock.nowMs - begunMs > stateAgeMaxMs ? null : says;
}
