import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeTest } from './like.ts';

/** The definition, by trying everything. */
function isLike(text: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === '%') return text.some((_, at) => isLike(text.slice(at), rest)) || isLike([], rest);
  if (first === '\\') return text[0] === rest[0] && isLike(text.slice(1), rest.slice(1));
  return text.length > 0 && (first === '_' || first === text[0]) && isLike(text.slice(1), rest);
}

describe('LIKE', () => {
  it.each([
    ['a\nc', 'a_c', true],
    ['😀', '_', true],
    ['a%c', 'a\\%c', true],
    ['abc', 'a\\%c', false],
    ['abcabc', 'a%c', true],
    ['ab', '%b%a%', false],
    ['aba', 'ab%ba', false],
  ])('%j is like %j: %s', (text, pattern, expected) => {
    expect(likeTest(pattern)(text)).toBe(expected);
  });

  it('is what its definition says', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '😀', '%'), { maxLength: 6 });
    const pattern = fc.array(fc.constantFrom('a', 'b', '😀', '%', '_', '\\%', '\\a'), { maxLength: 5 });
    fc.assert(
      fc.property(text, pattern, (characters, pieces) => {
        expect(likeTest(pieces.join(''))(characters.join(''))).toBe(isLike(characters, Array.from(pieces.join(''))));
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses a lone backslash at the end', () => {
    expect(() => likeTest('a\\')).toThrow('the LIKE pattern ends with a backslash: a\\');
  });
});
