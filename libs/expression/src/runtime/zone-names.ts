import { daysOf, weekdayOf } from './calendar.ts';
import { SECONDS_OF_DAY } from './instant.ts';
import { zoneLines, zoneNames } from './zone-data.generated.ts';

/** `transitions[i]` is when the offset changes from `offsets[i]` to `offsets[i + 1]`; in order, in seconds. */
export interface ZoneData {
  readonly transitions: readonly number[];
  readonly offsets: readonly number[];
  /** Whether the last 400 years of transitions go on for ever. */
  readonly repeats: boolean;
}

/** A zone of the IANA database by its exact name; null for any other. */
export function zoneData(name: string): ZoneData | null {
  // What is no name could cut through a line of the table.
  if (!/^[\w/+-]+$/.test(name)) return null;
  const start = zoneNames.indexOf(`\n${name} `);
  if (start === -1) return null;
  const from = start + name.length + 2;
  const line = zoneLines[Number.parseInt(zoneNames.slice(from, zoneNames.indexOf('\n', from)), 36)];
  return line === undefined ? null : decoded(line);
}

/** The names of all zones. */
export const zoneNameList = (): readonly string[] =>
  zoneNames
    .trim()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf(' ')));

interface Rule {
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly seconds: number;
  readonly offset: number;
}

function decoded(line: string): ZoneData {
  const [offsetTexts = '', changeTexts = '', ruleTexts = ''] = line.split('|');
  const known = numbers(offsetTexts);
  const offsetAt = (place: number | undefined): number => known[place ?? 0] ?? 0;
  const transitions: number[] = [];
  const offsets = [offsetAt(0)];
  let at = 0;
  for (const [since = 0, place] of records(changeTexts)) {
    at += since;
    transitions.push(at);
    offsets.push(offsetAt(place));
  }
  const rules = records(ruleTexts).map(
    ([month = 1, day = 1, weekday = 0, seconds = 0, place]): Rule => ({
      month,
      day,
      weekday,
      seconds,
      offset: offsetAt(place),
    }),
  );
  if (rules.length > 0) applyRules(rules, transitions, offsets);
  return { transitions, offsets, repeats: rules.length > 0 };
}

/** The calendar repeats itself after 400 years, weekdays included; one year more covers both ends. */
function applyRules(rules: readonly Rule[], transitions: number[], offsets: number[]): void {
  const last = transitions.at(-1) ?? 0;
  const firstYear = 1970 + Math.floor(last / (365.2425 * SECONDS_OF_DAY));
  for (let year = firstYear; year <= firstYear + 402; year++) {
    for (const { month, day, weekday, seconds, offset } of rules) {
      const earliest = daysOf(year, month, day);
      const days = earliest + ((weekday - weekdayOf(earliest) + 7) % 7);
      const at = days * SECONDS_OF_DAY + seconds - (offsets.at(-1) ?? 0);
      if (at <= last) continue;
      transitions.push(at);
      offsets.push(offset);
    }
  }
}

const numbers = (text: string): readonly number[] => text.split(',').map((each) => Number.parseInt(each, 36));
const records = (text: string): readonly (readonly number[])[] => (text === '' ? [] : text.split(' ').map(numbers));
