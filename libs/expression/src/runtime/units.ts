import { RowFault } from '../row-fault.ts';
import type { SqlValue } from '../value.ts';
import { utf8Length } from './utf-8.ts';

/**
 * What a function of STRING and of BYTES counts by. Of a STRING, code points; of BYTES, bytes, each held as the character U+0000 to U+00FF of a
 * text, so that one function of texts serves both.
 */
export interface Units {
  /** How many bytes the text stands for. */
  readonly size: (text: string) => number;
}

export const ofText: Units = { size: utf8Length };
export const ofBytes: Units = { size: (text) => text.length };

/** No function makes a text longer than this many bytes. */
export const SIZE_MAX = 1 << 20;

/** The text, unless it is too long. */
export function limited(text: string, name: string, { size }: Units): string {
  // A character takes at most 3 bytes a UTF-16 unit.
  if (text.length * 3 > SIZE_MAX && size(text) > SIZE_MAX) refuseSize(name);
  return text;
}

export function refuseSize(name: string, most = SIZE_MAX): never {
  throw new RowFault(`the result of ${name} is longer than ${most} bytes`);
}

const CHUNK = 4096;

/** Bytes as a text of as many characters. */
export function binaryOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

export function bytesOfBinary(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** A function of texts as one of bytes. Arguments and results that are no texts stay what they are. */
export function overBytes<Args extends readonly unknown[]>(
  of: (...args: Args) => SqlValue,
): (...args: readonly SqlValue[]) => SqlValue {
  return (...args) => bytesWithin(of(...(args.map(binaryWithin) as readonly unknown[] as Args)));
}

const binaryWithin = (value: SqlValue): SqlValue => {
  if (value instanceof Uint8Array) return binaryOf(value);
  return Array.isArray(value) ? value.map(binaryWithin) : value;
};

const bytesWithin = (value: SqlValue): SqlValue => {
  if (typeof value === 'string') return bytesOfBinary(value);
  return Array.isArray(value) ? value.map(bytesWithin) : value;
};
