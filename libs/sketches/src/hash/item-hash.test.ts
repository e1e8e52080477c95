import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { DEFAULT_SEED, ItemHash, seedHashOf } from './item-hash.ts';
import { hashBytes, highProduct } from './murmur3.ts';
import { murmurMachine } from './murmur3-machine.ts';

const MASK = 2n ** 64n - 1n;

/** The published algorithm over bigints, to be checked by eye: h1 and h2 as 32 hexadecimal digits. */
function slowly(bytes: Uint8Array, seed: bigint): string {
  const rotated = (x: bigint, n: bigint): bigint => ((x << n) | (x >> (64n - n))) & MASK;
  const c1 = 0x87c37b91114253d5n;
  const c2 = 0x4cf5ad432745937fn;
  const word = (from: number, to: number): bigint =>
    bytes.slice(from, Math.min(to, bytes.length)).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const mix1 = (k: bigint): bigint => (rotated((k * c1) & MASK, 31n) * c2) & MASK;
  const mix2 = (k: bigint): bigint => (rotated((k * c2) & MASK, 33n) * c1) & MASK;
  let h1 = seed;
  let h2 = seed;
  let at = 0;
  for (; at + 16 <= bytes.length; at += 16) {
    h1 = ((rotated(h1 ^ mix1(word(at, at + 8)), 27n) + h2) * 5n + 0x52dce729n) & MASK;
    h2 = ((rotated(h2 ^ mix2(word(at + 8, at + 16)), 31n) + h1) * 5n + 0x38495ab5n) & MASK;
  }
  h2 ^= mix2(word(at + 8, at + 16));
  h1 ^= mix1(word(at, at + 8));
  h1 ^= BigInt(bytes.length);
  h2 ^= BigInt(bytes.length);
  h1 = (h1 + h2) & MASK;
  h2 = (h2 + h1) & MASK;
  const scattered = (x: bigint): bigint => {
    let k = x;
    k = ((k ^ (k >> 33n)) * 0xff51afd7ed558ccdn) & MASK;
    k = ((k ^ (k >> 33n)) * 0xc4ceb9fe1a85ec53n) & MASK;
    return k ^ (k >> 33n);
  };
  h1 = scattered(h1);
  h2 = scattered(h2);
  h1 = (h1 + h2) & MASK;
  h2 = (h2 + h1) & MASK;
  return h1.toString(16).padStart(16, '0') + h2.toString(16).padStart(16, '0');
}

function shown(words: Int32Array): string {
  return [1, 0, 3, 2].map((at) => ((words[at] as number) >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The digest of a hash as `slowly` and `shown` have it. */
function digestOfShown(hash: string): number {
  const [h1, h2] = [hash.slice(0, 16), hash.slice(16)].map((digits) => BigInt(`0x${digits}`)) as [bigint, bigint];
  const zeros = Math.min(63, 64 - (h2 === 0n ? 0 : h2.toString(2).length));
  return Number(BigInt.asIntN(32, (h1 & 0x3ffffffn) | (BigInt(zeros) << 26n)));
}

const isWhole = (point: number): boolean => point < 0xd800 || point > 0xdfff;
/** Of code points of one, two, three and four bytes. */
const texts = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10ffff)).filter(isWhole), {
    minLength: 1,
    maxLength: 40,
  })
  .map((points) => String.fromCodePoint(...points));
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(8);
  write(new DataView(bytes.buffer));
  return bytes;
};
const long = (value: bigint): Uint8Array => bytesOf((view) => view.setBigInt64(0, value, true));
const seeds = fc.oneof(fc.constant(9001), fc.nat({ max: Number.MAX_SAFE_INTEGER }));

describe('MurmurHash3 x64 128', () => {
  test.each([
    ['the long -1', long(-1n), '1cf79f8c1be764d964879b0f1ffb7e86'],
    ['the text a', encoded('a'), 'f6020f0aa43b822fc51f4ded6e1eb0fe'],
    ['hello world 12345678', encoded('hello world 12345678'), 'c1133c6adc7771667c72ba880178fba0'],
    ['item_0', encoded('item_0'), '953bf2a8b11dad4c479d292d535fb8f7'],
  ])('of %s is what the Java library gives', (_title, bytes, expected) => {
    const words = new Int32Array(4);
    hashBytes(bytes, bytes.length, 9001, words);
    expect(shown(words)).toBe(expected);
  });

  test('of any bytes and seed is the published one', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 70 }), seeds, (bytes, seed) => {
      const words = new Int32Array(4);
      hashBytes(bytes, bytes.length, seed, words);
      expect(shown(words)).toBe(slowly(bytes, BigInt(seed)));
      expect(digestOf(words)).toBe(digestOfShown(shown(words)));
    });
    fc.assert(property, { numRuns: 2000 });
  });

  test.each([
    ['0', 0, 0, 63],
    ['1', 1, 0, 63],
    ['2', 2, 0, 62],
    ['2^32', 0, 1, 31],
    ['2^63', 0, -1, 0],
  ])('of a second word %s is digested to its zeros', (_title, low, high, zeros) => {
    expect(digestOf(Int32Array.of(-1, 0, low, high))).toBe((zeros << 26) | 0x3ffffff);
  });

  test('a high product is the high half', () => {
    const property = fc.property(fc.integer(), fc.integer(), (a, b) => {
      expect(highProduct(a, b) >>> 0).toBe(Number((BigInt(a >>> 0) * BigInt(b >>> 0)) >> 32n));
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

/** In machine code, which there is wherever tests run, and without. */
describe.each([
  ['machine code', murmurMachine(DEFAULT_SEED)],
  ['JavaScript', null],
])('values, in %s', (title, machine) => {
  const hash = new ItemHash(9001, machine);
  const expected = (bytes: Uint8Array, seed = 9001): number => digestOfShown(slowly(bytes, BigInt(seed)));

  test('there is what is tested', () => expect(machine !== null).toBe(title === 'machine code'));

  test('a long is its 8 bytes, number or bigint', () => {
    const property = fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), seeds, (value, seed) => {
      expect(new ItemHash(seed, machine).long(value)).toBe(expected(long(value), seed));
    });
    fc.assert(property, { numRuns: 500 });
    const numbers = fc.oneof(fc.maxSafeInteger(), fc.integer());
    fc.assert(fc.property(numbers, (value) => hash.long(value) === expected(long(BigInt(value)))));
  });

  test('a double is its 8 bytes; -0 is 0, and every NaN the one 0x7ff8000000000000', () => {
    const property = fc.property(fc.double({ noNaN: true }), (value) => {
      const bytes = bytesOf((view) => view.setFloat64(0, value === 0 ? 0 : value, true));
      expect(hash.double(value)).toBe(expected(bytes));
    });
    fc.assert(property);
    const nan = bytesOf((view) => view.setBigUint64(0, 0x7ff8000000000000n, true));
    expect(hash.double(Number.NaN)).toBe(expected(nan));
    expect(hash.double(-0)).toBe(hash.double(0));
  });

  test('a text is its UTF-8, and a half of a surrogate pair is ?', () => {
    const property = fc.property(texts, seeds, (text, seed) => {
      const hash = new ItemHash(seed, machine);
      expect(hash.text(text)).toBe(expected(encoded(text), seed));
      expect(hash.bytes(encoded(text))).toBe(expected(encoded(text), seed));
    });
    fc.assert(property, { numRuns: 500 });
    expect(hash.text('a\ud800b')).toBe(hash.text('a?b'));
  });

  test.each([15, 16, 17, 50, 21_839, 21_840, 65_520, 65_521, 100_000])('a text may have %i characters', (length) => {
    const text = 'x'.repeat(length);
    const words = new Int32Array(4);
    hashBytes(encoded(text), length, 9001, words);
    expect([hash.text(text), hash.bytes(encoded(text))]).toEqual([digestOf(words), digestOf(words)]);
  });

  test('what is empty is not hashed', () => {
    expect([hash.text(''), hash.bytes(new Uint8Array())]).toEqual([null, null]);
  });
});

test('the hash of the default seed is 0x93cc', () => expect(seedHashOf(9001)).toBe(0x93cc));
