import { DAY_MS, hopStart, windowStart } from '@isochron/aggregation';
import type { GroupByPlan, ScanPlan } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import type { DayRange, Partition, TableDescription, TimedScan, Warehouse } from '@isochron/warehouse';
import { addDays, dayOf, dayStartMs, daysOf, daysText, rangeText } from './days.ts';
import type { RunnablePlan } from './runnable.ts';

/** Instants a step asks of a source: from `fromMs` (-Infinity: all there is) to just before `toMs`. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The tables a backfill reads, described once when it starts: every step of one run sees the same versions. */
export class Inputs {
  readonly #warehouse: Warehouse;
  readonly #partitions = new Map<string, Map<string, Partition>>();

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse;
  }

  async read(table: string): Promise<ReadonlyMap<string, Partition>> {
    const known = this.#partitions.get(table);
    if (known !== undefined) return known;
    const description = await this.#warehouse.describe(table);
    if (description === undefined) {
      throw new IsochronError(
        'NOT_FOUND',
        `There is no table ${table}: load it first (isochron load ${table} FILE… --time COLUMN).`,
      );
    }
    const partitions = byDay(description);
    this.#partitions.set(table, partitions);
    return partitions;
  }

  /** A step has written this table: what later steps see of it. */
  written(description: TableDescription): void {
    this.#partitions.set(description.name, byDay(description));
  }

  /**
   * The days of the source's table that can hold events of a span, within the bounds its author gave; null if the bounds leave none.
   * Rejects with FAILED_PRECONDITION, naming them, if partitions among them are missing.
   */
  async daysFor(scan: ScanPlan, span: TimeSpan): Promise<DayRange | null> {
    const partitions = await this.read(scan.table);
    const first = [...partitions.keys()][0];
    const last = [...partitions.keys()].at(-1);
    if (first === undefined || last === undefined) {
      throw new IsochronError('FAILED_PRECONDITION', `Table ${scan.table} has no partitions: load it first.`);
    }
    let end = dayOf(span.toMs - 1 + scan.lagMs);
    if (scan.endDay !== null && end > scan.endDay) end = scan.endDay;
    // Without bounds "all there is" begins with the table, but never after its end: a day before the table is missing, not empty.
    const everything = scan.startDay ?? (first < end ? first : end);
    let start = span.fromMs === -Infinity ? everything : dayOf(span.fromMs - scan.lagMs);
    if (scan.startDay !== null && start < scan.startDay) start = scan.startDay;
    if (start > end) return null;
    const missing = daysOf({ start, end }).filter((day) => !partitions.has(day));
    if (missing.length === 0) return { start, end };
    const it = missing.length === 1 ? 'it' : 'them';
    const isOutside = missing.some((day) => day < first || day > last);
    const bounds = `, or, if the table has no more, say in the source where it begins and ends (start: '${first}', end: '${last}')`;
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `Table ${scan.table} lacks ${missing.length === 1 ? 'the partition' : `${missing.length} partitions`} ${daysText(missing)}, needed ` +
        `for rows from ${start} to ${end}${scan.lagMs > 0 ? ' (lag included)' : ''}. Load ${it}${isOutside ? bounds : ''}.`,
    );
  }

  /** The days of a left side, all of them. Rejects with INVALID_ARGUMENT for days outside of its bounds: they would have no rows. */
  async leftDays(scan: ScanPlan, days: DayRange): Promise<DayRange> {
    const { startDay, endDay } = scan;
    if ((startDay !== null && days.start < startDay) || (endDay !== null && days.end > endDay)) {
      const bounds = [
        startDay === null ? [] : [`begins on ${startDay}`],
        endDay === null ? [] : [`ends on ${endDay}`],
      ].flat();
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `The left side, ${scan.table}, ${bounds.join(' and ')} (start and end of its source), but ${rangeText(days)} was asked for: ask for days within.`,
      );
    }
    return (await this.daysFor({ ...scan, lagMs: 0 }, spanOf(days, 0))) ?? days;
  }

  /** Rejects as {@link leftDays} and {@link daysFor} where days of a plan's table cannot be made of what there is. */
  async check(plan: RunnablePlan, days: DayRange): Promise<void> {
    if (plan.kind === 'group-by') {
      refuseNoEvents(plan, await this.eventScans(plan, askedOfKeys(plan, days)), days);
      return;
    }
    await this.leftDays(plan.left, days);
    const span = spanOf(days, plan.left.lagMs);
    for (const { groupBy } of plan.parts) await this.eventScans(groupBy, askedOf(groupBy, span));
  }

  async leftScan(scan: ScanPlan, days: DayRange): Promise<TimedScan> {
    return timedScan(scan, await this.leftDays(scan, days));
  }

  /** The scans of a GroupBy's events in a span; a source whose bounds leave nothing of it has none. Rejects as {@link daysFor}. */
  async eventScans(plan: GroupByPlan, span: TimeSpan): Promise<readonly TimedScan[]> {
    const scans: TimedScan[] = [];
    for (const scan of plan.scans) {
      const days = await this.daysFor(scan, span);
      if (days !== null) scans.push({ ...timedScan(scan, days), identify: plan.keys.map(({ name }) => name) });
    }
    return scans;
  }

  /** The versions of what those scans read. */
  async eventVersions(plan: GroupByPlan, span: TimeSpan): Promise<readonly string[]> {
    const versions: string[] = [];
    for (const scan of plan.scans) versions.push(await this.versions(scan.table, await this.daysFor(scan, span)));
    return versions;
  }

  /** The versions of a table's partitions in a range, as text for a fingerprint. */
  async versions(table: string, range: DayRange | null): Promise<string> {
    if (range === null) return `${table}:none`;
    const partitions = await this.read(table);
    return daysOf(range)
      .map((day) => `${table}/${day}@${partitions.get(day)?.version ?? 'none'}`)
      .join('\n');
  }
}

const byDay = ({ partitions }: TableDescription): Map<string, Partition> =>
  new Map(partitions.map((partition) => [partition.day, partition]));

/** A scan of the days that matter, for the columns named. */
export const timedScan = (scan: ScanPlan, days: DayRange): TimedScan => ({
  table: scan.table,
  days,
  columns: scan.columns.map(({ name, expression }) => ({ name, expression })),
  where: scan.where,
  time: scan.time,
  lagMs: scan.lagMs,
});

/** All instants of a range of partitions whose rows may leave their day by `lagMs`. */
export const spanOf = (days: DayRange, lagMs: number): TimeSpan => ({
  fromMs: dayStartMs(days.start) - lagMs,
  toMs: dayStartMs(addDays(days.end, 1)) + lagMs,
});

/** The first instant that any feature sees at `atMs` or later; -Infinity where one sees all time. */
export const firstSeenMs = ({ features, accuracy }: GroupByPlan, atMs: number): number =>
  features.reduce((first, { windowMs }) => Math.min(first, windowStart(atMs, windowMs, accuracy)), atMs);

/** The events that left rows of a span look back on. A SNAPSHOT row is asked at the midnight that starts its day, so the day itself is not needed. */
export function askedOf(plan: GroupByPlan, left: TimeSpan): TimeSpan {
  if (plan.accuracy === 'TEMPORAL') return { fromMs: firstSeenMs(plan, left.fromMs), toMs: left.toMs };
  return { fromMs: firstSeenMs(plan, hopStart(left.fromMs, DAY_MS)), toMs: hopStart(left.toMs - 1, DAY_MS) };
}

/** The events that the keys of a GroupBy on its own look back on, at the midnights that end the days. */
export const askedOfKeys = (plan: GroupByPlan, days: DayRange): TimeSpan => ({
  fromMs: firstSeenMs(plan, dayStartMs(addDays(days.start, 1))),
  toMs: dayStartMs(addDays(days.end, 1)),
});

export const oneDay = (day: string): DayRange => ({ start: day, end: day });

/** Without events there are no keys to ask for. FAILED_PRECONDITION where the bounds of a GroupBy's sources leave none of the days that its windows see. */
export function refuseNoEvents({ name, scans }: GroupByPlan, read: readonly TimedScan[], days: DayRange): void {
  if (read.length > 0) return;
  const bounds = scans.map(({ table, startDay, endDay }) =>
    [
      table,
      ...(startDay === null ? [] : [`from ${startDay} on`]),
      ...(endDay === null ? [] : [`up to ${endDay}`]),
    ].join(' '),
  );
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `${name} has no events that its windows see on ${rangeText(days)}: by the bounds of its sources it reads ${bounds.join(', ')}.`,
  );
}
