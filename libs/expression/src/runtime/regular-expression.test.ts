import { describe, expect, it } from 'vitest';
import {
  extract,
  extractAll,
  instrOf,
  regularExpression,
  replaceMatches,
  replacementOf,
} from './regular-expression.ts';
import { ofBytes, ofText } from './units.ts';

const re = (pattern: string) => regularExpression(pattern, ofText);

describe('regular expressions', () => {
  it('extracts as ZetaSQL does', () => {
    expect(extract(re('b(.)'), 'abcabd', 1, 2)).toBe('d');
    expect(extract(re('^.'), 'aéb', 2)).toBe('é');
    expect(extract(re('a(x)?'), 'ab')).toBeNull();
    expect(extract(re(''), 'abc', 4)).toBeNull();
    expect(extract(re(''), 'é', 2)).toBe('');
    expect(extractAll(re('x*'), 'a😀c')).toEqual(['', '', '']);
    expect(extractAll(re('(x)?'), 'ab')).toEqual(['', '']);
    expect(() => extractAll(re('(a)(b)'), 'ab')).toThrow('at most one group');
  });

  it('tells places', () => {
    expect(instrOf(re('b(c)'), '😀bcbc', 1, 2)).toBe(5);
    expect(instrOf(re('b(c)'), '😀bcbc', 1, 2, 1)).toBe(6);
    expect(instrOf(re('x*'), 'ab')).toBe(2);
    expect(instrOf(re('x'), 'ab')).toBe(0);
  });

  it('replaces', () => {
    const replaced = (pattern: string, text: string, by: string) =>
      replaceMatches(re(pattern), text, replacementOf(by));
    expect(replaced('(b)', 'abc', '[\\1\\0\\\\]')).toBe('a[bb\\]c');
    expect(replaced('a*', 'baac', '-')).toBe('-b-c-');
    expect(replaced('', 'a😀', '-')).toBe('-a-😀-');
    expect(() => replaced('b', 'abc', '\\1')).toThrow('asks for group 1 of a pattern that has 0');
    expect(() => replaced('b', 'abc', '\\x')).toThrow('neither a digit nor a backslash');
  });

  it.each([['('], ['(?<n>a)'], ['(?=a)'], ['\\p{White_Space}'], ['a{1001}'], ['\\C'], ['(a)\\1']])(
    'refuses %s',
    (pattern) => {
      expect(() => re(pattern)).toThrow(pattern);
    },
  );

  it('takes names of groups twice, and a byte of bytes', () => {
    expect(re('(?P<n>a)(?P<n>b)').test('ab')).toBe(true);
    expect(re('\\Q(?<\\E[(?<]').test('(?<?')).toBe(true);
    expect(regularExpression('^\\C$', ofBytes).test('\n')).toBe(true);
  });

  it('takes time in proportion to the text', () => {
    const text = 'a'.repeat(50_000);
    for (const pattern of ['(a*)*b', '(a|aa)+$', '^(a?){50}a{50}b']) re(pattern).test(text);
    expect(re('(x+x+)+y').test('x'.repeat(50_000))).toBe(false);
  });
});
