import { expect, it } from 'vitest';
import { capitalOf, foldCase, initcap } from './letter-case.ts';
import { containsText } from './normalize.ts';

it.each([
  ["don't aBC.dEf 1ab", undefined, "Don't Abc.Def 1ab"],
  ['aXb', 'X', 'AXB'],
  ['ßa ﬁx ǆab', undefined, 'ßa ﬁx Ǆab'],
  ['', undefined, ''],
])('initcap(%s, %s) is %s', (text, delimiters, expected) => {
  expect(initcap(text, delimiters)).toBe(expected);
});

it('a capital is one letter', () => {
  expect(['ß', 'ᾳ', 'ᾀ', 'ŉ', 'é'].map(capitalOf)).toEqual(['ß', 'ᾼ', 'ᾈ', 'ŉ', 'É']);
});

it('folds what differs in case alone', () => {
  expect(foldCase('İıßẞςΣꭰᏸ')).toBe('i̇ıssssσσᎠᏰ');
  expect(containsText('the Blue house ①', 'HOUSE 1')).toBe(true);
  expect(containsText('red', 'blue')).toBe(false);
});
