import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';

/** The number of the first character; 0 of an empty text. */
export function ascii(text: string): number {
  if (unicode(text) > 127) throw new RowFault(`the text begins beyond ASCII: ${text.slice(0, 64)}`);
  return unicode(text);
}

export const asciiOfBytes = (bytes: Uint8Array): number => bytes[0] ?? 0;

/** The code point of the first character; 0 of an empty text. */
export const unicode = (text: string): number => text.codePointAt(0) ?? 0;

export function fromCodePoint(point: Int64): string {
  if (point < 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    throw new RowFault(`there is no character of the number ${point}`);
  }
  return String.fromCodePoint(Number(point));
}

/** Null with any null. */
export function fromCodePoints(points: readonly (Int64 | null)[]): string | null {
  if (points.includes(null)) return null;
  let text = '';
  for (const point of points) text += fromCodePoint(point ?? 0);
  return text;
}

/** Null with any null. */
export function fromBytes(numbers: readonly (Int64 | null)[]): Uint8Array | null {
  if (numbers.includes(null)) return null;
  const beyond = numbers.find((number) => number !== null && (number < 0 || number > 255));
  if (beyond !== undefined) throw new RowFault(`there is no byte of the number ${beyond}`);
  return Uint8Array.from(numbers, Number);
}

export const codePointsOf = (text: string): readonly number[] => Array.from(text, unicode);
export const codePointsOfBytes = (bytes: Uint8Array): readonly number[] => Array.from(bytes);
