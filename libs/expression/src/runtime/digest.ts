import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

/** Hashes of bytes; this file alone knows the library. */
export const digests: Readonly<Record<'MD5' | 'SHA1' | 'SHA256' | 'SHA512', (bytes: Uint8Array) => Uint8Array>> = {
  MD5: md5,
  SHA1: sha1,
  SHA256: sha256,
  SHA512: sha512,
};
