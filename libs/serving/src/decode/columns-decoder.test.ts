import { AvroOutput } from '@isochron/avro';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AvroNode } from './avro-node.ts';
import { columnsDecoder } from './columns-decoder.ts';
import { Cursor } from './cursor.ts';
import { Texts } from './texts.ts';

const long: AvroNode = { shape: { kind: 'long' }, nullAt: null };
const nullableLong: AvroNode = { shape: { kind: 'long' }, nullAt: 0 };

function timesRead(node: AvroNode, bytes: Uint8Array, n: number): readonly number[] {
  const cursor = new Cursor();
  cursor.start(bytes, 0, bytes.length);
  const startsMs = new Float64Array(n);
  columnsDecoder([{ node, into: 'time' }], null, new Texts())(cursor, 0, n, startsMs);
  expect(cursor.at).toBe(bytes.length);
  return [...startsMs];
}

const times = fc.array(
  fc.oneof(
    fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 0, 1) }),
    fc.maxSafeInteger(),
    fc.integer({ min: -200, max: 200 }),
    fc.constantFrom(2 ** 34, 2 ** 41 - 1, 2 ** 41, -(2 ** 41), -(2 ** 41) - 1, 2 ** 34 - 1),
  ),
  { maxLength: 5 },
);

test('times are read as they were written, of however many bytes', () => {
  fc.assert(
    fc.property(times, fc.boolean(), (written, isNullable) => {
      const output = new AvroOutput();
      for (const time of written) {
        if (isNullable) output.byte(2);
        output.long(time);
      }
      expect(timesRead(isNullable ? nullableLong : long, output.toBytes(), written.length)).toEqual(written);
    }),
    { numRuns: 2_000 },
  );
});

test('a time that is cut off is refused, wherever it is', () => {
  const output = new AvroOutput();
  output.long(Date.UTC(2024, 0, 15));
  const bytes = output.toBytes();
  for (let length = 0; length < bytes.length; length++) {
    expect(() => timesRead(long, bytes.slice(0, length), 1)).toThrow('they end early');
    // Bytes of something else behind it do not make it whole.
    const cursor = new Cursor();
    cursor.start(bytes, 0, length);
    const read = columnsDecoder([{ node: long, into: 'time' }], null, new Texts());
    expect(() => read(cursor, 0, 1, new Float64Array(1))).toThrow('they end early');
  }
});
