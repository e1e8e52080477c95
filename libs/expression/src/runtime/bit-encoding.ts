import { RowFault } from '../row-fault.ts';

/** Bytes written with fewer bits a digit. */
export interface BitEncoding {
  readonly encode: (bytes: Uint8Array) => string;
  /** A fault names what is no such text. */
  readonly decode: (text: string) => Uint8Array;
}

/** Bytes as the digits of a number in base 2, 8 or 16: where they don't come out even, zeros are put before. */
export function numeral(bits: 1 | 3 | 4, name: string): BitEncoding {
  const digits = '0123456789abcdef';
  const encode = (bytes: Uint8Array): string => {
    const length = Math.ceil((bytes.length * 8) / bits);
    const written: string[] = new Array(length);
    let [held, count, at] = [0, 0, bytes.length];
    for (let place = length - 1; place >= 0; place--) {
      if (count < bits && at > 0) {
        held |= (bytes[--at] ?? 0) << count;
        count += 8;
      }
      written[place] = digits.charAt(held & ((1 << bits) - 1));
      held >>= bits;
      count -= bits;
    }
    return written.join('');
  };
  const decode = (text: string): Uint8Array => {
    const bytes = new Uint8Array(leastBytes(text.length, bits));
    let [held, count, at] = [0, 0, bytes.length];
    for (let place = text.length - 1; place >= 0; place--) {
      const digit = digits.indexOf(text.charAt(place).toLowerCase());
      if (digit === -1 || digit >= 1 << bits || text.charCodeAt(place) > 0x7f) refuse(text, name);
      held |= digit << count;
      count += bits;
      if (count < 8) continue;
      if (at > 0) bytes[--at] = held & 0xff;
      held >>= 8;
      count -= 8;
    }
    if (at > 0) bytes[--at] = held & 0xff;
    return bytes;
  };
  return { encode, decode };
}

/** The fewest bytes that are written with so many digits. */
function leastBytes(digits: number, bits: number): number {
  let bytes = Math.floor((digits * bits) / 8);
  while (Math.ceil((bytes * 8) / bits) < digits) bytes += 1;
  return bytes;
}

const WHITE = /[\t\n\v\f\r ]/g;

/**
 * Bytes in groups of digits, the last one filled up with `=`: base 32 and base 64 of RFC 4648. White space counts for nothing, and the `=` at the
 * end may be left out, all of them or none.
 */
export function padded(bits: 5 | 6, alphabet: string, name: string): BitEncoding {
  const group = bits === 5 ? 8 : 4;
  const encode = (bytes: Uint8Array): string => {
    let text = '';
    let [held, count] = [0, 0];
    for (const byte of bytes) {
      held = (held << 8) | byte;
      count += 8;
      for (; count >= bits; count -= bits) text += alphabet.charAt((held >> (count - bits)) & ((1 << bits) - 1));
      held &= (1 << count) - 1;
    }
    if (count > 0) text += alphabet.charAt((held << (bits - count)) & ((1 << bits) - 1));
    return text + '='.repeat((group - (text.length % group)) % group);
  };
  const decode = (given: string): Uint8Array => {
    const text = given.replaceAll(WHITE, '');
    const digits = text.replace(/[=.]+$/, '');
    const filled = text.length - digits.length;
    const missing = (group - (digits.length % group)) % group;
    const size = Math.floor((digits.length * bits) / 8);
    const isWhole = Math.ceil((size * 8) / bits) === digits.length;
    if (!isWhole || (filled !== 0 && filled !== missing)) refuse(given, name);
    const bytes = new Uint8Array(size);
    let [held, count, at] = [0, 0, 0];
    for (const character of digits) {
      const digit = alphabet.indexOf(character);
      if (digit === -1) refuse(given, name);
      held = ((held << bits) | digit) & 0xffff;
      count += bits;
      if (count < 8) continue;
      count -= 8;
      bytes[at++] = (held >> count) & 0xff;
    }
    return bytes;
  };
  return { encode, decode };
}

function refuse(text: string, name: string): never {
  throw new RowFault(`this is no ${name}: ${text.length > 64 ? `${text.slice(0, 64)}…` : text}`);
}

export const base2 = numeral(1, 'base 2');
export const base8 = numeral(3, 'base 8');
export const hexadecimal = numeral(4, 'hexadecimal');
export const base32 = padded(5, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 'base 32');
export const base64 = padded(6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', 'base 64');
