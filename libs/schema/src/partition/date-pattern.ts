import { IsochronError } from '../isochron-error.ts';

/** A pattern of dates and times, in UTC, as java.time writes patterns. */
export interface DatePattern {
  readonly text: string;
  /** The length of its finest unit. */
  readonly grainMs: number;
  /** The instant as text; what is finer than the pattern is cut off. Throws OUT_OF_RANGE outside of the years 0 to 9999. */
  format(epochMs: number): string;
  /** The first instant that the text stands for; null where it is not of the pattern, or there is no such date. */
  parse(text: string): number | null;
}

/**
 * Compiles a pattern: `yyyy`, `MM`, `dd`, `HH`, `mm` and `ss` in this order, from the year down without a gap, with any other characters between;
 * letters among those in single quotes. Such texts sort as the instants they stand for, which comparing partitions by their names needs. Throws
 * INVALID_ARGUMENT for other patterns, with the reason.
 */
export function datePattern(text: string): DatePattern {
  const parts = partsOf(text);
  const used = parts.flatMap((part) => (part.kind === 'unit' ? [part.unit] : []));
  const finest = units[used.length - 1];
  if (finest === undefined) throw unfit(text, 'it has no year; begin with yyyy');
  const strayed = used.findIndex((unit, at) => unit !== units[at]);
  if (strayed >= 0) {
    const [due, found] = [units[strayed]?.letters, used[strayed]?.letters];
    throw unfit(text, `${found} stands where ${due} is due; texts sort by time only from the year down, without a gap`);
  }
  const matcher = new RegExp(`^${parts.map(matchText).join('')}$`);
  return {
    text,
    grainMs: finest.lengthMs,
    format: (epochMs) => {
      const fields = fieldsAt(epochMs);
      return parts.map((part) => (part.kind === 'unit' ? fieldText(part.unit, fields) : part.text)).join('');
    },
    parse: (written) => instantOf(matcher.exec(written)),
  };
}

interface Unit {
  readonly letters: string;
  readonly lengthMs: number;
}

/** Months and years have no one length; these are their least. */
const units: readonly Unit[] = [
  { letters: 'yyyy', lengthMs: 365 * 86_400_000 },
  { letters: 'MM', lengthMs: 28 * 86_400_000 },
  { letters: 'dd', lengthMs: 86_400_000 },
  { letters: 'HH', lengthMs: 3_600_000 },
  { letters: 'mm', lengthMs: 60_000 },
  { letters: 'ss', lengthMs: 1000 },
];

type Part = { readonly kind: 'unit'; readonly unit: Unit } | { readonly kind: 'literal'; readonly text: string };

/** Quoted text, a run of one letter, or any other character. */
const TOKEN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z]/gs;

function partsOf(pattern: string): readonly Part[] {
  return [...pattern.matchAll(TOKEN)].map(([token, quoted, letter]): Part => {
    if (quoted !== undefined) return { kind: 'literal', text: quoted === '' ? "'" : quoted.replaceAll("''", "'") };
    if (letter !== undefined) return { kind: 'unit', unit: unitOf(pattern, token) };
    if ("'[]{}#".includes(token))
      throw unfit(pattern, `${token} has a meaning of its own in patterns; put it in single quotes`);
    return { kind: 'literal', text: token };
  });
}

function unitOf(pattern: string, letters: string): Unit {
  const written = letters === 'uuuu' ? 'yyyy' : letters;
  const unit = units.find((each) => each.letters === written);
  if (unit !== undefined) return unit;
  const hint = letters.startsWith('Y') ? '; YYYY is the year of the week, write yyyy' : '';
  throw unfit(pattern, `${letters} is not one of ${units.map((each) => each.letters).join(', ')}${hint}`);
}

const matchText = (part: Part): string =>
  part.kind === 'unit' ? `(\\d{${part.unit.letters.length}})` : part.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function fieldsAt(epochMs: number): readonly number[] {
  const date = new Date(epochMs);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new IsochronError(
      'OUT_OF_RANGE',
      `${epochMs} ms is outside of the years 0 to 9999, which partitions are named by.`,
    );
  }
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return [year, date.getUTCMonth() + 1, date.getUTCDate(), ...time];
}

const fieldText = (unit: Unit, fields: readonly number[]): string =>
  String(fields[units.indexOf(unit)]).padStart(unit.letters.length, '0');

function instantOf(match: RegExpExecArray | null): number | null {
  if (match === null) return null;
  const given = match.slice(1).map(Number);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = given;
  const date = new Date(0);
  // Unlike Date.UTC, the setters take the years 0 to 99 as they are.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const fields = fieldsAt(date.getTime());
  // The 30th of February became the 1st of March.
  return given.every((field, at) => field === fields[at]) ? date.getTime() : null;
}

const unfit = (pattern: string, why: string): IsochronError =>
  new IsochronError('INVALID_ARGUMENT', `The pattern "${pattern}" cannot name partitions: ${why}.`);
