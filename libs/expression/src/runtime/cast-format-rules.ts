import { RowFault } from '../row-fault.ts';
import type { FormatElement, FormatGroup } from './cast-format.ts';
import { type FormattedType, refuseMissing } from './cast-format-writing.ts';

/** What the FORMAT of a text that is read must be like, beyond being made of elements. */

const onlyWritten = ['D', 'DDD', 'DAY', 'DY', 'AM', 'PM'];
const onceAtMost: readonly FormatGroup[] = ['year', 'month', 'day', 'hour', 'minute', 'half of the day'];

/** A fault that says what is wrong. */
export function checkReadable(elements: readonly FormatElement[], format: string, type: FormattedType): void {
  const refuse = (what: string): RowFault => new RowFault(`the FORMAT ${JSON.stringify(format.slice(0, 100))} ${what}`);
  const written = elements.find(({ name }) => onlyWritten.includes(name));
  if (written !== undefined) throw refuse(`has ${written.text}, which can be written only, and never read`);
  refuseMissing(elements, type);
  const twice = secondOf(elements);
  if (twice !== undefined) throw refuse(`has more than one ${twice.group}`);
  const clash = clashOf(elements);
  if (clash !== null) throw refuse(clash);
  if (type !== 'TIME' && !saysMonth(elements))
    throw refuse('leaves the year or the month to the day on which it is read: it needs YYYY and MM');
}

/** The first that says again what one before it says. */
function secondOf(elements: readonly FormatElement[]): FormatElement | undefined {
  const said = new Set<string>();
  return elements.find(({ name, group }) => {
    const what = onceAtMost.includes(group) ? group : name;
    const isAgain = said.has(what);
    if (group !== 'literal') said.add(what);
    return isAgain;
  });
}

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

/** Whether the year and the month are in the text; else GoogleSQL reads them from the calendar on the wall, which we never do. */
export const saysMonth = (elements: readonly FormatElement[]): boolean =>
  elements.some(({ group, name }) => group === 'year' && name !== 'Y') &&
  elements.some(({ group }) => group === 'month');
