import type { Int64 } from '../value.ts';

/**
 * Fingerprint64 of FarmHash, which is promised never to change: https://github.com/google/farmhash, `farmhashna::Hash64`. No library of it is both
 * pure JavaScript and complete, so it is written here from its definition, in 64 bits that wrap around.
 */
export function farmFingerprint(bytes: Uint8Array): Int64 {
  const hash = BigInt.asIntN(64, hashOf(bytes));
  const near = Number(hash);
  return Number.isSafeInteger(near) ? near : hash;
}

const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;

const wrapped = (x: bigint): bigint => BigInt.asUintN(64, x);
const rotated = (x: bigint, by: bigint): bigint => wrapped((x >> by) | (x << (64n - by)));
const mixed = (x: bigint): bigint => x ^ (x >> 47n);

function hashOf(bytes: Uint8Array): bigint {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  if (length <= 16) return upTo16(bytes, view);
  if (length <= 32) return upTo32(view);
  return length <= 64 ? upTo64(view) : longer(view);
}

const wordAt = (view: DataView, at: number): bigint => view.getBigUint64(at, true);
const multiplierFor = (length: number): bigint => wrapped(K2 + BigInt(length) * 2n);

/** Two words to one. */
function joined(u: bigint, v: bigint, multiplier: bigint): bigint {
  const a = mixed(wrapped((u ^ v) * multiplier));
  return wrapped(mixed(wrapped((v ^ a) * multiplier)) * multiplier);
}

function upTo16(bytes: Uint8Array, view: DataView): bigint {
  const { length } = bytes;
  const multiplier = multiplierFor(length);
  if (length >= 8) {
    const a = wrapped(wordAt(view, 0) + K2);
    const b = wordAt(view, length - 8);
    const c = wrapped(rotated(b, 37n) * multiplier + a);
    const d = wrapped((rotated(a, 25n) + b) * multiplier);
    return joined(c, d, multiplier);
  }
  if (length >= 4) {
    const a = BigInt(view.getUint32(0, true));
    return joined(BigInt(length) + (a << 3n), BigInt(view.getUint32(length - 4, true)), multiplier);
  }
  if (length === 0) return K2;
  const y = (bytes[0] ?? 0) + ((bytes[length >> 1] ?? 0) << 8);
  const z = length + ((bytes[length - 1] ?? 0) << 2);
  return wrapped(mixed(wrapped(BigInt(y) * K2) ^ wrapped(BigInt(z) * K0)) * K2);
}

function upTo32(view: DataView): bigint {
  const { byteLength: length } = view;
  const multiplier = multiplierFor(length);
  const a = wrapped(wordAt(view, 0) * K1);
  const b = wordAt(view, 8);
  const c = wrapped(wordAt(view, length - 8) * multiplier);
  const d = wrapped(wordAt(view, length - 16) * K2);
  const first = wrapped(rotated(wrapped(a + b), 43n) + rotated(c, 30n) + d);
  return joined(first, wrapped(a + rotated(wrapped(b + K2), 18n) + c), multiplier);
}

function upTo64(view: DataView): bigint {
  const { byteLength: length } = view;
  const multiplier = multiplierFor(length);
  const a = wrapped(wordAt(view, 0) * K2);
  const b = wordAt(view, 8);
  const c = wrapped(wordAt(view, length - 8) * multiplier);
  const d = wrapped(wordAt(view, length - 16) * K2);
  const y = wrapped(rotated(wrapped(a + b), 43n) + rotated(c, 30n) + d);
  const z = joined(y, wrapped(a + rotated(wrapped(b + K2), 18n) + c), multiplier);
  const e = wrapped(wordAt(view, 16) * multiplier);
  const f = wordAt(view, 24);
  const g = wrapped((y + wordAt(view, length - 32)) * multiplier);
  const h = wrapped((z + wordAt(view, length - 24)) * multiplier);
  const first = wrapped(rotated(wrapped(e + f), 43n) + rotated(g, 30n) + h);
  return joined(first, wrapped(e + rotated(wrapped(f + a), 18n) + g), multiplier);
}

type Pair = readonly [bigint, bigint];

/** 32 bytes, and two words, to two words. */
function weakly(view: DataView, at: number, seedA: bigint, seedB: bigint): Pair {
  const z = wordAt(view, at + 24);
  const first = wrapped(seedA + wordAt(view, at));
  const a = wrapped(first + wordAt(view, at + 8) + wordAt(view, at + 16));
  const b = wrapped(rotated(wrapped(seedB + first + z), 21n) + rotated(a, 44n));
  return [wrapped(a + z), wrapped(b + first)];
}

interface State {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
  readonly v: Pair;
  readonly w: Pair;
}

/** 64 bytes into the state. `weight` is 1 but for the last, which counts some of it ninefold. */
function absorbed({ x: x0, y: y0, z: z0, v, w }: State, view: DataView, at: number, by: Multiplier): State {
  const x =
    wrapped(rotated(wrapped(x0 + y0 + v[0] + wordAt(view, at + 8)), 37n) * by.factor) ^ wrapped(w[1] * by.weight);
  const turned = wrapped(rotated(wrapped(y0 + v[1] + wordAt(view, at + 48)), 42n) * by.factor);
  const y = wrapped(turned + v[0] * by.weight + wordAt(view, at + 40));
  const z = wrapped(rotated(wrapped(z0 + w[0]), 33n) * by.factor);
  const nextV = weakly(view, at, wrapped(v[1] * by.factor), wrapped(x + w[0]));
  const nextW = weakly(view, at + 32, wrapped(z + w[1]), wrapped(y + wordAt(view, at + 16)));
  return { x: z, y, z: x, v: nextV, w: nextW };
}

interface Multiplier {
  readonly factor: bigint;
  readonly weight: bigint;
}

function longer(view: DataView): bigint {
  const { byteLength: length } = view;
  const seed = 81n;
  const y = wrapped(seed * K1 + 113n);
  const z = wrapped(mixed(wrapped(y * K2 + 113n)) * K2);
  let state: State = { x: wrapped(seed * K2 + wordAt(view, 0)), y, z, v: [0n, 0n], w: [0n, 0n] };
  const end = Math.floor((length - 1) / 64) * 64;
  for (let at = 0; at < end; at += 64) state = absorbed(state, view, at, { factor: K1, weight: 1n });
  const factor = wrapped(K1 + ((state.z & 0xffn) << 1n));
  const [v0, v1] = state.v;
  const w0 = wrapped(state.w[0] + BigInt((length - 1) & 63));
  const first = wrapped(v0 + w0);
  const heavier: State = { ...state, v: [first, v1], w: [wrapped(w0 + first), state.w[1]] };
  const last = absorbed(heavier, view, length - 64, { factor, weight: 9n });
  const left = joined(last.v[0], last.w[0], factor) + wrapped(mixed(last.y) * K0) + last.z;
  const right = joined(last.v[1], last.w[1], factor) + last.x;
  return joined(wrapped(left), wrapped(right), factor);
}
