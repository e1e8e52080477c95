import { utf8Of } from '../runtime/utf-8.ts';
import { FaultError } from './token.ts';

/** A string or bytes literal as it stands in the text, cut into its parts. */
export interface StringLiteral {
  readonly end: number;
  readonly value: string | Uint8Array;
}

const START = /(?:[rR][bB]?|[bB][rR]?)?(?:'''|"""|'|")/y;

/**
 * Reads the literal that starts at `offset`; null if none does. All of GoogleSQL's forms: single and double quotes, tripled ones that
 * span lines, and the prefixes r (escapes stay as they are) and b (bytes), in either order and case.
 */
export function readStringLiteral(text: string, offset: number): StringLiteral | null {
  START.lastIndex = offset;
  const start = START.exec(text)?.[0];
  if (start === undefined) return null;
  const prefix = start.replace(/['"]+/, '').toLowerCase();
  const quote = start.slice(prefix.length);
  const end = closingQuote(text, offset, offset + start.length, quote);
  const body = { text, from: offset + start.length, to: end };
  if (prefix.includes('b')) {
    return { end: end + quote.length, value: bytesOf(body, prefix.includes('r')) };
  }
  return { end: end + quote.length, value: prefix.includes('r') ? text.slice(body.from, body.to) : unescaped(body) };
}

/** Where the closing quote starts. A backslash keeps the next character from closing, in raw literals too. */
function closingQuote(text: string, start: number, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(quote, at)) return at;
    if (text[at] === '\\') at += 1;
    else if (text[at] === '\n' && quote.length === 1) break;
  }
  throw new FaultError(start, text.length - start, 'a string that is not closed', `its closing ${quote}`);
}

interface Body {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '?': '?',
  '"': '"',
  "'": "'",
  '`': '`',
};
/** The forms with a code: hexadecimal of 2, 4 or 8 digits, or 3 octal digits. */
const CODED = /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/y;

/** Text with its escapes resolved, of a string or of a back-quoted name. */
export function unescaped({ text, from, to }: Body): string {
  let value = '';
  for (let at = from; at < to; ) {
    if (text[at] !== '\\') {
      value += text[at];
      at += 1;
      continue;
    }
    const simple = SIMPLE[text[at + 1] ?? ''];
    if (simple !== undefined) {
      value += simple;
      at += 2;
      continue;
    }
    CODED.lastIndex = at;
    const coded = CODED.exec(text);
    const digits = coded?.[1] ?? coded?.[2] ?? coded?.[3];
    const code = digits === undefined ? Number.parseInt(coded?.[4] ?? '', 8) : Number.parseInt(digits, 16);
    if (coded === null || !(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) {
      throw new FaultError(at, 2, `the escape "${text.slice(at, at + 2)}"`, 'an escape such as \\n, \\\\ or \\u00e9');
    }
    value += String.fromCodePoint(code);
    at += coded[0].length;
  }
  return value;
}

/** UTF-8 of the characters; `\x` and octal escapes are bytes, not code points, and `\u` is none. */
function bytesOf(body: Body, raw: boolean): Uint8Array {
  if (raw) return utf8Of(body.text.slice(body.from, body.to));
  const parts: Uint8Array[] = [];
  for (let at = body.from; at < body.to; ) {
    const end = endOfPiece(body, at);
    const piece = { text: body.text, from: at, to: end };
    const letter = body.text[at] === '\\' ? body.text[at + 1] : undefined;
    if (letter === 'u' || letter === 'U') {
      throw new FaultError(at, 2, `the escape "\\${letter}"`, 'an escape of one byte, such as \\xff');
    }
    parts.push(letter === undefined ? utf8Of(body.text.slice(at, end)) : Uint8Array.of(unescaped(piece).charCodeAt(0)));
    at = end;
  }
  return joined(parts);
}

/** Where one escape ends, or the plain text up to the next one. */
function endOfPiece({ text, to }: Body, from: number): number {
  if (text[from] !== '\\') {
    const next = text.indexOf('\\', from);
    return next === -1 ? to : Math.min(next, to);
  }
  CODED.lastIndex = from;
  return Math.min(to, from + (CODED.exec(text)?.[0].length ?? 2));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
