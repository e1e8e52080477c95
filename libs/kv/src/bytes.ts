const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text in UTF-8, as keys and qualifiers of text are. */
export const bytesOfText = (text: string): Uint8Array => encoder.encode(text);

/** The text of UTF-8 bytes. Throws a TypeError where they are not UTF-8. */
export const textOfBytes = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The least key that is greater than `key`: where a scan goes on after it. */
export function keyAfter(key: Uint8Array): Uint8Array {
  const after = new Uint8Array(key.length + 1);
  after.set(key);
  return after;
}

/** The least key that is greater than all that begin with `prefix`; null where there is none (no bytes but 0xff). */
export function keyAfterPrefix(prefix: Uint8Array): Uint8Array | null {
  const last = prefix.findLastIndex((byte) => byte < 0xff);
  if (last < 0) return null;
  const after = copyOfBytes(prefix, 0, last + 1);
  after[last] = (after[last] ?? 0) + 1;
  return after;
}

/** One after the other. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A copy as a plain Uint8Array; `slice` of a Node Buffer would be a view of it. */
export function copyOfBytes(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array {
  return new Uint8Array(bytes.subarray(start, end));
}
