import { expect, it } from 'vitest';
import { bytesOfText, textOfBytes } from './bytes.ts';

it('text comes back from its bytes, a byte order mark at its beginning too', () => {
  for (const text of ['', 'ä😀\0', '\ufeff', '\ufeffa']) expect(textOfBytes(bytesOfText(text))).toBe(text);
});

it('bytes that are no UTF-8 are no text', () => {
  expect(() => textOfBytes(Uint8Array.of(0xff))).toThrow(TypeError);
});
