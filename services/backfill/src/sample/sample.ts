import type { GroupByPlan, JoinPlan, Plan } from '@isochron/compiler';
import { compareOf, type Field, longType, stringType, type Value } from '@isochron/schema';
import type { DayRange, LeftRows, TimedScan, Warehouse } from '@isochron/warehouse';
import { daysOf } from '../days.ts';
import { contextOf, derivationOf, derivedColumns } from '../derivation.ts';
import { outputsOf } from '../features.ts';
import { askedOf, askedOfKeys, Inputs, spanOf } from '../inputs.ts';
import { amongConditions } from '../literals.ts';
import { type Check, checksOf } from '../questions.ts';
import { keyTextOf, type Question, type Row } from '../raw-events.ts';
import type { RunnablePlan } from '../runnable.ts';
import { readSaid, type SaidValue } from '../said-values.ts';
import { foldedFeatures } from './folded-features.ts';
import { lastDay } from './last-day.ts';
import { LEFT_TIME, leftRows } from './left-rows.ts';
import { readable } from './readable.ts';
import { hashOf, sampledKeys } from './sampled-keys.ts';

export interface SampleRequest {
  readonly plan: Plan;
  /** Days of the output, both ends included; null: the last one that can be computed. */
  readonly days: DayRange | null;
  readonly rows: number;
  /** Which rows: the same seed takes the same ones while the tables stay. */
  readonly seed: number;
  /** Rows with these values alone: of left columns, or a GroupBy's keys. */
  readonly said: readonly SaidValue[];
  readonly signal: AbortSignal;
}

export interface SampleReport {
  readonly days: DayRange;
  /** Of the table there would be, in its order, `ds` first. */
  readonly columns: readonly Field[];
  /** Those of them that are features. */
  readonly features: readonly string[];
  /** In order of day and time, or of day and keys; fewer than were asked for where there are no more. */
  readonly rows: readonly Row[];
}

/**
 * Some rows of the table that a backfill would make, made by the same queries and the same kernel, but of the sampled rows' keys alone; nothing is
 * written. Rejects as a backfill does, with INVALID_ARGUMENT for a value that is none of its column, and with NOT_FOUND where nothing is loaded.
 */
export async function sample(warehouse: Warehouse, request: SampleRequest): Promise<SampleReport> {
  const plan = await readable(warehouse, request.plan);
  const inputs = new Inputs(warehouse);
  const days = request.days ?? (await lastDay(inputs, plan));
  await inputs.check(plan, days);
  const asked = { ...request, days };
  const rows =
    plan.kind === 'join'
      ? await sampledLeft(warehouse, inputs, plan, asked)
      : await sampledKeyRows(warehouse, inputs, plan, asked);
  const features = new Map<string, readonly Value[]>();
  for (const [part, check] of checksOf(plan).entries()) {
    request.signal.throwIfAborted();
    const folded = await foldedRows(warehouse, inputs, { plan, part, check, rows, days, signal: request.signal });
    check.outputs.forEach(({ name }, at) => {
      features.set(
        name,
        folded.map((values) => values?.[at] ?? null),
      );
    });
  }
  return {
    days,
    columns: columnsOf(plan),
    features: outputsOf(plan).map(({ name }) => name),
    rows: made(plan, rows, features, request.rows),
  };
}

interface Asked extends SampleRequest {
  readonly days: DayRange;
}

function sampledLeft(warehouse: Warehouse, inputs: Inputs, plan: JoinPlan, asked: Asked): Promise<readonly Row[]> {
  const { fields, values } = readSaid(asked.said, plan.left.columns, `The left side of ${plan.name}`);
  const { rows, seed, days } = asked;
  const where = amongConditions(fields, [values]);
  return leftRows(warehouse, inputs, plan, { days, where, sample: { rows, seed }, rowsMax: rows });
}

/** A row a key and a day. More than are wanted, because a row without any value is none. */
async function sampledKeyRows(
  warehouse: Warehouse,
  inputs: Inputs,
  plan: GroupByPlan,
  asked: Asked,
): Promise<readonly Row[]> {
  const { fields, values } = readSaid(asked.said, plan.keys, plan.name);
  const { rows, seed, days } = asked;
  const where = amongConditions(fields, [values]);
  const keys = await sampledKeys(warehouse, inputs, plan, { days, where, keys: 2 * rows, seed });
  const keyText = keyTextOf(plan.keys);
  return daysOf(days)
    .flatMap((ds) => keys.map((key) => ({ ds, key, hash: hashOf(seed, `${ds} ${keyText(key)}`) })))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ ds, key }) =>
      Object.fromEntries([['ds', ds], ...plan.keys.map(({ name }, at) => [name, key[at] ?? null])]),
    );
}

interface PartRequest {
  readonly plan: RunnablePlan;
  /** The number of the part in a join. */
  readonly part: number;
  readonly check: Check;
  readonly rows: readonly Row[];
  readonly days: DayRange;
  readonly signal: AbortSignal;
}

/** One GroupBy's features of each row; undefined for a row that matches nothing. */
async function foldedRows(
  warehouse: Warehouse,
  inputs: Inputs,
  { plan, part, check, rows, days, signal }: PartRequest,
): Promise<readonly (readonly Value[] | undefined)[]> {
  const { groupBy, outputs } = check;
  const asked = rows.map((row) => check.ask(row));
  const questions = asked.filter((question): question is Question => question !== null);
  if (questions.length === 0) return asked.map(() => undefined);
  const keys = questions.map((question) => question.keys);
  const span = plan.kind === 'join' ? askedOf(groupBy, spanOf(days, plan.left.lagMs)) : askedOfKeys(groupBy, days);
  const scans = await inputs.eventScans(groupBy, span);
  const featuresOf = await foldedFeatures(warehouse, groupBy, {
    left: plan.kind === 'join' ? await leftOf(inputs, plan, part, { days, keys, rows }) : { kind: 'every-key', days },
    events: scans.map((scan) => narrowed(scan, groupBy.keys, keys)),
    fromMs: span.fromMs,
    outputs,
    questions,
    signal,
  });
  return asked.map((question) => (question === null ? undefined : featuresOf(question)));
}

interface LeftRequest {
  readonly days: DayRange;
  readonly keys: readonly (readonly Value[])[];
  readonly rows: readonly Row[];
}

/** The left rows with the keys of a part and the times of sampled rows. More than those would do no harm, but be folded for nothing. */
async function leftOf(
  inputs: Inputs,
  { left, parts }: JoinPlan,
  part: number,
  { days, keys, rows }: LeftRequest,
): Promise<LeftRows> {
  const names = (parts[part]?.keys ?? []).map((key) => key.left);
  const fields = names.flatMap((name) => left.columns.filter((column) => column.name === name));
  const scan = await inputs.leftScan(left, days);
  const timed = { ...scan, columns: [...scan.columns, { name: LEFT_TIME, expression: scan.time }] };
  const times = rows.flatMap(({ ts }) => (ts === null || ts === undefined ? [] : [[ts]]));
  const ofKeys = narrowed(timed, fields, keys);
  return { kind: 'scan', scan: narrowed(ofKeys, [{ name: LEFT_TIME, type: longType }], times), keys: names };
}

/** The scan, of these values of columns alone as far as that can be said to the warehouse: the semi-join that makes a sample quick. */
const narrowed = (scan: TimedScan, columns: readonly Field[], rows: readonly (readonly Value[])[]): TimedScan => ({
  ...scan,
  where: [...scan.where, ...amongConditions(columns, rows)],
});

/** The table's rows in the end: derived, and of a GroupBy those with any value. */
function made(
  plan: RunnablePlan,
  rows: readonly Row[],
  features: ReadonlyMap<string, readonly Value[]>,
  rowsMax: number,
): readonly Row[] {
  const derived = derive(plan, rows, features);
  const joined = rows.map((row, at) => ({
    ...row,
    ...Object.fromEntries(outputsOf(plan).map(({ name }) => [name, derived.get(name)?.[at] ?? null])),
  }));
  if (plan.kind === 'join') return joined;
  return joined
    .filter((_, at) => [...features.values()].some((values) => values[at] !== null))
    .slice(0, rowsMax)
    .sort((a, b) => compareRows(plan, a, b));
}

function derive(
  plan: RunnablePlan,
  rows: readonly Row[],
  features: ReadonlyMap<string, readonly Value[]>,
): ReadonlyMap<string, readonly Value[]> {
  const names = new Set(outputsOf(plan).map(({ name }) => name));
  const columns = derivationOf(plan)?.columns.filter(({ name }) => names.has(name));
  if (columns === undefined) return features;
  return derivedColumns(columns, rows.length, (name, at) =>
    features.has(name) ? (features.get(name)?.[at] ?? null) : contextOf(plan, rows[at] ?? {}, name),
  );
}

/** By day, then by keys. */
function compareRows({ keys }: GroupByPlan, a: Row, b: Row): number {
  for (const { name, type } of [{ name: 'ds', type: stringType }, ...keys]) {
    const order = compareOf(type)(a[name] ?? null, b[name] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

const columnsOf = (plan: RunnablePlan): readonly Field[] => [
  { name: 'ds', type: stringType },
  ...(plan.kind === 'join' ? plan.left.columns : plan.keys)
    .filter(({ name }) => name !== 'ds')
    .map(({ name, type }) => ({ name, type })),
  ...(plan.kind === 'join' ? [{ name: 'ts', type: longType }] : []),
  ...outputsOf(plan).map(({ name, type }) => ({ name, type })),
];
