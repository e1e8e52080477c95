import { createHash } from 'node:crypto';
import type { DayRange, Partition, Warehouse } from '@isochron/warehouse';
import { daysOf, runsOf } from './days.ts';

/** Changes when the same definition over the same rows would come out as other numbers: a change of ours, not of an author. */
const KERNEL_VERSION = '1';

/** A step never takes more days than this at once, so that its memory and what an interruption loses stay bounded. */
const STEP_DAYS_MAX = 31;

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
 * is taken up in the very steps it would have had.
 */
export async function missingDays(
  warehouse: Warehouse,
  table: string,
  range: DayRange,
  fingerprint: (day: string) => Promise<string>,
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
    steps: runsOf(days, STEP_DAYS_MAX),
    fingerprint: (day) => {
      const text = wanted.get(day);
      if (text === undefined) throw new Error(`day ${day} is outside of ${range.start}..${range.end}`);
      return text;
    },
  };
}
