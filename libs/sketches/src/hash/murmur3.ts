/**
 * MurmurHash3 x64 128, by Austin Appleby, who placed it in the public domain. 64-bit words are pairs of 32-bit halves, so that nothing is
 * allocated. Results go to `hash`: h1 low, h1 high, h2 low, h2 high. A seed is a whole number in [0, 2^53), and starts both words.
 */
export type Hash128 = Int32Array;

/** The hash of the 8 bytes of one 64-bit word, least significant first: how longs and doubles are hashed. */
export function hashWord(low: number, high: number, seed: number, hash: Hash128): void {
  const k = Math.imul(low, C1_LOW);
  const kHigh = (highProduct(low, C1_LOW) + Math.imul(low, C1_HIGH) + Math.imul(high, C1_LOW)) | 0;
  const turned = (k << 31) | (kHigh >>> 1);
  const turnedHigh = (kHigh << 31) | (k >>> 1);
  const mixed = Math.imul(turned, C2_LOW);
  const mixedHigh = (highProduct(turned, C2_LOW) + Math.imul(turned, C2_HIGH) + Math.imul(turnedHigh, C2_LOW)) | 0;
  const seedHigh = Math.floor(seed / 0x100000000);
  finish(seed ^ mixed, seedHigh ^ mixedHigh, seed | 0, seedHigh | 0, 8, hash);
}

/** The hash of the first `length` bytes. */
export function hashBytes(bytes: Uint8Array, length: number, seed: number, hash: Hash128): void {
  start(seed, hash);
  const blocksEnd = length - (length % 16);
  for (let at = 0; at < blocksEnd; at += 16) {
    mixBlock(wordAt(bytes, at), wordAt(bytes, at + 4), wordAt(bytes, at + 8), wordAt(bytes, at + 12), hash);
  }
  if (length - blocksEnd > 8) {
    mixTail2(partAt(bytes, blocksEnd + 8, length), partAt(bytes, blocksEnd + 12, length), hash);
  }
  if (length > blocksEnd) {
    mixTail1(partAt(bytes, blocksEnd, length), partAt(bytes, blocksEnd + 4, length), hash);
  }
  finish(hash[0] as number, hash[1] as number, hash[2] as number, hash[3] as number, length, hash);
}

/** The low 32 bits of the final mix of a signed 32-bit number made 64 bits: one that is as good as random. */
export function scatteredWord(word: number): number {
  let low = word ^ ((word >> 31) >>> 1);
  let high = (highProduct(low, 0xed558ccd) + Math.imul(low, 0xff51afd7) + Math.imul(word >> 31, 0xed558ccd)) | 0;
  low = Math.imul(low, 0xed558ccd) ^ (high >>> 1);
  high = (highProduct(low, 0x1a85ec53) + Math.imul(low, 0xc4ceb9fe) + Math.imul(high, 0x1a85ec53)) | 0;
  return Math.imul(low, 0x1a85ec53) ^ (high >>> 1);
}

/** The high 32 bits of the product of two unsigned 32-bit numbers. */
export function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const lowHigh = Math.imul(aHigh, bLow);
  const highLow = Math.imul(aLow, bHigh);
  const middle = (Math.imul(aLow, bLow) >>> 16) + (lowHigh & 0xffff) + (highLow & 0xffff);
  return (Math.imul(aHigh, bHigh) + (lowHigh >>> 16) + (highLow >>> 16) + (middle >>> 16)) | 0;
}

// 0x87c37b91114253d5 and 0x4cf5ad432745937f: the multipliers of the body.
const C1_LOW = 0x114253d5;
const C1_HIGH = 0x87c37b91;
const C2_LOW = 0x2745937f;
const C2_HIGH = 0x4cf5ad43;

function start(seed: number, hash: Hash128): void {
  const high = Math.floor(seed / 0x100000000);
  hash[0] = seed;
  hash[1] = high;
  hash[2] = seed;
  hash[3] = high;
}

/** h1 ^= rotate(k1 * c1, 31) * c2. */
function mixTail1(low: number, high: number, hash: Hash128): void {
  const k = Math.imul(low, C1_LOW);
  const kHigh = (highProduct(low, C1_LOW) + Math.imul(low, C1_HIGH) + Math.imul(high, C1_LOW)) | 0;
  const turned = (k << 31) | (kHigh >>> 1);
  const turnedHigh = (kHigh << 31) | (k >>> 1);
  hash[0] = (hash[0] as number) ^ Math.imul(turned, C2_LOW);
  hash[1] =
    (hash[1] as number) ^ (highProduct(turned, C2_LOW) + Math.imul(turned, C2_HIGH) + Math.imul(turnedHigh, C2_LOW));
}

/** h2 ^= rotate(k2 * c2, 33) * c1. */
function mixTail2(low: number, high: number, hash: Hash128): void {
  const k = Math.imul(low, C2_LOW);
  const kHigh = (highProduct(low, C2_LOW) + Math.imul(low, C2_HIGH) + Math.imul(high, C2_LOW)) | 0;
  const turned = (kHigh << 1) | (k >>> 31);
  const turnedHigh = (k << 1) | (kHigh >>> 31);
  hash[2] = (hash[2] as number) ^ Math.imul(turned, C1_LOW);
  hash[3] =
    (hash[3] as number) ^ (highProduct(turned, C1_LOW) + Math.imul(turned, C1_HIGH) + Math.imul(turnedHigh, C1_LOW));
}

/** A whole block of two words; after each half h = (rotate(h) + other) * 5 + constant. */
function mixBlock(low1: number, high1: number, low2: number, high2: number, hash: Hash128): void {
  mixTail1(low1, high1, hash);
  step(hash, 0, 2, 27, 0x52dce729);
  mixTail2(low2, high2, hash);
  step(hash, 2, 0, 31, 0x38495ab5);
}

/** h[at] = (rotate(h[at], turn) + h[other]) * 5 + constant, for a turn below 32. */
function step(hash: Hash128, at: number, other: number, turn: number, constant: number): void {
  const low = hash[at] as number;
  const high = hash[at + 1] as number;
  const turnedLow = ((low << turn) | (high >>> (32 - turn))) >>> 0;
  const turnedHigh = (high << turn) | (low >>> (32 - turn));
  const sum = turnedLow + ((hash[other] as number) >>> 0);
  const sumHigh = (turnedHigh + (hash[other + 1] as number) + (sum > 0xffffffff ? 1 : 0)) | 0;
  const product = (sum >>> 0) * 5 + constant;
  hash[at] = product >>> 0;
  hash[at + 1] = sumHigh * 5 + Math.floor(product / 0x100000000);
}

/** Adds the two words to each other, mixes each for the last time, adds them again. Numbers alone, because this is most of a short hash. */
function finish(low1: number, high1: number, low2: number, high2: number, length: number, hash: Hash128): void {
  let a = low1 ^ length;
  let aHigh = high1;
  let b = low2 ^ length;
  let bHigh = high2;
  let sum = (a >>> 0) + (b >>> 0);
  aHigh = (aHigh + bHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  a = sum | 0;
  sum = (a >>> 0) + (b >>> 0);
  bHigh = (aHigh + bHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  b = sum | 0;
  // Three shifts by 33 around products with 0xff51afd7ed558ccd and 0xc4ceb9fe1a85ec53.
  a ^= aHigh >>> 1;
  aHigh = (highProduct(a, 0xed558ccd) + Math.imul(a, 0xff51afd7) + Math.imul(aHigh, 0xed558ccd)) | 0;
  a = Math.imul(a, 0xed558ccd) ^ (aHigh >>> 1);
  aHigh = (highProduct(a, 0x1a85ec53) + Math.imul(a, 0xc4ceb9fe) + Math.imul(aHigh, 0x1a85ec53)) | 0;
  a = Math.imul(a, 0x1a85ec53) ^ (aHigh >>> 1);
  b ^= bHigh >>> 1;
  bHigh = (highProduct(b, 0xed558ccd) + Math.imul(b, 0xff51afd7) + Math.imul(bHigh, 0xed558ccd)) | 0;
  b = Math.imul(b, 0xed558ccd) ^ (bHigh >>> 1);
  bHigh = (highProduct(b, 0x1a85ec53) + Math.imul(b, 0xc4ceb9fe) + Math.imul(bHigh, 0x1a85ec53)) | 0;
  b = Math.imul(b, 0x1a85ec53) ^ (bHigh >>> 1);
  sum = (a >>> 0) + (b >>> 0);
  aHigh = (aHigh + bHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  a = sum | 0;
  sum = (a >>> 0) + (b >>> 0);
  hash[0] = a;
  hash[1] = aHigh;
  hash[2] = sum | 0;
  hash[3] = (aHigh + bHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

/** Up to four bytes at `at`, zeros from `end` on. */
function partAt(bytes: Uint8Array, at: number, end: number): number {
  let word = 0;
  for (let k = Math.min(4, end - at) - 1; k >= 0; k--) word = (word << 8) | (bytes[at + k] as number);
  return word;
}
