import { doubleType } from '@isochron/schema';
import type { JsonValue } from '@isochron/thrift';
import { type Case, jsonText, listAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A pass if bytes are those of a field of the case. */
export const sameImage = (what: string, from: Case, field: string, image: Uint8Array): Verdict =>
  sameText(what, String(from[field]), hexOf(image));

/** A pass if a number is that of a field of the case, to the last bit. A field that is not there passes. */
export function sameNumber(from: Case, field: string, actual: number | null): Verdict {
  return from[field] === undefined ? passed() : sameDouble(field, from[field], actual);
}

/** The same of a list of numbers. */
export function sameNumbers(from: Case, field: string, actual: readonly (number | null)[]): Verdict {
  if (from[field] === undefined) return passed();
  const wanted = listAt(from, field);
  if (wanted.length !== actual.length) return failed(`${wanted.length} of ${field}`, `${actual.length}`);
  return allOf(wanted.map((value, at) => sameDouble(`${field} ${at}`, value, actual[at] ?? null)));
}

function sameDouble(what: string, wanted: JsonValue, actual: number | null): Verdict {
  return decodeCell(doubleType, wanted) === actual
    ? passed()
    : failed(`${what} ${jsonText(wanted)}`, `${what} ${actual}`);
}
