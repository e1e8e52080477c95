import { RowFault } from '../row-fault.ts';
import { type FormatElement, type FormatGroup, formatElements } from './cast-format.ts';
import { type FormattedType, refuseMissing } from './cast-format-writing.ts';

/** What the FORMAT of a text that is read must be like, beyond being made of elements. */

const onlyWritten = ['D', 'DDD', 'DAY', 'DY', 'AM', 'PM'];
const onceAtMost: readonly FormatGroup[] = ['year', 'month', 'day', 'hour', 'minute', 'half of the day'];

/** A fault that says what is wrong. */
export function checkReadable(elements: readonly FormatElement[], format: string, type: FormattedType): void {
  const refuse = (what: string): RowFault => new RowFault(`the FORMAT ${JSON.stringify(format)} ${what}`);
  const written = elements.find(({ name }) => onlyWritten.includes(name));
  if (written !== undefined) throw refuse(`has ${written.text}, which can be written only, and never read`);
  refuseMissing(elements, type);
  const twice = elements.find((element, place) =>
    elements.slice(0, place).some((before) => isSameAgain(before, element)),
  );
  if (twice !== undefined) throw refuse(`has more than one ${twice.group}`);
  const clash = clashOf(elements);
  if (clash !== null) throw refuse(clash);
  if (type !== 'TIME' && !saysMonth(elements))
    throw refuse('leaves the year or the month to the day on which it is read: it needs YYYY and MM');
}

const isSameAgain = (a: FormatElement, b: FormatElement): boolean =>
  a.group !== 'literal' && (a.name === b.name || (a.group === b.group && onceAtMost.includes(a.group)));

function clashOf(elements: readonly FormatElement[]): string | null {
  const names = new Set(elements.map(({ name }) => name));
  const groups = new Set(elements.map(({ group }) => group));
  const hasHalf = groups.has('half of the day');
  const hasHourOfHalf = names.has('HH') || names.has('HH12');
  if (hasHalf && !hasHourOfHalf) return 'has A.M. or P.M., but no HH12 to go with it';
  if (hasHourOfHalf && !hasHalf) return 'has HH or HH12, but no A.M. to go with it; HH24 needs none';
  if (names.has('SSSSS') && (groups.has('hour') || groups.has('minute') || names.has('SS')))
    return 'has SSSSS, the seconds since midnight, and more of the same time';
  return null;
}

const saysMonth = (elements: readonly FormatElement[]): boolean =>
  elements.some(({ group, name }) => group === 'year' && name !== 'Y') &&
  elements.some(({ group }) => group === 'month');

/** Whether GoogleSQL would read the rest of a text's date from the calendar on the wall, which we never do. */
export function dependsOnToday(format: string): boolean {
  try {
    return !saysMonth(formatElements(format));
  } catch {
    // What is no FORMAT depends on nothing.
    return false;
  }
}
