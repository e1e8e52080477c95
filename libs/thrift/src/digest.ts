import { base64Of } from '@isochron/schema';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { StructDescriptor } from './descriptor.ts';
import { canonicalBytesStyle } from './json-style.ts';
import { toDigestedJson } from './write-json.ts';

/**
 * The existing system's digests. They are short names for contents, not a protection against anyone: MD5 is what its tables and
 * compiled files are named by.
 */
export function md5Digest<T extends object>(struct: StructDescriptor<T>, value: T): string {
  return md5Base64(toDigestedJson(struct, value));
}

/** {@link md5Digest} of a list; of one that is unset it is that of no text. */
export function md5Digests<T extends object>(struct: StructDescriptor<T>, values: readonly T[] | undefined): string {
  return md5Base64(values === undefined ? '' : `[${values.map((value) => toDigestedJson(struct, value)).join(',')}]`);
}

/**
 * The first 6 hex digits of the MD5 of the canonical JSON as it is written to bytes. That differs from {@link md5Digest}'s text where a
 * character beyond U+FFFF occurs, so one is not the other in another spelling.
 */
export function hexDigest<T extends object>(struct: StructDescriptor<T>, value: T): string {
  return md5Hex(toDigestedJson(struct, value, canonicalBytesStyle));
}

/**
 * What a definition means as 10 characters: the {@link md5Digest} of the value without its own `metaData`. Structs inside keep theirs,
 * and so do the existing system's.
 */
export function semanticHash<T extends object>(struct: StructDescriptor<T>, value: T): string {
  return md5Digest(struct, { ...value, metaData: undefined });
}

/** The first 10 characters of the Base64 of the MD5 of the text in UTF-8. */
export function md5Base64(text: string): string {
  return base64Of(md5(utf8ToBytes(text))).slice(0, 10);
}

/** The first 6 hex digits of the MD5 of the text in UTF-8. */
export function md5Hex(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text))).slice(0, 6);
}

/** The first 8 bytes of the MD5 as a signed big-endian integer. */
export function md5Long(bytes: Uint8Array): bigint {
  return BigInt.asIntN(64, BigInt(`0x${bytesToHex(md5(bytes).subarray(0, 8))}`));
}

/** SHA-256 of the text in UTF-8, as 64 hex digits: for digests of our own, where a collision would be believed. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash that Java gives a string: each UTF-16 code unit is added to 31 times what was there, in 32 signed bits. */
export function javaStringHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
