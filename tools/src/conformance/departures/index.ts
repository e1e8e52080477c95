import { bytes } from './bytes.ts';
import type { Departure } from './departure.ts';
import { names } from './names.ts';
import { values } from './values.ts';
import { windows } from './windows.ts';

export type { Departure } from './departure.ts';
export { bytes, names, values, windows };

/** By what they are about, in the order of the page. */
export const departures: Readonly<Record<string, Readonly<Record<string, Departure>>>> = {
  Values: values,
  Windows: windows,
  'Names, partitions and macros': names,
  Bytes: bytes,
};

const byRule = new Map(
  Object.values(departures).flatMap((ofKind) => Object.values(ofKind).map((each) => [each.rule, each] as const)),
);

/** The departure that a case calls by its rule. One that no page lists is told as such. */
export function departureOf(rule: string): Departure {
  return byRule.get(rule) ?? { rule: `${rule} (not in docs/departures.md)`, theirs: '', why: '' };
}
