import { createHash, randomUUID } from 'node:crypto';
import { again, bytesOfText, type KeyValueStore } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import {
  abandoned,
  type BatchValue,
  begun,
  collected,
  type DatasetState,
  datasetsTable,
  featuresTable,
  type Generation,
  loadingOf,
  published,
  servingInfoKey,
} from '@isochron/serving';
import { dayOf } from '../days.ts';
import { collect, deleteCells } from './collect.ts';
import { Dataset } from './dataset.ts';
import { GenerationWriter } from './generation-writer.ts';
import { Lease, takenForDead } from './lease.ts';

export interface LoadPlace {
  readonly store: KeyValueStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface LoadRequest {
  readonly dataset: string;
  readonly batchEndMs: number;
  /** GroupByServingInfo, as Thrift JSON. */
  readonly servingInfo: string;
  /**
   * Of what the rows are made from, and by. Where the generation in force has the same batch end, serving info and fingerprint, nothing is loaded. Null: loaded
   * whatever is in force.
   */
  readonly fingerprint: string | null;
  /** Rows, each key once; not asked for where nothing is loaded. */
  readonly rows: AsyncIterable<UploadedRow>;
  /** Whether the generation may take the place of one of a later batch end. */
  readonly replacesLater: boolean;
  readonly signal: AbortSignal;
  readonly onRows: (rows: number) => void;
}

export interface UploadedRow {
  readonly key: Uint8Array;
  readonly value: BatchValue;
}

export interface Loaded {
  /** What is in force now. */
  readonly generation: Generation;
  /** False where that held the same rows, and nothing was loaded. */
  readonly isLoaded: boolean;
  /** What is held for instants before its batch end. */
  readonly previous: Generation | null;
  /** Generations, and leavings of killed uploads, that were deleted before. */
  readonly collected: number;
}

/**
 * Puts rows into the store as a new generation of a dataset, and that in force, as one step, when all of them are there. Whatever ends it before changes nothing for
 * readers. Of two that run at once the one that ends first is in force; the other rejects with ABORTED.
 */
export async function load({ store, now }: LoadPlace, request: LoadRequest): Promise<Loaded> {
  for (const table of [datasetsTable, featuresTable]) await again(() => store.ensureTable(table));
  const dataset = new Dataset(store, request.dataset, now);
  const servingInfoHash = createHash('sha256').update(request.servingInfo).digest('hex');
  const before = refuseEarlier(await dataset.state(), request);
  const gone = await collect(store, dataset, now);
  if (before.current !== null && isSame(before.current, request, servingInfoHash))
    return { generation: before.current, previous: before.previous, isLoaded: false, collected: gone.length };
  const owner = randomUUID();
  const state = await dataset.update(
    (each) => begun(refuseEarlier(each, request), { batchEndMs: request.batchEndMs, owner, nowMs: now() }),
    (each) => loadingOf(each, owner) !== undefined,
  );
  const id = loadingOf(state, owner)?.id;
  if (id === undefined) throw new Error('an upload has begun and has no entry');
  const lease = new Lease(dataset, owner, now);
  const writer = new GenerationWriter(store, { dataset: request.dataset, generation: id }, () => lease.renew());
  try {
    const written = await writeRows(writer, request);
    const made = request.fingerprint === null ? {} : { fingerprint: request.fingerprint };
    const { batchEndMs } = request;
    const generation = { id, batchEndMs, servingInfoHash, ...made, ...written, publishedAtMs: now() };
    const { previous } = await publish(dataset, owner, generation, state.current?.id ?? null);
    return { generation, previous, isLoaded: true, collected: gone.length };
  } catch (thrown) {
    await writer.settled();
    await giveUp(store, dataset, owner, id).catch(() => undefined);
    throw thrown;
  }
}

/** Rejects with FAILED_PRECONDITION where {@link load} would, because a later batch end is in force: before anything is computed for it. */
export async function refuseIfEarlier({ store, now }: LoadPlace, request: AskedBatchEnd): Promise<void> {
  await again(() => store.ensureTable(datasetsTable));
  refuseEarlier(await new Dataset(store, request.dataset, now).state(), request);
}

type AskedBatchEnd = Pick<LoadRequest, 'dataset' | 'batchEndMs' | 'replacesLater'>;

async function writeRows(
  writer: GenerationWriter,
  { rows, servingInfo, signal, onRows }: LoadRequest,
): Promise<Pick<Generation, 'keys' | 'refusedKeys' | 'bytes'>> {
  let keys = 0;
  let refusedKeys = 0;
  let bytes = 0;
  await writer.write(servingInfoKey, { kind: 'value', bytes: bytesOfText(servingInfo) });
  for await (const { key, value } of rows) {
    signal.throwIfAborted();
    await writer.write(key, value);
    if (value.kind === 'value') {
      keys++;
      bytes += key.length + value.bytes.length;
    } else refusedKeys++;
    onRows(keys + refusedKeys);
  }
  await writer.finish();
  signal.throwIfAborted();
  return { keys, refusedKeys, bytes };
}

const isSame = (held: Generation, { batchEndMs, fingerprint }: LoadRequest, servingInfoHash: string): boolean =>
  fingerprint !== null &&
  held.fingerprint === fingerprint &&
  held.batchEndMs === batchEndMs &&
  held.servingInfoHash === servingInfoHash;

/** `before`: the generation in force when the upload began, which must still be. */
function publish(
  dataset: Dataset,
  owner: string,
  generation: Generation,
  before: number | null,
): Promise<DatasetState> {
  return dataset.update(
    (state) => {
      if (loadingOf(state, owner) === undefined) throw takenForDead(dataset.name);
      if ((state.current?.id ?? null) !== before) throw overtaken(dataset.name, state.current);
      return published(state, owner, generation);
    },
    (state) => wasPublished(state, generation.id),
  );
}

/** Also where another has been put in force since. */
const wasPublished = ({ current, previous, retired }: DatasetState, id: number): boolean =>
  current?.id === id || previous?.id === id || retired.some((each) => each.id === id && each.retiredAtMs !== null);

/** Deletes what an upload that ends without a generation has written. Where that fails too, the next upload does it. */
async function giveUp(store: KeyValueStore, dataset: Dataset, owner: string, id: number): Promise<void> {
  const state = await dataset.update((each) => abandoned(each, owner));
  if (wasPublished(state, id)) return;
  await deleteCells(store, dataset.name, id);
  await dataset.update((each) => collected(each, [id]));
}

function refuseEarlier(state: DatasetState, { dataset, batchEndMs, replacesLater }: AskedBatchEnd): DatasetState {
  const { current } = state;
  if (current === null || current.batchEndMs <= batchEndMs || replacesLater) return state;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `${dataset} is in force up to the end of ${lastDay(current.batchEndMs)}, later than ${lastDay(batchEndMs)}: uploading that day would take it back. Say so (--replace-later) if it is what you want.`,
  );
}

const overtaken = (dataset: string, current: Generation | null): IsochronError =>
  new IsochronError(
    'ABORTED',
    current === null
      ? `The generations of ${dataset} were deleted while this upload ran. Nothing of it is in force; run it again.`
      : `Another upload of ${dataset} (generation ${current.id}, ${lastDay(current.batchEndMs)}) ended while this one ran, and is in force. Nothing of this one is; run it again if it should be.`,
  );

const lastDay = (batchEndMs: number): string => dayOf(batchEndMs - 1);
