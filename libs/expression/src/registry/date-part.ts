import type { Given } from '../types/coercion.ts';
import type { SqlValue } from '../value.ts';
import { type CallSite, type Difference, type Implementation, made, type RowFunction } from './row.ts';

/** The part of a date that a call names in one place. */
export const partOfCall = (call: CallSite, place: number): string => String(call.args[place]?.constant ?? '');

/**
 * An implementation for some parts alone. `partsOfNull`: those that are taken, and give null, where the first date of a call is the word NULL, which is of
 * each type at once, and so of one that has the part; or a text that is read as a DATE, and the other date is null. `partsOf`: where what the first date was before says which parts there are.
 */
export const ofParts = (
  place: number,
  parts: readonly string[],
  make: (part: string, call: CallSite) => RowFunction,
  { partsOfNull = parts, partsOf }: Leniency = {},
): Required<Pick<Implementation, 'js' | 'check' | 'givesNull'>> => ({
  js: made((call) => {
    const part = partOfCall(call, place);
    return parts.includes(part) ? make(part, call) : () => null;
  }),
  check: (call, given) => {
    const part = partOfCall(call, place);
    const at = call.args.findIndex(({ type }) => moments.includes(type.kind));
    const first = given[at];
    // The part of a text that is read as a DATE is looked at when it runs, which it does not where the other date is null.
    const isText = first?.literal === 'value' && first.type.kind === 'STRING' && call.args[at]?.type.kind === 'DATE';
    const isNull = isText
      ? call.args.some(({ type, constant }) => moments.includes(type.kind) && constant === null)
      : first?.literal === 'null' && call.args[at]?.constant === null;
    const taken = isNull ? partsOfNull : (partsOf?.(given[at]) ?? parts);
    if (taken.includes(part)) return null;
    return { argument: place, message: `the part ${part} is none of ${taken.join(', ')}.` };
  },
  givesNull: false,
});

interface Leniency {
  readonly partsOfNull?: readonly string[];
  readonly partsOf?: (first: Given | undefined) => readonly string[];
}

const moments: readonly string[] = ['DATE', 'DATETIME', 'TIME', 'TIMESTAMP'];

/** For random tests. */
export const partHint = (parts: readonly string[]): string => `=${parts.join('|')}`;

/** DuckDB's own time zones are not exact: its text is written for UTC alone. */
export const isUtc = (call: CallSite, place: number): boolean => {
  const zone = call.args[place];
  return zone === undefined || zone.constant === 'UTC';
};

/** Of a year, a month, a day, an hour, a minute and a second as numbers. */
export const beyond32Bits: Difference = {
  reason: 'ZetaSQL looks at the low 32 bits of the numbers only, so that it takes some that name no day and no time.',
  covers: (args: readonly SqlValue[]) => args.some((arg) => arg !== null && Number(arg) !== (Number(arg) | 0)),
};
