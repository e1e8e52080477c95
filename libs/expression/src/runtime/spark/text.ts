import { RowFault } from '../../row-fault.ts';
import type { Int64 } from '../../value.ts';

// Positions and lengths count code points.

const SIZE_MAX = 1 << 20;
const points = (text: string): readonly string[] => Array.from(text);

/** From a position, counted from 1, or from the end where negative; 0 is the first. What lies outside is left out. */
export function substring(text: string, position: Int64, length: Int64 = Number.MAX_SAFE_INTEGER): string {
  const all = points(text);
  const start = position > 0 ? Number(position) - 1 : position < 0 ? all.length + Number(position) : 0;
  const end = start + Number(length);
  return end <= 0 || end <= start ? '' : all.slice(Math.max(0, start), end).join('');
}

export const left = (text: string, length: Int64): string => substring(text, 1, length);
export const right = (text: string, length: Int64): string =>
  length <= 0 ? '' : points(text).slice(-Number(length)).join('');
export const reversed = (text: string): string => points(text).toReversed().join('');
export const lengthOf = (text: string): number => points(text).length;

/** The place of a part, counted from 1, at `from` or later; 0 where there is none, and for `from` below 1. */
export function locate(part: string, text: string, from: Int64 = 1): number {
  if (from < 1) return 0;
  const start = points(text)
    .slice(0, Number(from) - 1)
    .join('').length;
  if (Number(from) - 1 > lengthOf(text)) return 0;
  const at = text.indexOf(part, start);
  return at === -1 ? 0 : lengthOf(text.slice(0, at)) + 1;
}

/** Without these characters, blanks unless others are given, at either end or both. */
export const trimmer =
  (start: boolean, end: boolean) =>
  (text: string, characters = ' '): string => {
    const cut = new Set(points(characters));
    const all = points(text);
    let [from, to] = [0, all.length];
    while (start && from < to && cut.has(all[from] ?? '')) from += 1;
    while (end && to > from && cut.has(all[to - 1] ?? '')) to -= 1;
    return all.slice(from, to).join('');
  };

/** Cut or filled up to a length by a text that is repeated. */
export const padder =
  (side: 'left' | 'right') =>
  (text: string, length: Int64, fill = ' '): string => {
    const all = points(text);
    const wanted = Math.max(0, Number(length));
    if (wanted <= all.length || fill === '') return all.slice(0, wanted).join('');
    bounded(wanted);
    const filling = Array.from({ length: wanted - all.length }, (_, at) => points(fill)[at % lengthOf(fill)]).join('');
    return side === 'left' ? filling + text : text + filling;
  };

export const repeated = (text: string, times: Int64): string => {
  const count = Math.max(0, Number(times));
  bounded(count * text.length);
  return text.repeat(count);
};

function bounded(length: number): void {
  if (length > SIZE_MAX) throw new RowFault(`the text would be longer than ${SIZE_MAX} characters`);
}

/** An empty part is found nowhere. */
export function replaced(text: string, part: string, by = ''): string {
  if (part === '') return text;
  const pieces = text.split(part);
  bounded(text.length + (pieces.length - 1) * by.length);
  return pieces.join(by);
}

/** Each character that is in the first text becomes the one at its place in the second, or goes where that is shorter. */
export function translated(text: string, from: string, to: string): string {
  const by = new Map<string, string>();
  const targets = points(to);
  for (const [at, character] of points(from).entries()) if (!by.has(character)) by.set(character, targets[at] ?? '');
  return points(text)
    .map((character) => by.get(character) ?? character)
    .join('');
}

/** The first letter of each word, after blanks, in upper case, the others in lower case. */
export const initialCapitals = (text: string): string =>
  text.toLowerCase().replace(/(^| )([^ ])/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** What stands before the count-th delimiter, from the end where negative; all where there are fewer. */
export function substringIndex(text: string, delimiter: string, count: Int64): string {
  if (delimiter === '' || count === 0) return '';
  const parts = text.split(delimiter);
  return (count > 0 ? parts.slice(0, Number(count)) : parts.slice(Number(count))).join(delimiter);
}

/** Texts and arrays of them with a separator between; nulls are left out. */
export function concatenatedWith(
  separator: string | null,
  ...items: readonly (string | readonly (string | null)[] | null)[]
): string | null {
  if (separator === null) return null;
  const texts = items.flat(1).filter((text) => text !== null);
  bounded(texts.reduce((sum, text) => sum + text.length + separator.length, 0));
  return texts.join(separator);
}

export const hexOf = (value: Int64): string => BigInt.asUintN(64, BigInt(value)).toString(16).toUpperCase();
export const hexOfBytes = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
