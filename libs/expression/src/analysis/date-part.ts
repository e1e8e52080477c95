import type { Expression } from '../syntax/tree.ts';

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
