import type { TokenDialect } from './dialect.ts';
import { unescaped } from './string-literal.ts';
import { FaultError, type Token, type TokenKind } from './token.ts';

const NUMBER = /0[xX][0-9a-fA-F]+|(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const QUOTED = /`((?:[^`\\\n]|\\.)*)`/y;
const SYMBOL = /<=>|=>|->|<=|>=|<>|!=|==|::|\|\||<<|>>|[-+*/=<>().,;[\]|&^~@?:{}$%!]/y;

/** Cuts the text into tokens, comments and blanks left out, with an `end` token last. Throws a {@link FaultError} at what is no token. */
export function tokenize(text: string, dialect: TokenDialect): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(text, 0, dialect);
  while (at < text.length) {
    const token = readToken(text, at, tokens.at(-1), dialect);
    tokens.push(token);
    at = skipBlank(text, at + token.length, dialect);
  }
  tokens.push({ kind: 'end', offset: text.length, length: 0, text: '', value: null });
  return tokens;
}

function skipBlank(text: string, offset: number, { blank }: TokenDialect): number {
  blank.lastIndex = offset;
  return offset + (blank.exec(text)?.[0].length ?? 0);
}

function readToken(text: string, offset: number, previous: Token | undefined, dialect: TokenDialect): Token {
  const literal = dialect.readString(text, offset);
  if (literal !== null) {
    const kind = typeof literal.value === 'string' ? 'string' : 'bytes';
    return { kind, offset, length: literal.end - offset, text: text.slice(offset, literal.end), value: literal.value };
  }
  const quoted = matchAt(QUOTED, text, offset);
  if (quoted !== null) {
    const name = unescaped({ text, from: offset + 1, to: offset + quoted.length - 1 });
    if (name !== '') return token('quoted-identifier', offset, name, quoted.length);
    throw new FaultError(offset, quoted.length, 'an empty name', 'a name');
  }
  const name = matchAt(NAME, text, offset);
  if (name !== null) return token('identifier', offset, name);
  // After a dot `a.1` would read as a number; a field access never starts one.
  const number = previous?.text === '.' && text[offset] === '.' ? null : matchAt(NUMBER, text, offset);
  if (number !== null) return readNumber(text, offset, number, dialect);
  const symbol = matchAt(SYMBOL, text, offset);
  if (symbol !== null && !text.startsWith('/*', offset)) return token('symbol', offset, symbol);
  if (text.startsWith('/*', offset)) {
    throw new FaultError(offset, text.length - offset, 'a comment that is not closed', 'its closing */');
  }
  if (text[offset] === '`') {
    throw new FaultError(offset, text.length - offset, 'a quoted name that is not closed', 'its closing `');
  }
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  throw new FaultError(
    offset,
    character.length,
    `the character "${character}"`,
    'a name, a number, a string or an operator',
  );
}

function readNumber(text: string, offset: number, number: string, { numberSuffix }: TokenDialect): Token {
  const suffix = numberSuffix === null ? null : matchAt(numberSuffix, text, offset + number.length);
  if (suffix !== null) {
    const kind = /^[LSY]$/i.test(suffix) && /^\d+$/.test(number) ? 'integer' : 'float';
    return token(kind, offset, number, number.length + suffix.length);
  }
  const next = matchAt(NAME, text, offset + number.length);
  if (next !== null) {
    throw new FaultError(offset, number.length + next.length, `"${number}${next}"`, 'a number or a name');
  }
  return token(/^0[xX]|^\d+$/.test(number) ? 'integer' : 'float', offset, number);
}

function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}

const token = (kind: TokenKind, offset: number, text: string, length = text.length): Token => ({
  kind,
  offset,
  length,
  text,
  value: null,
});
