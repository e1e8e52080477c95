import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Texts } from './texts.ts';

const BYTE_ORDER_MARK = '\u{feff}';

/** Few different ones, so that they come again, and many that push each other out. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    'a',
    'item',
    'item 1',
    'item 10',
    'item 1 item 1 item 1 item',
    BYTE_ORDER_MARK,
    `${BYTE_ORDER_MARK}a`,
  ),
  fc.nat({ max: 5_000 }).map((number) => `item ${number}`),
  fc.nat({ max: 5_000 }).map((number) => `${number} items`),
);

test('a text is what its bytes say, whatever was asked before', () => {
  const texts = new Texts();
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), fc.nat({ max: 5 }), (written, before) => {
      for (const each of written) {
        const own = encoder.encode(each);
        const bytes = new Uint8Array(before + own.length + 3);
        bytes.set(own, before);
        const view = new DataView(bytes.buffer);
        expect(texts.of(bytes, view, before, before + own.length)).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(own),
        );
      }
    }),
    { numRuns: 2_000 },
  );
});

test('bytes that are no UTF-8 are U+FFFD, as the platform has it', () => {
  const bytes = Uint8Array.of(0x61, 0xff, 0x62, 0xc3, 0x63);
  expect(new Texts().of(bytes, new DataView(bytes.buffer), 0, 5)).toBe('a\u{fffd}b\u{fffd}c');
});
