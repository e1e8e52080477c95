import { RE2JS, RE2JSException } from 're2js';
import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { countCodePoints, indexAfter, plain } from './code-points.ts';
import { refuseSize, type Units } from './units.ts';

/** A pattern of RE2, which matches in time proportional to the text. This file alone knows the library. */
export interface RegularExpression {
  readonly groups: number;
  readonly isEmpty: boolean;
  /** The bytes that a text stands for. */
  readonly size: (text: string) => number;
  readonly test: (text: string) => boolean;
  /** The matches from the start of the text on, as the functions of extraction see them. */
  readonly matches: (text: string) => IterableIterator<Match>;
  /** A match that begins at `from` or later; `start(0)` and `end(0)` are its bounds, -1 of a group that took no part. */
  readonly find: (text: string) => (from: number) => Found | null;
}

export interface Found {
  readonly start: (group: number) => number;
  readonly end: (group: number) => number;
}

/** The bounds of the whole match or, where the pattern has a group, of the group; null if that took no part. */
export type Match = { readonly start: number; readonly end: number } | null;

/** The instructions of the largest pattern; more than any that people write. */
const PROGRAM_MAX = 50_000;
const PATTERN_MAX = 100_000;

/** Reads a pattern; a fault says what is wrong with it. */
export function regularExpression(pattern: string, units: Units): RegularExpression {
  const compiled = compile(pattern, units);
  const groups = compiled.groupCount();
  const find = (text: string) => {
    const matcher = compiled.matcher(text);
    return (from: number): Found | null => (matcher.find(from) ? matcher : null);
  };
  return {
    groups,
    isEmpty: pattern === '',
    size: units.size,
    test: (text) => compiled.test(text),
    matches: (text) => matchesOf(find(text), text, groups),
    find,
  };
}

function compile(pattern: string, units: Units): RE2JS {
  if (pattern.length > PATTERN_MAX) throw new RowFault(`the pattern is longer than ${PATTERN_MAX} characters`);
  try {
    const compiled = RE2JS.compile(ownForms(pattern, units));
    if (compiled.programSize() <= PROGRAM_MAX) return compiled;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new RowFault(`the pattern ${pattern} cannot be read: ${error.message}`);
  }
  throw new RowFault('the pattern is too large');
}

const PARTS =
  /\\Q.*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]?|\(\?P<[\p{L}\p{M}\p{Nd}\p{Pc}]+>|\(\?</gsu;

/** What the library takes for a class of characters, and RE2 does not: it has general categories and scripts alone. */
const NOT_CLASSES =
  /\\[pP]\{\^?(?:LC|Cn|Assigned|ASCII|Alphabetic|Dash|Emoji\w*|Extended_Pictographic|Hex_Digit|Lowercase|Math|Quotation_Mark|Terminal_Punctuation|Uppercase|White_Space|Unknown)\}/i;

/**
 * What GoogleSQL's patterns have otherwise than the library: `\C` is one byte, which only BYTES have as a unit, and a name of a group is written
 * `(?P<name>…)` alone. Names may come twice, and nothing asks for them.
 */
function ownForms(pattern: string, { size }: Units): string {
  return pattern.replaceAll(PARTS, (part) => {
    const unknown = part.startsWith('\\Q') ? undefined : NOT_CLASSES.exec(part)?.[0];
    if (unknown !== undefined) throw new RowFault(`the pattern ${pattern} has ${unknown}, which is no class of RE2`);
    if (part.startsWith('(?P<')) return '(';
    if (part === '(?<') throw new RowFault(`the pattern ${pattern} names a group by (?<; it is written (?P<`);
    if (part !== '\\C') return part;
    if (size('\u00ff') === 1) return '(?s:.)';
    throw new RowFault(`the pattern ${pattern} has \\C, one byte, which a STRING does not consist of`);
  });
}

/** After an empty match the next is looked for one character on; none is looked for at the end of the text but the first. */
function* matchesOf(find: (from: number) => Found | null, text: string, groups: number): IterableIterator<Match> {
  if (groups > 1) throw new RowFault('a pattern to extract by has at most one group');
  for (let at = 0; ; ) {
    const found = find(at);
    if (found === null) return;
    const [start, end] = [found.start(0), found.end(0)];
    const from = groups === 0 ? start : found.start(1);
    yield from === -1 ? null : { start: from, end: groups === 0 ? end : found.end(1) };
    at = end === start ? indexAfter(text, 1, end) : end;
    if (at >= text.length) return;
  }
}

/** The text of an occurrence, counted from the code point at `position` on; null without one. */
export function extract(
  expression: RegularExpression,
  text: string,
  position: Int64 = 1,
  occurrence: Int64 = 1,
): string | null {
  checkPlace(position, occurrence);
  if (isBeyond(expression, text, position) && !(text === '' && position === 1)) return null;
  const rest = text.slice(indexAfter(text, plain(position) - 1));
  const match = nthOf(expression.matches(rest), plain(occurrence));
  return match === null ? null : rest.slice(match.start, match.end);
}

/** The text of every match; of a group that took no part in one, empty. */
export function extractAll(expression: RegularExpression, text: string): readonly string[] {
  const texts: string[] = [];
  for (const match of expression.matches(text)) texts.push(match === null ? '' : text.slice(match.start, match.end));
  return texts;
}

/** The place of an occurrence, from 1, or, where `after` is 1, that after it; 0 without one. */
export function instrOf(
  expression: RegularExpression,
  text: string,
  position: Int64 = 1,
  occurrence: Int64 = 1,
  after: Int64 = 0,
): number {
  checkPlace(position, occurrence);
  if (after !== 0 && after !== 1) throw new RowFault(`the place to give is ${after}; it is 0 or 1`);
  if (isBeyond(expression, text, position) || expression.isEmpty) return 0;
  const rest = text.slice(indexAfter(text, plain(position) - 1));
  const match = nthOf(expression.matches(rest), plain(occurrence));
  if (match === null) return 0;
  // ZetaSQL gives the place after the character that follows an empty match, where the pattern has no group.
  const isEmpty = match.start === match.end && expression.groups === 0;
  const at = isEmpty ? indexAfter(rest, 1, match.end) : after === 1 ? match.end : match.start;
  return countCodePoints(rest.slice(0, at)) + plain(position);
}

/** ZetaSQL compares the place with the bytes: beyond the last character, but not beyond so many, a text is empty rather than none. */
const isBeyond = ({ size }: RegularExpression, text: string, position: Int64): boolean => position > size(text);

function checkPlace(position: Int64, occurrence: Int64): void {
  if (position < 1) throw new RowFault(`the position ${position} is not positive`);
  if (occurrence < 1) throw new RowFault(`the occurrence ${occurrence} is not positive`);
}

function nthOf(matches: IterableIterator<Match>, occurrence: number): Match {
  let seen = 0;
  for (const match of matches) {
    seen += 1;
    if (seen === occurrence) return match;
  }
  return null;
}

/** What a match is replaced by: texts, and numbers of groups. */
export type Replacement = readonly (string | number)[];

/** Reads a replacement, in which `\0` is the match, `\1` to `\9` its groups and `\\` a backslash. */
export function replacementOf(text: string): Replacement {
  const parts: (string | number)[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\\', at);
    const end = next === -1 ? text.length : next;
    if (end > at) parts.push(text.slice(at, end));
    if (next === -1) break;
    const escaped = text.charAt(next + 1);
    if (escaped === '\\') parts.push('\\');
    else if (/^\d$/.test(escaped)) parts.push(Number(escaped));
    else throw new RowFault(`in the replacement ${text} a backslash is followed by neither a digit nor a backslash`);
    at = next + 2;
  }
  return parts;
}

/** The text with every match replaced; an empty match right after another stays. */
export function replaceMatches(expression: RegularExpression, text: string, replacement: Replacement): string {
  const greatest = Math.max(0, ...replacement.filter((part) => typeof part === 'number'));
  if (greatest > expression.groups) {
    throw new RowFault(`the replacement asks for group ${greatest} of a pattern that has ${expression.groups}`);
  }
  const find = expression.find(text);
  let result = '';
  let lastEnd = -1;
  for (let at = 0; at <= text.length; ) {
    const found = find(at);
    if (found === null) return limited(result + text.slice(at));
    const [start, end] = [found.start(0), found.end(0)];
    result += text.slice(at, start);
    if (end > start || start !== lastEnd) result += written(replacement, found, text);
    limited(result);
    at = end;
    if (end === start) {
      if (end === text.length) break;
      at = indexAfter(text, 1, end);
      result += text.slice(end, at);
    }
    lastEnd = end;
  }
  return result;
}

/** More than any other function makes, as in ZetaSQL, but not without end. */
const REPLACED_MAX = 1 << 26;

function limited(result: string): string {
  return result.length <= REPLACED_MAX ? result : refuseSize('REGEXP_REPLACE', REPLACED_MAX);
}

function written(replacement: Replacement, found: Found, text: string): string {
  let result = '';
  for (const part of replacement) {
    if (typeof part === 'string') result += part;
    else if (found.start(part) !== -1) result += text.slice(found.start(part), found.end(part));
  }
  return result;
}
