import { RowFault } from '../row-fault.ts';

/** Every engine has these, and this package's types know no engine. */
declare const TextEncoder: { new (): { encode(text: string): Uint8Array } };
declare const TextDecoder: {
  new (
    label: 'utf-8',
    options: { readonly ignoreBOM: boolean; readonly fatal: boolean },
  ): { decode(bytes: Uint8Array): string };
};

const encoder = new TextEncoder();
/** A byte order mark is a character like any other. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

export const utf8Of = (text: string): Uint8Array => encoder.encode(text);

/** The text of UTF-8 bytes; a fault where they are none. */
export function textOfUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RowFault(`the bytes are not UTF-8: ${shownBytes(bytes)}`);
  }
}

/** How many bytes a well-formed text takes as UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // The halves of a pair are two bytes each.
    if (unit >= 0x80) length += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return length;
}

/**
 * The text of bytes that should be UTF-8: each byte that no character can be read at, or that belongs to one that breaks off, is U+FFFD. A
 * character breaks off at the first byte that none which begins alike could have.
 */
export function textWithReplacements(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    const end = at + Math.abs(length);
    text += length > 0 ? decoder.decode(bytes.subarray(at, end)) : '\ufffd'.repeat(end - at);
    at = end;
  }
  return text;
}

/** The length of the character at a place; negative where it breaks off, after so many bytes. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return -1;
  const second = bytes[at + 1] ?? 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const greatest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > greatest) return -1;
  for (let more = 2; more < length; more++) if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return -more;
  return length;
}

/** The first bytes, in hexadecimal, for messages. */
function shownBytes(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return bytes.length > 16 ? `${shown} …` : shown;
}
