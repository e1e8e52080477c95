import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { getValue, IsochronError, type Vector } from '@isochron/schema';
import type { Generation } from '@isochron/serving';
import type { GroupBy } from '@isochron/thrift';
import type { FoldCounts, RowReader, TableDescription, Warehouse } from '@isochron/warehouse';
import { oneDay } from '../inputs.ts';
import type { OnProgress } from '../progress.ts';
import { uploadable } from '../runnable.ts';
import { load, refuseIfEarlier, type UploadedRow } from './load.ts';
import { servingInfoJson } from './serving-info.ts';
import { batchEndOf, fillUploadTable, type UploadTable, uploadTableOf } from './upload-table.ts';
import { withUpstream } from './upstream.ts';

export interface UploadRequest {
  readonly plan: Plan;
  /** The definition the plan is of: readers are given it. */
  readonly groupBy: GroupBy;
  /** `{NAME}_BATCH`. */
  readonly dataset: string;
  /** The last day whose events count. */
  readonly day: string;
  /** Whether it may take the place of a later day. */
  readonly replacesLater: boolean;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface UploadReport {
  readonly dataset: string;
  readonly table: string;
  readonly day: string;
  /** False where the day's upload table was there already. */
  readonly isComputed: boolean;
  /** What the fold left out; null where nothing was computed. */
  readonly counts: FoldCounts | null;
  /** What is in force now. */
  readonly generation: Generation;
  /** False where it was in force before, and nothing was loaded. */
  readonly isLoaded: boolean;
  /** What is held for instants before its batch end. */
  readonly previous: Generation | null;
  /** How many generations, and leavings of killed uploads, were deleted. */
  readonly collected: number;
  readonly computeMs: number;
  readonly loadMs: number;
}

/** What an upload runs on. */
export interface UploadPlace {
  readonly warehouse: Warehouse;
  readonly store: KeyValueStore;
  readonly now: () => number;
}

/**
 * Computes the batch half of a GroupBy as of the end of a day into its upload table, after what is missing of the tables of Joins that are its sources, unless that is there, and puts it in force in the store as a new
 * generation, unless it is. Interrupted anywhere it changes nothing for readers, and a second run goes on with what is finished. Rejects with FAILED_PRECONDITION where partitions
 * that it needs are missing, or a later day is in force; with UNIMPLEMENTED for a plan that it cannot run; with ABORTED where another upload of the dataset was faster; with CANCELLED when the signal was aborted.
 */
export async function upload(place: UploadPlace, request: UploadRequest): Promise<UploadReport> {
  try {
    return await run(place, request);
  } catch (thrown) {
    if (!request.signal.aborted) throw thrown;
    throw new IsochronError(
      'CANCELLED',
      'Interrupted. Nothing changed for readers: run the same upload again to go on.',
      thrown,
    );
  }
}

async function run(place: UploadPlace, request: UploadRequest): Promise<UploadReport> {
  const { day, dataset, onProgress, signal } = request;
  const asked = { dataset, batchEndMs: batchEndOf(day), replacesLater: request.replacesLater };
  const defined = uploadable(request.plan);
  await refuseIfEarlier(place, asked);
  const startedMs = performance.now();
  const plan = await withUpstream(place.warehouse, { plan: defined, day, onProgress, signal });
  const table = await fillUploadTable(place.warehouse, { ...request, plan });
  const computedMs = performance.now();
  const rowsTotal = table.description.partitions.find((each) => each.day === day)?.rows ?? 0;
  onProgress({ kind: 'start', step: dataset, table: table.description.name, days: day });
  const loaded = await load(place, {
    ...asked,
    servingInfo: servingInfoJson(plan, request.groupBy, { day, values: table.values.schema }),
    fingerprint: table.fingerprint,
    rows: rowsOf(place.warehouse, table, day),
    signal,
    onRows: (rows) => onProgress({ kind: 'rows', step: dataset, rows, rowsTotal }),
  });
  onProgress({ kind: 'done', step: dataset, rows: loaded.generation.keys, counts: null });
  return {
    dataset,
    table: uploadTableOf(plan),
    day,
    isComputed: table.counts !== null,
    counts: table.counts,
    ...loaded,
    computeMs: computedMs - startedMs,
    loadMs: performance.now() - computedMs,
  };
}

const LOOKS_MAX = 5;
const LOOK_AGAIN_MS = 20;

/** The day's rows as they were written: another upload, of another definition, may replace them at any moment. */
async function openTable(warehouse: Warehouse, { description }: UploadTable, day: string): Promise<RowReader> {
  const table = description.name;
  const columns = ['key_bytes', 'value_bytes', 'fault'].map((name) => ({ name, expression: name }));
  const reader = await warehouse.read({ table, days: oneDay(day), columns, where: [] });
  const versionOf = (each: TableDescription | undefined) =>
    each?.partitions.find((partition) => partition.day === day)?.version;
  // A warehouse may answer from the past for a moment.
  for (let look = 1; look <= LOOKS_MAX; look++) {
    if (versionOf(await warehouse.describe(table)) === versionOf(description)) return reader;
    await sleep(look * LOOK_AGAIN_MS);
  }
  await reader.close();
  throw new IsochronError(
    'ABORTED',
    `Table ${table} was replaced by another upload of ${day} while this one ran; run it again.`,
  );
}

/** Opens the table when the first row is asked for. */
async function* rowsOf(warehouse: Warehouse, table: UploadTable, day: string): AsyncGenerator<UploadedRow> {
  const reader = await openTable(warehouse, table, day);
  try {
    yield* rowsIn(reader);
  } finally {
    await reader.close();
  }
}

async function* rowsIn(reader: RowReader): AsyncGenerator<UploadedRow> {
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    const { n, columns } = chunk;
    for (let row = 0; row < n; row++) {
      const [key, bytes, fault] = reader.fields.map(({ type }, at) => getValue(type, columns[at] as Vector, row));
      // The types of the table's columns, which the fold of the upload wrote.
      if (fault === null) yield { key: key as Uint8Array, value: { kind: 'value', bytes: bytes as Uint8Array } };
      else yield { key: key as Uint8Array, value: { kind: 'refusal', reason: fault as string } };
    }
  }
}
