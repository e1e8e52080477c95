import type { CallSite, Implementation } from './row.ts';

/** The part of a date that a call names in one place. */
export const partOfCall = (call: CallSite, place: number): string => String(call.args[place]?.constant ?? '');

/** A call may name only these parts there. */
export const takesParts =
  (place: number, parts: readonly string[]): NonNullable<Implementation['check']> =>
  (call) => {
    const part = partOfCall(call, place);
    return parts.includes(part)
      ? null
      : { argument: place, message: `the part ${part} is none of ${parts.join(', ')}.` };
  };

export const partHint = (parts: readonly string[]): string => `=${parts.join('|')}`;

/** DuckDB's own time zones are not exact; text is written for UTC alone. */
export const isUtc = (call: CallSite, place: number): boolean => {
  const zone = call.args[place];
  return zone === undefined || zone.constant === 'UTC';
};
