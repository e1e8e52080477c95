import { RowFault } from '../row-fault.ts';
import { SECONDS_OF_DAY } from './instant.ts';
import { type ZoneData, zoneData } from './zone-names.ts';

/** Where a clock stands against UTC, at each moment. All in seconds. */
export interface Zone {
  /** How far the clock is ahead of UTC at an instant. */
  offsetAt(seconds: number): number;
  /**
   * The instant at which the clock shows a time. A time that is skipped is read by the offset before the gap, a time that is shown twice is its first, as in
   * the absl time library (`TimeZone::TimeInfo::pre`).
   */
  instantOf(local: number): number;
}

const SECONDS_OF_400_YEARS = 146_097 * SECONDS_OF_DAY;

function zoneOf({ transitions, offsets, repeats }: ZoneData): Zone {
  const [only] = offsets;
  if (only !== undefined && offsets.length === 1) return fixedZone(only);
  // Up to when the clock shows times by the earlier offset: through the gap, or through the first showing.
  const locals = transitions.map((at, index) => at + Math.max(offsets[index] ?? 0, offsets[index + 1] ?? 0));
  const end = repeats ? (transitions.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
  const within = (seconds: number): number =>
    seconds < end ? seconds : seconds - Math.floor((seconds - end) / SECONDS_OF_400_YEARS + 1) * SECONDS_OF_400_YEARS;
  const [countAt, countShown, by] = [counter(transitions), counter(locals), Int32Array.from(offsets)];
  return {
    offsetAt: (seconds) => by[countAt(within(seconds))] ?? 0,
    instantOf: (local) => local - (by[countShown(within(local))] ?? 0),
  };
}

export const fixedZone = (offset: number): Zone => ({
  offsetAt: () => offset,
  instantOf: (local) => local - offset,
});

export const UTC: Zone = fixedZone(0);

/** About 97 days: there are seldom two transitions in one. */
const BUCKET_SECONDS = 2 ** 23;

/** How many of the sorted numbers are at most a limit: a table says how many are before the limit's bucket, the rest are counted. */
function counter(sorted: readonly number[]): (limit: number) => number {
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  // The end is a number that nothing reaches.
  const numbers = Float64Array.from([...sorted, Number.POSITIVE_INFINITY]);
  const counts = new Uint16Array(Math.floor((last - first) / BUCKET_SECONDS) + 1);
  let count = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    while ((numbers[count] ?? 0) < first + bucket * BUCKET_SECONDS) count += 1;
    counts[bucket] = count;
  }
  return (limit) => {
    if (limit < first) return 0;
    if (limit >= last) return sorted.length;
    let at = counts[Math.floor((limit - first) / BUCKET_SECONDS)] ?? 0;
    while ((numbers[at] ?? 0) <= limit) at += 1;
    return at;
  };
}

/** A zone by its name in the IANA database (`Europe/Paris`, case counts) or by an offset of at most 14 hours: `+05:30`, `-8`, `UTC+0530`. Else a fault. */
export function zoneNamed(name: string): Zone {
  const offset = offsetZone(name);
  if (offset !== null) return offset;
  const data = zoneData(name);
  if (data === null) throw new RowFault(`there is no time zone ${JSON.stringify(name)}`);
  return zoneOf(data);
}

/** A column of made-up names must not fill the memory. */
const ZONES_MAX = 1000;

/** Finds zones for one place in an expression, and keeps them: a name is looked up once. */
export function zoneFinder(): (name: string) => Zone {
  const known = new Map<string, Zone>([['UTC', UTC]]);
  let [lastName, lastZone] = ['UTC', UTC];
  return (name) => {
    if (name === lastName) return lastZone;
    const zone = known.get(name) ?? zoneNamed(name);
    if (known.size >= ZONES_MAX) known.clear();
    known.set(name, zone);
    [lastName, lastZone] = [name, zone];
    return zone;
  };
}

/** null: written like no offset. */
function offsetZone(name: string): Zone | null {
  const match = /^(?:UTC)?([+-])(\d{1,2})(?::?(\d{1,2}))?$/.exec(name);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59)
    throw new RowFault(`there is no time zone ${JSON.stringify(name)}`);
  return fixedZone((match[1] === '-' ? -minutes : minutes) * 60);
}
