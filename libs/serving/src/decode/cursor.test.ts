import { AvroOutput } from '@isochron/avro';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cursor } from './cursor.ts';
import { Texts } from './texts.ts';

const written = (write: (output: AvroOutput) => void): Cursor => {
  const output = new AvroOutput();
  write(output);
  const bytes = output.toBytes();
  const cursor = new Cursor();
  cursor.start(bytes, 0, bytes.length);
  return cursor;
};

const BYTE_ORDER_MARK = '\u{feff}';

test('a text is read as it was written, whatever its length, its characters and how it begins', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.boolean(), (characters, isMarked) => {
      const text = isMarked ? BYTE_ORDER_MARK + characters : characters;
      expect(written((output) => output.text(text)).text(new Texts())).toBe(text);
    }),
    { numRuns: 2_000, examples: [['', true]] },
  );
});

test('a long is a number where that is exact, else a bigint', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
      const read = written((output) => output.long(value)).long();
      expect(BigInt(read)).toBe(value);
      expect(typeof read).toBe(Number.isSafeInteger(Number(value)) ? 'number' : 'bigint');
    }),
    { examples: [[2n ** 53n], [2n ** 53n - 1n], [-(2n ** 63n)]] },
  );
});

test('bytes that end early, or say too much, are DATA_LOSS', () => {
  const texts = written((output) => output.text('abc'));
  texts.end -= 1;
  expect(() => texts.text(new Texts())).toThrow(expect.objectContaining({ code: 'DATA_LOSS' }));
  expect(() => written((output) => output.long(1_000_000)).block()).toThrow(/count 1000000 items in the 0/);
});
