import type { StringLiteral } from './string-literal.ts';
import { FaultError } from './token.ts';

const START = /(?:[rR]|[xX])?['"]/y;
const SIMPLE: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\u001a',
  // A pattern of LIKE reads these itself.
  '%': '\\%',
  _: '\\_',
};
const CODED = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/y;

/**
 * Reads Spark's literal that starts at `offset`; null if none does: single or double quotes, escapes with a backslash (of which an unknown one is
 * its character), r'…' without escapes, X'…' of bytes. Texts that stand beside each other, with blanks or none between, are one, so that `'it''s'` is `its`.
 */
export function readSparkString(text: string, offset: number): StringLiteral | null {
  START.lastIndex = offset;
  const start = START.exec(text)?.[0];
  if (start === undefined) return null;
  const prefix = start.length === 1 ? '' : start.charAt(0).toLowerCase();
  const first = readOne(text, offset, offset + start.length, start.slice(-1), prefix === 'r');
  if (prefix === 'x') return { end: first.end, value: bytesOf(first.value, offset) };
  let { end, value } = first;
  for (;;) {
    const next = /^\s*(['"])/.exec(text.slice(end, end + 1000));
    if (next === null) return { end, value };
    const more = readOne(text, end, end + next[0].length, next[1] ?? "'", false);
    value += more.value;
    end = more.end;
  }
}

function readOne(
  text: string,
  start: number,
  from: number,
  quote: string,
  isRaw: boolean,
): { end: number; value: string } {
  let value = '';
  for (let at = from; at < text.length; ) {
    const character = text.charAt(at);
    if (character === quote) return { end: at + 1, value };
    if (character !== '\\' || isRaw) {
      value += character;
      at += 1;
      continue;
    }
    CODED.lastIndex = at;
    const [coded, short, long, octal] = CODED.exec(text) ?? [];
    const code =
      coded === undefined
        ? 0
        : octal === undefined
          ? Number.parseInt(short ?? long ?? '', 16)
          : Number.parseInt(octal, 8);
    if (coded !== undefined && code <= 0x10ffff) {
      value += String.fromCodePoint(code);
      at += coded.length;
      continue;
    }
    const letter = text.charAt(at + 1);
    value += Object.hasOwn(SIMPLE, letter) ? SIMPLE[letter] : letter;
    at += 2;
  }
  throw new FaultError(start, text.length - start, 'a string that is not closed', `its closing ${quote}`);
}

function bytesOf(digits: string, offset: number): Uint8Array {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(digits)) {
    throw new FaultError(offset, digits.length + 3, `X'${digits}'`, 'pairs of hexadecimal digits');
  }
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
