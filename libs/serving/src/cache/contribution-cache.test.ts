import { bytesOfText, textOfBytes } from '@isochron/kv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cursor } from '../decode/cursor.ts';
import { ContributionCache, type EntryKey, tagOf } from './contribution-cache.ts';

const BYTES = 65_536;
const keyOf = (tag: number, key: string, generation = 1): EntryKey => ({ tag, generation, rowKey: bytesOfText(key) });
const found = (cache: ContributionCache, key: EntryKey, atMs: number): string | null => {
  const cursor = new Cursor();
  return cache.find(key, atMs, cursor) ? textOfBytes(cursor.bytes.subarray(cursor.at, cursor.end)) : null;
};

test('what is found is what was put last for the tag, the generation and the key, within its span, or nothing', () => {
  const put = fc.record({
    tag: fc.constantFrom(tagOf('ffffffffffffffff'), tagOf('fffffffffffff000'), tagOf('0000000000001'), 2 ** 32 + 1, 1),
    generation: fc.constantFrom(1, 2, 1_795_592_184_844),
    key: fc.string({ maxLength: 3 }),
    fromMs: fc.integer({ min: 0, max: 20 }),
    lengthMs: fc.integer({ min: 1, max: 20 }),
    value: fc.string({ maxLength: 60 }),
  });
  fc.assert(
    fc.property(fc.array(put, { maxLength: 2_000, size: 'max' }), (puts) => {
      const cache = new ContributionCache(BYTES);
      const last = new Map<string, (typeof puts)[number]>();
      for (const each of puts) {
        cache.put(
          keyOf(each.tag, each.key, each.generation),
          { fromMs: each.fromMs, toMs: each.fromMs + each.lengthMs },
          bytesOfText(each.value),
        );
        last.set(`${each.tag} ${each.generation} ${each.key}`, each);
      }
      for (const { tag, key, generation, fromMs, lengthMs, value } of last.values()) {
        for (const atMs of [fromMs - 1, fromMs, fromMs + lengthMs - 1, fromMs + lengthMs]) {
          const isWithin = atMs >= fromMs && atMs < fromMs + lengthMs;
          expect([isWithin ? value : null, null]).toContain(found(cache, keyOf(tag, key, generation), atMs));
        }
        expect(found(cache, keyOf(tag + 2, key, generation), fromMs)).toBeNull();
        expect(found(cache, keyOf(tag, key, generation + 2), fromMs)).toBeNull();
      }
    }),
    { numRuns: 50 },
  );
});

test('what was put last is found, whatever came before it', () => {
  const cache = new ContributionCache(BYTES);
  for (let number = 0; number < 100_000; number++) {
    const tag = tagOf(number.toString(16).padStart(16, '0'));
    cache.put(keyOf(tag, 'key'), { fromMs: 0, toMs: 1 }, bytesOfText(`${number}`));
    if (number % 1_000 === 0) expect(found(cache, keyOf(tag, 'key'), 0)).toBe(`${number}`);
  }
  expect(cache.figures().bytes).toBeLessThanOrEqual(BYTES);
});

test('meanings have numbers of their own, of which nobody keeps a list', () => {
  const hash = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  expect(tagOf(hash)).toBe(0xa1b2c3d4e5f60);
  expect(Number.isSafeInteger(tagOf('f'.repeat(64)))).toBe(true);
  expect(tagOf(`b${hash.slice(1)}`)).not.toBe(tagOf(hash));
});
