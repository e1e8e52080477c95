import { bytesOfText, limits } from '@isochron/kv';
import { compareBytes } from '@isochron/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainKeyBytesMax, rangesOf, rowKeyOf, rowPrefixOf, servingInfoKey } from './row-key.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('writes a key as it always has', () => {
  const prefix = rowPrefixOf('FLIGHTS_DELAYS_V1__1_BATCH');
  const user18 = Uint8Array.of(0x02, 0x0e, ...bytesOfText('user_18'));
  expect(hex(rowKeyOf(prefix, user18))).toMatchInlineSnapshot(`"fa7c9980ed83c056bb020e757365725f3138"`);
  expect(hex(rowKeyOf(prefix, servingInfoKey))).toMatchInlineSnapshot(
    `"b77c9980ed83c056bb5f5f67726f75705f62795f73657276696e675f696e666f5f5f"`,
  );
  expect(hex(rowKeyOf(prefix, new Uint8Array(plainKeyBytesMax + 1).fill(2)))).toMatchInlineSnapshot(
    `"ad7c9980ed83c056bbffbf51c615187ced8aa9a58f48c9a54dc72f966865d19a85e41fecc61b24a385ae"`,
  );
});

const keyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.integer({ min: plainKeyBytesMax - 2, max: plainKeyBytesMax + 3 }).map((length) => new Uint8Array(length).fill(2)),
);
const place = fc.record({
  dataset: fc.constantFrom('A_BATCH', 'B_BATCH'),
  keyBytes,
});

it('has one key for each dataset and key, within the limit of the store', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const keyA = rowKeyOf(rowPrefixOf(a.dataset), a.keyBytes);
      const keyB = rowKeyOf(rowPrefixOf(b.dataset), b.keyBytes);
      expect(keyA.length).toBeLessThanOrEqual(limits.keyBytes);
      const isSame = a.dataset === b.dataset && compareBytes(a.keyBytes, b.keyBytes) === 0;
      expect(compareBytes(keyA, keyB) === 0).toBe(isSame);
    }),
  );
});

it('has all rows of a dataset, and no others, in its ranges', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const ranges = [...rangesOf(rowPrefixOf(a.dataset))];
      expect(ranges).toHaveLength(256);
      const key = rowKeyOf(rowPrefixOf(b.dataset), b.keyBytes);
      const holding = ranges.filter(
        ({ from, to }) => compareBytes(key, from) >= 0 && (to === null || compareBytes(key, to) < 0),
      );
      expect(holding).toHaveLength(a.dataset === b.dataset ? 1 : 0);
    }),
  );
});

it('spreads neighbouring keys over all salts', () => {
  const prefix = rowPrefixOf('A_BATCH');
  const counts = new Array<number>(256).fill(0);
  for (let number = 0; number < 25_600; number++) {
    const salt = rowKeyOf(prefix, Uint8Array.of(2, 0x0c, ...bytesOfText(String(number).padStart(6, '0'))))[0] ?? 0;
    counts[salt] = (counts[salt] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(200);
});
