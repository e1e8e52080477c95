import { IsochronError } from '@isochron/schema';

/** Two bytes of magic and eight of fingerprint. */
export const singleObjectHeaderLength = 10;

const MAGIC = [0xc3, 0x01] as const;

/**
 * Avro's single-object encoding: `c3 01`, the fingerprint of the writer's schema (little-endian), the payload. So values written
 * before and after a change of schema may stand side by side.
 */
export function wrapSingleObject(fingerprint: bigint, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(singleObjectHeaderLength + payload.length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setBigUint64(MAGIC.length, fingerprint, true);
  bytes.set(payload, singleObjectHeaderLength);
  return bytes;
}

/** The payload shares the memory of `bytes`. Bytes without the header are a DATA_LOSS. */
export function readSingleObject(bytes: Uint8Array): { readonly fingerprint: bigint; readonly payload: Uint8Array } {
  if (bytes.length < singleObjectHeaderLength || bytes[0] !== MAGIC[0] || bytes[1] !== MAGIC[1]) {
    const found = Array.from(bytes.subarray(0, singleObjectHeaderLength), (byte) => byte.toString(16).padStart(2, '0'));
    throw new IsochronError(
      'DATA_LOSS',
      `${bytes.length} bytes that begin with "${found.join(' ')}" are not an Avro single object, which begins with "c3 01" and 8 bytes of fingerprint.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { fingerprint: view.getBigUint64(MAGIC.length, true), payload: bytes.subarray(singleObjectHeaderLength) };
}
