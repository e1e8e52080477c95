import type { Int64 } from '../value.ts';

const SURROGATES = /[\ud800-\udfff]/;

/** Whether each UTF-16 unit is a code point of its own. */
export const isBasic = (text: string): boolean => !SURROGATES.test(text);

export function countCodePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xdc00 && unit <= 0xdfff) count -= 1;
  }
  return count;
}

/** The index after `count` code points from `from` on; the end of the text where there are not so many. */
export function indexAfter(text: string, count: number, from = 0): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; left--) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** The index before `count` code points that end at `from`; -1 where there are not so many. */
export function indexBefore(text: string, count: number, from: number): number {
  let at = from;
  for (let left = count; left > 0; left--) {
    if (at <= 0) return -1;
    const unit = text.charCodeAt(at - 1);
    at -= unit >= 0xdc00 && unit <= 0xdfff ? 2 : 1;
  }
  return at;
}

/** A number of code points as a plain number; those beyond 2^53 are beyond every text anyhow. */
export const plain = (count: Int64): number => Number(count);
