import { bytesOfText, limits } from '@isochron/kv';
import { compareBytes } from '@isochron/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchPrefixOf, plainKeyBytesMax, rangesOf, rowKeyOf, servingInfoKey } from './row-key.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('writes a key as it always has', () => {
  const prefix = batchPrefixOf('FLIGHTS_DELAYS_V1__1_BATCH', 0x0192_3456_789a);
  const user18 = Uint8Array.of(0x02, 0x0e, ...bytesOfText('user_18'));
  expect(hex(rowKeyOf(prefix, user18))).toMatchInlineSnapshot(`"fa627c9980ed83c056bb01923456789a020e757365725f3138"`);
  expect(hex(rowKeyOf(prefix, servingInfoKey))).toMatchInlineSnapshot(
    `"b7627c9980ed83c056bb01923456789a5f5f67726f75705f62795f73657276696e675f696e666f5f5f"`,
  );
  expect(hex(rowKeyOf(prefix, new Uint8Array(plainKeyBytesMax + 1).fill(2)))).toMatchInlineSnapshot(
    `"dd627c9980ed83c056bb01923456789aff43ab8fb4ab6d33e3efd77c47946ab16fe5e05c93691f8c21544cdac713b66e92"`,
  );
});

const keyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.integer({ min: plainKeyBytesMax - 2, max: plainKeyBytesMax + 3 }).map((length) => new Uint8Array(length).fill(2)),
);
const place = fc.record({
  dataset: fc.constantFrom('A_BATCH', 'B_BATCH'),
  generation: fc.oneof(fc.nat(), fc.constantFrom(2 ** 32 - 1, 2 ** 32, 2 ** 48 - 1)),
  keyBytes,
});

it('has one key for each dataset, generation and key, within the limit of the store', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const keyA = rowKeyOf(batchPrefixOf(a.dataset, a.generation), a.keyBytes);
      const keyB = rowKeyOf(batchPrefixOf(b.dataset, b.generation), b.keyBytes);
      expect(keyA.length).toBeLessThanOrEqual(limits.keyBytes);
      const isSamePlace = a.dataset === b.dataset && a.generation === b.generation;
      expect(compareBytes(keyA, keyB) === 0).toBe(isSamePlace && compareBytes(a.keyBytes, b.keyBytes) === 0);
    }),
  );
});

it('has all rows of a generation, and no others, in its ranges', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const ranges = [...rangesOf(batchPrefixOf(a.dataset, a.generation))];
      expect(ranges).toHaveLength(256);
      const key = rowKeyOf(batchPrefixOf(b.dataset, b.generation), b.keyBytes);
      const holding = ranges.filter(
        ({ from, to }) => compareBytes(key, from) >= 0 && (to === null || compareBytes(key, to) < 0),
      );
      expect(holding).toHaveLength(a.dataset === b.dataset && a.generation === b.generation ? 1 : 0);
    }),
  );
});

it('spreads neighbouring keys over all salts', () => {
  const prefix = batchPrefixOf('A_BATCH', 1);
  const counts = new Array<number>(256).fill(0);
  for (let number = 0; number < 25_600; number++) {
    const salt = rowKeyOf(prefix, Uint8Array.of(2, 0x0c, ...bytesOfText(String(number).padStart(6, '0'))))[0] ?? 0;
    counts[salt] = (counts[salt] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(200);
});
