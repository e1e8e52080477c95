import { RowFault } from '../row-fault.ts';

/** Whether a whole text is as the pattern says. */
export type LikeTest = (text: string) => boolean;

/** One character of a pattern: itself, `_` for any one, or `%` for any number of them. */
type Piece = { readonly kind: 'character'; readonly character: string } | { readonly kind: 'one' | 'many' };

/**
 * A pattern of LIKE, read once: `%` stands for any text, `_` for any one code point, a backslash before a character for that character. A fault
 * where it ends with a lone backslash. A test takes at most time in proportion to the pattern's length times the text's.
 */
export function likeTest(pattern: string): LikeTest {
  const pieces = piecesOf(pattern);
  return pieces.some(({ kind }) => kind === 'one') ? matching(pieces) : containing(pieces);
}

function piecesOf(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let isEscaped = false;
  for (const character of pattern) {
    if (!isEscaped && character === '\\') {
      isEscaped = true;
      continue;
    }
    const kind = isEscaped ? 'character' : character === '%' ? 'many' : character === '_' ? 'one' : 'character';
    pieces.push(kind === 'character' ? { kind, character } : { kind });
    isEscaped = false;
  }
  if (isEscaped) throw new RowFault(`the LIKE pattern ends with a backslash: ${pattern}`);
  return pieces;
}

/** Without `_`: texts one after the other, the first at the start, the last at the end, each in between as early as it comes. */
function containing(pieces: readonly Piece[]): LikeTest {
  const parts = [''];
  for (const piece of pieces) {
    if (piece.kind === 'character') parts.push((parts.pop() ?? '') + piece.character);
    else parts.push('');
  }
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  const between = rest.filter((part) => part !== '');
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of between) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}

/** Character by character; where it fails, the last `%` takes one character more. */
function matching(pieces: readonly Piece[]): LikeTest {
  return (text) => {
    const characters = Array.from(text);
    let [at, piece, many, resumeAt] = [0, 0, -1, 0];
    while (at < characters.length) {
      const wanted = pieces[piece];
      if (wanted?.kind === 'many') {
        many = piece;
        resumeAt = at;
        piece += 1;
      } else if (wanted?.kind === 'one' || (wanted?.kind === 'character' && wanted.character === characters[at])) {
        at += 1;
        piece += 1;
      } else if (many === -1) {
        return false;
      } else {
        resumeAt += 1;
        at = resumeAt;
        piece = many + 1;
      }
    }
    return pieces.slice(piece).every(({ kind }) => kind === 'many');
  };
}
