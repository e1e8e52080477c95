import type { Expression } from '../syntax/tree.ts';
import type { Pattern } from '../types/pattern.ts';

const PARTS: ReadonlySet<string> = new Set([
  'MICROSECOND',
  'MILLISECOND',
  'SECOND',
  'MINUTE',
  'HOUR',
  'DAY',
  'DAYOFWEEK',
  'DAYOFYEAR',
  'WEEK',
  'ISOWEEK',
  'MONTH',
  'QUARTER',
  'YEAR',
  'ISOYEAR',
  'DATE',
  'DATETIME',
  'TIME',
]);

const WEEKDAYS: ReadonlySet<string> = new Set([
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]);

/** Whether an argument of this pattern is a word rather than a value: a part of a date, or one of a list. */
export const isWordPattern = (pattern: Pattern): boolean => pattern.kind === 'part' || pattern.kind === 'word';

/** The word in the place of an argument, in upper case; null for anything that the pattern does not take. */
export function wordOf(pattern: Pattern, node: Expression): string | null {
  if (pattern.kind === 'part') return partOf(node);
  const word = node.kind === 'column' ? node.name.toUpperCase() : '';
  return pattern.kind === 'word' && pattern.words.includes(word) ? word : null;
}

/** What is expected in the place of such an argument, for people. */
export const expectedWord = (pattern: Pattern): string =>
  pattern.kind === 'word' ? `one of ${pattern.words.join(', ')}` : 'a part of a date, such as DAY or WEEK(MONDAY)';

/** A part of a date in the place of an argument, in upper case: `DAY`, `WEEK(MONDAY)`; null for anything else. */
export function partOf(node: Expression): string | null {
  if (node.kind === 'column') {
    const part = node.name.toUpperCase();
    return PARTS.has(part) ? part : null;
  }
  const [day, ...others] = node.kind === 'call' && node.name === 'WEEK' ? node.args : [];
  if (day?.value.kind !== 'column' || others.length > 0) return null;
  const weekday = day.value.name.toUpperCase();
  return WEEKDAYS.has(weekday) ? `WEEK(${weekday})` : null;
}
