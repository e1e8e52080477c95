import type { ScanPlan } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import type { DayRange, Partition, TimedScan, Warehouse } from '@isochron/warehouse';
import { addDays, dayOf, dayStartMs, daysOf, daysText } from './days.ts';

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
      throw new IsochronError('NOT_FOUND', `There is no table ${table}: load it first (isochron load ${table} FILE… --time COLUMN).`);
    }
    const partitions = new Map(description.partitions.map((partition) => [partition.day, partition]));
    this.#partitions.set(table, partitions);
    return partitions;
  }

  /** To be called after a step has written `table`. */
  forget(table: string): void {
    this.#partitions.delete(table);
  }

  /**
   * The days of the source's table that can hold events of a span, within the bounds its author gave; null if the bounds leave none.
   * Rejects with FAILED_PRECONDITION, naming them, if partitions among them are missing.
   */
  async daysFor(scan: ScanPlan, span: TimeSpan): Promise<DayRange | null> {
    const partitions = await this.read(scan.table);
    const first = [...partitions.keys()][0];
    if (first === undefined) throw new IsochronError('FAILED_PRECONDITION', `Table ${scan.table} has no partitions: load it first.`);
    let start = span.fromMs === -Infinity ? first : dayOf(span.fromMs - scan.lagMs);
    let end = dayOf(span.toMs - 1 + scan.lagMs);
    if (scan.startDay !== null && (start < scan.startDay || span.fromMs === -Infinity)) start = scan.startDay;
    if (scan.endDay !== null && end > scan.endDay) end = scan.endDay;
    if (start > end) return null;
    const missing = daysOf({ start, end }).filter((day) => !partitions.has(day));
    if (missing.length === 0) return { start, end };
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `Table ${scan.table} lacks ${missing.length === 1 ? 'the partition' : `${missing.length} partitions`} ${daysText(missing)}, needed ` +
        `for events from ${start} to ${end}${scan.lagMs > 0 ? ' (lag included)' : ''}. Load ${missing.length === 1 ? 'it' : 'them'}, or ` +
        `say in the source where the table begins and ends (start: '${first}', end: '${[...partitions.keys()].at(-1)}').`,
    );
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
