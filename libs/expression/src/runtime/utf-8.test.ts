import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOfUtf8, textWithReplacements, utf8Length, utf8Of } from './utf-8.ts';

it('text is what its bytes are, a byte order mark too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textOfUtf8(utf8Of(text))).toBe(text);
      expect(textWithReplacements(utf8Of(text))).toBe(text);
      expect(utf8Length(text)).toBe(utf8Of(text).length);
    }),
  );
  expect(textOfUtf8(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe('\ufeff');
});

it.each([
  [[0x61, 0xff], 'a\ufffd'],
  [[0xe2, 0x82, 0x61], '\ufffd\ufffda'],
  [[0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
  [[0xf0, 0x90, 0x80], '\ufffd\ufffd\ufffd'],
  [[0xc0, 0x80], '\ufffd\ufffd'],
])('each byte of %j that is part of no character is U+FFFD', (bytes, expected) => {
  expect(textWithReplacements(Uint8Array.from(bytes))).toBe(expected);
  expect(() => textOfUtf8(Uint8Array.from(bytes))).toThrow('the bytes are not UTF-8');
});
