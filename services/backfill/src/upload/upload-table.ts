import type { GroupByPlan } from '@isochron/compiler';
import { quotedName } from '@isochron/expression';
import { binaryType, type Field, IsochronError, stringType } from '@isochron/schema';
import type { FoldCounts, TableDescription, Warehouse } from '@isochron/warehouse';
import { addDays, dayStartMs } from '../days.ts';
import { featuresOf } from '../features.ts';
import { Inputs, oneDay } from '../inputs.ts';
import { confirmWritten, fingerprintOf, missingDays, replacesColumns } from '../ledger.ts';
import type { OnProgress } from '../progress.ts';
import { batchHalves } from './batch-halves.ts';
import type { KeyValues } from './key-values.ts';
import { rowValues } from './row-values.ts';
import { snapshotValues } from './snapshot-values.ts';
import { foldUpload } from './upload-fold.ts';
import { uploadScans } from './upload-scans.ts';

/** Changes when the same definition over the same rows would come out as other bytes: a change of ours, not of an author. */
const BYTES_VERSION = '1';

/** What the fold writes, by names that no author can give a key, and what they are called in the table. */
const MADE: readonly (Field & { readonly called: string })[] = [
  { name: '__key_bytes', type: binaryType, called: 'key_bytes' },
  { name: '__value_bytes', type: binaryType, called: 'value_bytes' },
  { name: '__fault', type: stringType, called: 'fault' },
];

export interface UploadTable {
  /** `{output table}_upload`: the key columns, then `key_bytes`, `value_bytes` (null where there is a `fault`) and `fault`; a row a key with values. */
  readonly description: TableDescription;
  readonly values: KeyValues;
  /** Of the day: what it was made by and from. */
  readonly fingerprint: string;
  /** What the fold left out; null where the day was there already. */
  readonly counts: FoldCounts | null;
}

export interface UploadTableRequest {
  readonly plan: GroupByPlan;
  readonly day: string;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export const uploadTableOf = ({ table }: GroupByPlan): string => `${table}_upload`;

/** The instant of the midnight that ends a day. */
export const batchEndOf = (day: string): number => dayStartMs(addDays(day, 1));

/** Fills the day of the upload table unless it is there, made by the same definition from the same rows. A day is replaced whole or not at all. */
export async function fillUploadTable(warehouse: Warehouse, request: UploadTableRequest): Promise<UploadTable> {
  const { plan, day, onProgress } = request;
  const days = oneDay(day);
  const table = uploadTableOf(plan);
  const inputs = new Inputs(warehouse);
  const values = keyValuesOf(plan, batchEndOf(day));
  const meaning = `upload ${BYTES_VERSION} ${plan.semanticHash} ${JSON.stringify(values.schema)}`;
  const fingerprint = async () => fingerprintOf(meaning, (await uploadScans(inputs, plan, day)).versions);
  await replacesColumns(warehouse, table, days, columnsOf(plan));
  const missing = await missingDays(warehouse, table, days, fingerprint, 1);
  const made = { values, fingerprint: missing.fingerprint(day) };
  if (missing.steps.length === 0)
    return { ...made, description: await confirmWritten(warehouse, table, days, missing), counts: null };
  onProgress({ kind: 'start', step: plan.name, table, days: day });
  const counts = await fold(warehouse, inputs, values, request, missing.fingerprint);
  const description = await confirmWritten(warehouse, table, days, missing);
  const rows = description.partitions.find((partition) => partition.day === day)?.rows ?? 0;
  onProgress({ kind: 'done', step: plan.name, rows, counts });
  return { ...made, description, counts };
}

async function fold(
  warehouse: Warehouse,
  inputs: Inputs,
  values: KeyValues,
  { plan, day, onProgress, signal }: UploadTableRequest,
  fingerprint: (day: string) => string,
): Promise<FoldCounts> {
  const days = oneDay(day);
  const { scans, fromMs } = await uploadScans(inputs, plan, day);
  const step = await warehouse.fold({
    left: { kind: 'every-key', days },
    at: 'time',
    events: scans,
    fromMs,
    keys: plan.keys,
    inputs: plan.inputs,
    outputs: MADE,
    orderTies: featuresOf(plan).some(({ bound }) => bound.orderSensitive),
  });
  try {
    const rowsTotal = step.counts.rowsExpected;
    await foldUpload(step, values, plan.keys, {
      signal,
      onRows: (rows) => onProgress({ kind: 'rows', step: plan.name, rows, rowsTotal }),
    });
    const target = { table: uploadTableOf(plan), days, fingerprint, derive: [namesOf(plan)] };
    await step.publish(target, 'joined');
    return step.counts;
  } finally {
    await step.close();
  }
}

function keyValuesOf(plan: GroupByPlan, batchEndMs: number): KeyValues {
  if (plan.shape === 'rows') return rowValues(plan);
  return plan.accuracy === 'TEMPORAL' ? batchHalves(plan, batchEndMs) : snapshotValues(plan, batchEndMs);
}

/** INVALID_ARGUMENT where a key has the name of a column that is made. */
function columnsOf(plan: GroupByPlan): readonly Field[] {
  const taken = plan.keys.find(({ name }) => MADE.some(({ called }) => called === name.toLowerCase()));
  if (taken !== undefined) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `${plan.name} has a key "${taken.name}", which is the name of a column of its upload table: rename the key.`,
    );
  }
  return [...plan.keys, ...MADE.map(({ called, type }) => ({ name: called, type }))];
}

const namesOf = (plan: GroupByPlan) => [
  ...plan.keys.map(({ name }) => ({ name, expression: quotedName(name) })),
  ...MADE.map(({ name, called }) => ({ name: called, expression: quotedName(name) })),
];
