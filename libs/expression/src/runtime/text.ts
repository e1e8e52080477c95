import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { countCodePoints, indexAfter, indexBefore, isBasic, plain } from './code-points.ts';
import { limited, ofText, refuseSize, SIZE_MAX, type Units } from './units.ts';

/** The texts one after the other. */
export const concatOf =
  (units: Units) =>
  (...texts: readonly string[]): string => {
    let length = 0;
    for (const text of texts) length += text.length;
    if (length > SIZE_MAX) refuseSize('CONCAT');
    return limited(texts.join(''), 'CONCAT', units);
  };

/** From the code point at `position` (1 the first, -1 the last) on; before the first counts as the first. */
export function substr(text: string, position: Int64, length?: Int64): string {
  const count = length === undefined ? text.length : plain(length);
  if (count < 0) throw new RowFault(`the length ${length} is negative`);
  const at = plain(position);
  if (isBasic(text)) {
    const start = at > 0 ? at - 1 : at < 0 ? Math.max(0, text.length + at) : 0;
    return text.slice(start, start + count);
  }
  const start = at < 0 ? Math.max(0, indexBefore(text, -at, text.length)) : indexAfter(text, Math.max(0, at - 1));
  return text.slice(start, indexAfter(text, count, start));
}

export function left(text: string, length: Int64): string {
  if (length < 0) throw new RowFault(`the length ${length} is negative`);
  return substr(text, 1, length);
}

export function right(text: string, length: Int64): string {
  if (length < 0) throw new RowFault(`the length ${length} is negative`);
  const start = indexBefore(text, plain(length), text.length);
  return start === -1 ? text : text.slice(start);
}

/** Filled up to `length` code points, or cut to them. */
export const padOf =
  (side: 'left' | 'right', units: Units) =>
  (text: string, length: Int64, pattern = ' '): string => {
    if (length < 0) throw new RowFault(`the length ${length} is negative`);
    if (length > SIZE_MAX) refuseSize('LPAD or RPAD');
    if (pattern === '') throw new RowFault('the text to pad with is empty');
    const missing = plain(length) - countCodePoints(text);
    if (missing <= 0) return limited(left(text, length), 'LPAD or RPAD', units);
    const width = countCodePoints(pattern);
    const pad = pattern.repeat(Math.floor(missing / width)) + left(pattern, missing % width);
    return limited(side === 'left' ? pad + text : text + pad, 'LPAD or RPAD', units);
  };

export const repeatOf =
  ({ size }: Units) =>
  (text: string, times: Int64): string => {
    if (times < 0) throw new RowFault(`the number of times ${times} is negative`);
    if (text === '') return '';
    if (plain(times) * size(text) > SIZE_MAX) refuseSize('REPEAT');
    return text.repeat(plain(times));
  };

export const reverse = (text: string): string =>
  isBasic(text) ? text.split('').reverse().join('') : Array.from(text).reverse().join('');

/** Every occurrence of `from`, from the left, as `to`. An empty `from` occurs nowhere. */
export const replaceOf =
  (units: Units) =>
  (text: string, from: string, to: string): string => {
    if (from === '') return limited(text, 'REPLACE', units);
    const parts = text.split(from);
    if (text.length + (parts.length - 1) * (to.length - from.length) > SIZE_MAX) refuseSize('REPLACE');
    return limited(parts.join(to), 'REPLACE', units);
  };

/** The parts between delimiters; the code points where the delimiter is empty. Always at least one part. */
export function split(text: string, delimiter = ','): readonly string[] {
  if (delimiter !== '') return text.split(delimiter);
  return text === '' ? [''] : Array.from(text);
}

/** Each code point of `source` as the one of `target` in its place, or dropped where `target` has none. */
export const translateOf =
  (units: Units) =>
  (text: string, source: string, target: string): string => {
    const mapping = new Map<string, string>();
    const targets = Array.from(target);
    for (const [at, character] of Array.from(source).entries()) {
      if (mapping.has(character)) throw new RowFault(`the character "${character}" is to be replaced twice`);
      mapping.set(character, targets[at] ?? '');
    }
    let result = '';
    for (const character of text) result += mapping.get(character) ?? character;
    return limited(result, 'TRANSLATE', units);
  };

/** The place of the first occurrence, from 1; 0 without one. */
export function strpos(text: string, part: string): number {
  const at = text.indexOf(part);
  return at === -1 ? 0 : countCodePoints(text.slice(0, at)) + 1;
}

/**
 * The place of an occurrence, from 1; 0 without one. Counted from `position` on, where the text begins with 1; from a negative one backwards,
 * where -1 is its last code point. Occurrences may overlap.
 */
export function instr(text: string, part: string, position: Int64 = 1, occurrence: Int64 = 1): number {
  if (position === 0) throw new RowFault('the position is 0; the first is 1, the last -1');
  if (occurrence < 1) throw new RowFault(`the occurrence ${occurrence} is not positive`);
  const at =
    position > 0
      ? occurrenceAfter(text, part, plain(position), plain(occurrence))
      : occurrenceBefore(text, part, -plain(position), plain(occurrence));
  return at === -1 ? 0 : countCodePoints(text.slice(0, at)) + 1;
}

function occurrenceAfter(text: string, part: string, position: number, occurrence: number): number {
  if (position - 1 > countCodePoints(text)) return -1;
  let at = indexAfter(text, position - 1);
  for (let seen = 0; ; ) {
    at = at > text.length ? -1 : text.indexOf(part, at);
    seen += 1;
    if (at === -1 || seen === occurrence) return at;
    at = at === text.length ? at + 1 : indexAfter(text, 1, at);
  }
}

function occurrenceBefore(text: string, part: string, position: number, occurrence: number): number {
  // An empty text stands after the last code point too.
  let at = indexBefore(text, part === '' ? position - 1 : position, text.length);
  for (let seen = 0; at >= 0; ) {
    at = text.lastIndexOf(part, at);
    seen += 1;
    if (at === -1 || seen === occurrence) return at;
    at = indexBefore(text, 1, at);
  }
  return -1;
}

/** What stands at one end and is in `characters`, or, without them, is Unicode's white space. */
export const trimOf =
  (ends: { readonly left: boolean; readonly right: boolean }) =>
  (text: string, characters: string = WHITE_SPACE): string => {
    const isTrimmed = new Set(characters);
    let from = 0;
    let to = text.length;
    while (ends.left && from < to && isTrimmed.has(characterAt(text, from))) from += characterAt(text, from).length;
    while (ends.right && to > from) {
      const start = indexBefore(text, 1, to);
      if (!isTrimmed.has(text.slice(start, to))) break;
      to = start;
    }
    return text.slice(from, to);
  };

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

/** Unicode's property White_Space. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** A text's own size, for what counts only bytes. */
export const byteLength = ofText.size;
