import { WHITE_SPACE } from './text.ts';

/** A letter's capital that is one code point; itself where it has none. */
export function capitalOf(character: string): string {
  const upper = character.toUpperCase();
  if (isOne(upper)) return upper;
  // Greek letters with an iota below have a capital of their own, though in full they are written with a capital iota.
  const point = character.codePointAt(0) ?? 0;
  for (const candidate of [point + 8, point + 9].map((each) => String.fromCodePoint(each))) {
    if (point >= 0x1f80 && point < 0x2000 && candidate.toLowerCase() === character) return candidate;
  }
  return character;
}

/** A letter's small form that is one code point. */
function smallOf(character: string): string {
  const lower = character.toLowerCase();
  return isOne(lower) ? lower : String.fromCodePoint(lower.codePointAt(0) ?? 0);
}

const isOne = (text: string): boolean => text.length === ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);

const DELIMITERS = `[](){}/|\\<>!?@"#$&~_,.:;*%+-^${WHITE_SPACE}`;

/** The first letter after each delimiter and at the start as a capital, the others small. */
export function initcap(text: string, delimiters: string = DELIMITERS): string {
  const isDelimiter = new Set(delimiters);
  let result = '';
  let isFirst = true;
  for (const character of text) {
    if (isDelimiter.has(character)) {
      isFirst = true;
      result += character;
      continue;
    }
    result += isFirst ? capitalOf(character) : smallOf(character);
    isFirst = false;
  }
  return result;
}

/** ASCII letters only, as bytes have it. */
export const upperBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte));
export const lowerBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

/** Unicode's full case folding: texts that differ in case alone become the same. */
export function foldCase(text: string): string {
  let folded = '';
  for (const character of text) folded += foldedOf(character);
  return folded;
}

function foldedOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  // Cherokee folds to its older, capital letters; the dotless i is no i.
  if ((point >= 0x13f8 && point <= 0x13fd) || (point >= 0xab70 && point <= 0xabbf)) return character.toUpperCase();
  if (point >= 0x13a0 && point <= 0x13f5) return character;
  if (point === 0x131) return character;
  if (point === 0x1e9e) return 'ss';
  return character.toUpperCase().toLowerCase();
}
