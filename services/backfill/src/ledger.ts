import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Field, IsochronError, typeText } from '@isochron/schema';
import type { DayRange, Partition, TableDescription, Warehouse } from '@isochron/warehouse';
import { daysOf, daysText, runsOf } from './days.ts';

/** Changes when the same definition over the same rows would come out as other numbers: a change of ours, not of an author. */
const KERNEL_VERSION = '1';

/** A step takes no more days than this at once, so that its memory and what an interruption loses stay bounded, unless its author says how many. */
export const STEP_DAYS_UNLESS_SAID = 31;

/** How often a table that was just written is looked at, and how long between, until it shows that. */
const LOOKS_MAX = 6;
const LOOK_AGAIN_MS = 20;

/** What a partition is made by and from: equal text, equal rows. */
export function fingerprintOf(semanticHash: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  hash.update(`${KERNEL_VERSION}\n${semanticHash}\n`);
  for (const input of inputs) hash.update(`${input}\n`);
  return hash.digest('hex').slice(0, 32);
}

/** The work left in one output table: the ledger is the fingerprints its partitions carry. */
export interface Missing {
  readonly days: readonly string[];
  /** The missing days as ranges, each one step: replaced whole or not at all. */
  readonly steps: readonly DayRange[];
  readonly fingerprint: (day: string) => string;
}

/**
 * Which days of `table` are not yet what `fingerprint` says they should be. A step's days appear together, so a run that was cut off
 * is taken up in the very steps it would have had. `stepDaysMax` is of one step: infinite where all days are one, because old and new columns cannot
 * stand in one table.
 */
export async function missingDays(
  warehouse: Warehouse,
  table: string,
  range: DayRange,
  fingerprint: (day: string) => Promise<string>,
  stepDaysMax: number,
): Promise<Missing> {
  const description = await warehouse.describe(table);
  const partitions = new Map<string, Partition>(description?.partitions.map((partition) => [partition.day, partition]));
  const wanted = new Map<string, string>();
  const days: string[] = [];
  for (const day of daysOf(range)) {
    const text = await fingerprint(day);
    wanted.set(day, text);
    if (partitions.get(day)?.fingerprint !== text) days.push(day);
  }
  return {
    days,
    steps: runsOf(days, stepDaysMax),
    fingerprint: (day) => {
      const text = wanted.get(day);
      if (text === undefined) throw new Error(`day ${day} is outside of ${range.start}..${range.end}`);
      return text;
    },
  };
}

/**
 * Whether a table stands in other columns than it is to have, so that all of its days must be replaced in one step. Rejects with
 * FAILED_PRECONDITION if it has days outside of the range: they would be left behind in the old columns. `isLastDayOnly`: asking for more days does not help.
 */
export async function replacesColumns(
  warehouse: Warehouse,
  table: string,
  range: DayRange,
  columns: readonly Field[],
  isLastDayOnly = false,
): Promise<boolean> {
  const description = await warehouse.describe(table);
  if (description === undefined || columnsText(description.columns) === columnsText(columns)) return false;
  const days = description.partitions.map(({ day }) => day);
  const outside = days.filter((day) => day < range.start || day > range.end);
  if (outside.length === 0) return true;
  const [first = range.start] = days;
  const last = days.at(-1) ?? range.end;
  const whole = `Backfill all of it (${first < range.start ? first : range.start} to ${last > range.end ? last : range.end}), or raise`;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `Table ${table} was computed by an earlier definition, with other columns, and has days outside of those asked for (${daysText(outside)}). ` +
      `${isLastDayOnly ? 'Raise' : whole} the definition's version, which starts a new table.`,
  );
}

const columnsText = (columns: readonly Field[]): string =>
  columns.map(({ name, type }) => `${name} ${typeText(type)}`).join('\n');

/** What a table is after a step has written it. A warehouse that answers from the past for a moment is asked again. */
export async function confirmWritten(
  warehouse: Warehouse,
  table: string,
  range: DayRange,
  missing: Missing,
): Promise<TableDescription> {
  for (let look = 1; look <= LOOKS_MAX; look++) {
    const description = await warehouse.describe(table);
    const fingerprints = new Map(description?.partitions.map(({ day, fingerprint }) => [day, fingerprint]));
    if (description !== undefined && daysOf(range).every((day) => fingerprints.get(day) === missing.fingerprint(day)))
      return description;
    await sleep(look * LOOK_AGAIN_MS);
  }
  throw new IsochronError(
    'UNAVAILABLE',
    `Table ${table} does not show what was just written to it; another run may have replaced it. Run it again.`,
  );
}
