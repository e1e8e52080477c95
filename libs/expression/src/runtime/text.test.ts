import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concatOf,
  instr,
  padOf,
  repeatOf,
  replaceOf,
  reverse,
  right,
  split,
  strpos,
  substr,
  translateOf,
  trimOf,
} from './text.ts';
import { ofBytes, ofText, overBytes } from './units.ts';

describe('texts by code points', () => {
  it.each([
    ['😀bc', 1, 1, '😀'],
    ['😀bc', 2, undefined, 'bc'],
    ['😀bc', -1, 5, 'c'],
    ['😀bc', -9, 1, '😀'],
    ['abc', 0, 2, 'ab'],
    ['abc', 9007199254740993n, 1, ''],
    ['abc', -(2n ** 63n), 2n ** 63n - 1n, 'abc'],
  ])('substr(%s, %s, %s) is %s', (text, position, length, expected) => {
    expect(substr(text, position, length)).toBe(expected);
  });

  it.each([
    ['aaa', 'aa', 1, 2, 2],
    ['aaa', 'aa', -1, 2, 1],
    ['a😀b😀', '😀', -1, 1, 4],
    ['abc', '', -1, 1, 4],
    ['abc', '', 1, 5, 0],
    ['abc', 'c', 10, 1, 0],
  ])('instr(%s, %s, %s, %s) is %s', (text, part, position, occurrence, expected) => {
    expect(instr(text, part, position, occurrence)).toBe(expected);
  });

  it('cuts and fills by code points', () => {
    expect(padOf('left', ofText)('😀', 4, 'é😀')).toBe('é😀é😀');
    expect(padOf('right', ofText)('a😀b', 2)).toBe('a😀');
    expect(right('a😀', 1)).toBe('😀');
    expect(reverse('a😀e\u0301')).toBe('\u0301e😀a');
    expect(split('a😀', '')).toEqual(['a', '😀']);
    expect(strpos('😀a', 'a')).toBe(2);
    expect(trimOf({ left: true, right: true })('\u00a0\u3000a \u200b')).toBe('a \u200b');
    expect(translateOf(ofText)('a😀c', 'a😀', 'x')).toBe('xc');
  });

  it('refuses what has no value, with the value', () => {
    expect(() => substr('abc', 1, -1)).toThrow('the length -1 is negative');
    expect(() => instr('abc', 'c', 0)).toThrow('the position is 0');
    expect(() => padOf('left', ofText)('abc', 5, '')).toThrow('is empty');
    expect(() => translateOf(ofText)('abc', 'aa', 'xy')).toThrow('"a" is to be replaced twice');
  });

  it('makes nothing longer than 2^20 bytes, by the bytes of UTF-8', () => {
    expect(repeatOf(ofText)('é', 2 ** 19)).toHaveLength(2 ** 19);
    expect(() => repeatOf(ofText)('é', 2 ** 19 + 1)).toThrow('longer than 1048576 bytes');
    expect(repeatOf(ofBytes)('é', 2 ** 19 + 1)).toHaveLength(2 ** 19 + 1);
    const long = 'a'.repeat(2 ** 20);
    expect(() => concatOf(ofText)(long, 'b')).toThrow('the result of CONCAT is longer');
    expect(() => replaceOf(ofText)(long, 'a', long)).toThrow('the result of REPLACE is longer');
  });

  it('a part is where instr says it is', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '\u0301'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (whole, part) => {
        const at = strpos(whole, part);
        expect(instr(whole, part)).toBe(at);
        if (at > 0) expect(substr(whole, at, Array.from(part).length)).toBe(part);
        else expect(whole.includes(part)).toBe(false);
      }),
    );
  });

  it('of bytes, counts bytes', () => {
    expect(overBytes(substr)(Uint8Array.of(0xc3, 0xa9, 0xff), 2, 2)).toEqual(Uint8Array.of(0xa9, 0xff));
    expect(overBytes(split)(Uint8Array.of(1, 0, 2), Uint8Array.of(0))).toEqual([Uint8Array.of(1), Uint8Array.of(2)]);
  });
});
