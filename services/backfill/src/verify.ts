import { DAY_MS, equalValues, type FeatureSpec, hopMs, oracle } from '@isochron/aggregation';
import type { GroupByPlan, JoinPlan, Plan } from '@isochron/compiler';
import { type Field, IsochronError, keyOf, type Value, valueText } from '@isochron/schema';
import type { DayRange, TableDescription, Warehouse } from '@isochron/warehouse';
import { addDays, dayStartMs, runsOf } from './days.ts';
import { Inputs } from './inputs.ts';

export interface VerifyRequest {
  readonly plan: Plan;
  /** Rows are taken from those of these days that the table has. */
  readonly days: DayRange;
  readonly rows: number;
  readonly seed: number;
}

export interface VerifyReport {
  readonly rows: number;
  /** Rows whose every feature equals the oracle's. */
  readonly equal: number;
  readonly values: number;
  /** The first of them, no more than a person reads. */
  readonly mismatches: readonly Mismatch[];
}

export interface Mismatch {
  readonly feature: string;
  readonly keys: string;
  /** null for a row that matches nothing and should have no value. */
  readonly atMs: number | null;
  readonly stored: string;
  readonly expected: string;
}

type Row = Readonly<Record<string, Value>>;

/** More events than this are not held at once: verify fewer days or fewer rows. */
const EVENTS_MAX = 20_000_000;
const MISMATCHES_MAX = 20;

/**
 * Recomputes a sample of a table's rows the naive way: events come from the source tables by a plain query without order, each feature
 * is the oracle's brute force over the events its window rule lets in. Nothing of the fold, the sort or the step tables takes part.
 */
export async function verify(warehouse: Warehouse, request: VerifyRequest): Promise<VerifyReport> {
  const { plan, days } = request;
  const description = await warehouse.describe(plan.table);
  if (description === undefined) {
    throw new IsochronError('NOT_FOUND', `There is no table ${plan.table} to verify: run isochron backfill ${plan.name} first.`);
  }
  const outputs = plan.kind === 'group-by' ? plan.outputs : plan.parts.flatMap((part) => part.outputs);
  const absent = outputs.filter(({ name }) => !description.columns.some((column) => column.name === name)).map(({ name }) => name);
  if (absent.length > 0) {
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `Table ${plan.table} has no ${absent.join(', ')}: it was computed by an earlier definition. Run isochron backfill ${plan.name} first.`,
    );
  }
  const stored = await sampleOf(warehouse, description, request);
  if (stored.length === 0) throw new IsochronError('NOT_FOUND', `Table ${plan.table} has no rows from ${days.start} to ${days.end}.`);
  const failed = new Set<number>();
  const mismatches: Mismatch[] = [];
  let values = 0;
  for (const check of checksOf(plan)) {
    const asked = stored.map((row) => check.ask(row));
    const events = await eventsFor(warehouse, check.groupBy, asked);
    const keyText = keyTextOf(check.groupBy.keys);
    stored.forEach((row, index) => {
      const question = asked[index] ?? null;
      const mine = question === null ? [] : (events.get(keyText(question.keys)) ?? []);
      check.groupBy.features.forEach((spec, f) => {
        const output = check.outputs[f];
        if (output === undefined) throw new Error(`${spec.name} has no output column`);
        const expected = question === null ? null : expectedOf(check.groupBy, spec, mine, question.atMs);
        const actual = row[output.name] ?? null;
        values++;
        const type = check.groupBy.outputs[f]?.type ?? output.type;
        if (equalValues(type, expected?.value ?? null, actual, expected?.tolerance ?? 0)) return;
        failed.add(index);
        if (mismatches.length >= MISMATCHES_MAX) return;
        mismatches.push({
          feature: output.name,
          keys: question === null ? 'null' : keyText(question.keys),
          atMs: question?.atMs ?? null,
          stored: valueText(type, actual),
          expected: valueText(type, expected?.value ?? null),
        });
      });
    });
  }
  return { rows: stored.length, equal: stored.length - failed.size, values, mismatches };
}

/** Random rows, from each run of days without a gap in proportion to its rows. */
async function sampleOf(warehouse: Warehouse, { columns, partitions }: TableDescription, request: VerifyRequest): Promise<readonly Row[]> {
  const { plan, days, seed } = request;
  const within = partitions.filter(({ day }) => day >= days.start && day <= days.end);
  const rowsIn = (range: DayRange): number =>
    within.reduce((sum, { day, rows }) => (day >= range.start && day <= range.end ? sum + rows : sum), 0);
  const total = rowsIn(days);
  const wanted = Math.min(request.rows, total);
  const sample: Row[] = [];
  let before = 0;
  for (const run of runsOf(within.map(({ day }) => day), Number.POSITIVE_INFINITY)) {
    before += rowsIn(run);
    const rows = Math.round((wanted * before) / total) - sample.length;
    if (!(rows > 0)) continue;
    const names = ['ds', ...columns.map(({ name }) => name)];
    const scan = { table: plan.table, days: run, columns: names.map((name) => ({ name, expression: `\`${name}\`` })), where: [] };
    sample.push(...(await warehouse.rows({ scan, sample: { rows, seed }, limit: rows })));
  }
  return sample;
}

/** One GroupBy's worth of features in a table's rows. */
interface Check {
  readonly groupBy: GroupByPlan;
  readonly outputs: readonly Field[];
  /** What a row asked: its keys, in order, and its instant; null if it matches nothing. */
  readonly ask: (row: Row) => Question | null;
}

interface Question {
  readonly keys: readonly Value[];
  readonly atMs: number;
}

function checksOf(plan: Plan): Check[] {
  if (plan.kind === 'group-by') {
    return [
      {
        groupBy: plan,
        outputs: plan.outputs,
        ask: (row) => question(plan.keys.map(({ name }) => row[name] ?? null), dayStartMs(addDays(dayTextOf(row), 1))),
      },
    ];
  }
  return plan.parts.map((part) => ({
    groupBy: part.groupBy,
    outputs: part.outputs,
    ask: (row) => {
      const timeMs = Number(row['ts'] ?? Number.NaN);
      if (Number.isNaN(timeMs) || isBeyondLag(plan, row, timeMs)) return null;
      const atMs = part.groupBy.accuracy === 'SNAPSHOT' ? Math.floor(timeMs / DAY_MS) * DAY_MS : timeMs;
      return question(part.keys.map(({ left }) => row[left] ?? null), atMs);
    },
  }));
}

const question = (keys: readonly Value[], atMs: number): Question | null => (keys.includes(null) ? null : { keys, atMs });

function isBeyondLag(plan: JoinPlan, row: Row, timeMs: number): boolean {
  const start = dayStartMs(dayTextOf(row));
  return timeMs < start - plan.left.lagMs || timeMs >= dayStartMs(addDays(dayTextOf(row), 1)) + plan.left.lagMs;
}

const dayTextOf = (row: Row): string => String(row['ds']);

interface Event {
  readonly ts: number;
  readonly row: Row;
}

/** The events of the keys asked about, by key, as the source tables have them. */
async function eventsFor(
  warehouse: Warehouse,
  plan: GroupByPlan,
  asked: readonly (Question | null)[],
): Promise<ReadonlyMap<string, readonly Event[]>> {
  const questions = asked.filter((one) => one !== null);
  const times = questions.map(({ atMs }) => atMs);
  const byKey = new Map<string, Event[]>();
  if (times.length === 0) return byKey;
  const first = times.reduce((least, time) => Math.min(least, time));
  const last = times.reduce((greatest, time) => Math.max(greatest, time));
  const span = { fromMs: plan.lookbackMs === null ? -Infinity : first - plan.lookbackMs, toMs: last };
  const keyText = keyTextOf(plan.keys);
  const wanted = new Set(questions.map(({ keys }) => keyText(keys)));
  const inputs = new Inputs(warehouse);
  for (const scan of plan.scans) {
    const days = await inputs.daysFor(scan, span);
    if (days === null) continue;
    const rows = await warehouse.rows({
      scan: {
        table: scan.table,
        days,
        columns: [
          ...scan.columns.map(({ name, expression }) => ({ name, expression })),
          { name: '__ts', expression: scan.time },
          { name: '__ds', expression: 'ds' },
        ],
        where: [...scan.where, ...keyConditions(plan.keys, questions)],
      },
      limit: EVENTS_MAX,
    });
    for (const row of rows) {
      if (row['__ts'] === null || row['__ts'] === undefined) continue;
      const ts = Number(row['__ts']);
      const start = dayStartMs(String(row['__ds']));
      if (ts < start - scan.lagMs || ts >= dayStartMs(addDays(String(row['__ds']), 1)) + scan.lagMs) continue;
      const key = keyText(plan.keys.map(({ name }) => row[name] ?? null));
      if (!wanted.has(key)) continue;
      const events = byKey.get(key);
      if (events === undefined) byKey.set(key, [{ ts, row }]);
      else events.push({ ts, row });
    }
  }
  for (const events of byKey.values()) events.sort((a, b) => a.ts - b.ts);
  return byKey;
}

/** Narrows the query to the keys asked about where they are texts or integers and not too many; more rows than needed do no harm. */
function keyConditions(keys: readonly Field[], questions: readonly Question[]): string[] {
  return keys.flatMap(({ name, type }, position) => {
    if (type.kind !== 'string' && type.kind !== 'int' && type.kind !== 'long') return [];
    const values = new Set(questions.map((one) => one.keys[position] as string | number | bigint));
    if (values.size > 2000) return [];
    return [`\`${name}\` IN (${[...values].map((value) => (typeof value === 'string' ? quoted(value) : String(value))).join(', ')})`];
  });
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;

function keyTextOf(keys: readonly Field[]): (values: readonly Value[]) => string {
  const parts = keys.map(({ type }) => keyOf(type));
  return (values) => JSON.stringify(values.map((value, position) => String(parts[position]?.(value))));
}

/** The window rule of the semantics page, written out: [floor((q - W) / h) * h, q). Events are in order of time. */
function expectedOf(
  plan: GroupByPlan,
  spec: FeatureSpec,
  events: readonly Event[],
  atMs: number,
): { readonly value: Value; readonly tolerance: number } {
  const hop = hopMs(spec.windowMs, plan.accuracy);
  const from = spec.windowMs === null ? -Infinity : Math.floor((atMs - spec.windowMs) / hop) * hop;
  const input = plan.inputs.find(({ name }) => name === spec.input);
  if (input === undefined) throw new Error(`${spec.name} reads ${spec.input}, which is no input`);
  const seen = events.slice(firstAt(events, from), firstAt(events, atMs)).map(({ ts, row }) => ({
    ts,
    value: row[spec.input] ?? null,
    ...(spec.bucket === null ? {} : { bucket: row[spec.bucket] as string | null }),
  }));
  const magnitude = seen.reduce((sum, { value }) => sum + (typeof value === 'number' ? Math.abs(value) : 0), 0);
  const asked = { operation: spec.operation, args: spec.args, input: input.type, bucketed: spec.bucket !== null };
  return { value: oracle(asked, seen), tolerance: 1e-9 * magnitude };
}

/** The position of the first event at or after an instant. */
function firstAt(events: readonly Event[], timeMs: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.ts ?? Infinity) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
