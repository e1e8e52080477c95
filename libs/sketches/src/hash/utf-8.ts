/** Bytes that are used again for each text; grows to the longest. */
export class Utf8Buffer {
  bytes = new Uint8Array(64);

  /** Writes `text` to the start of `bytes`; see {@link writeUtf8}. */
  write(text: string): number {
    if (this.bytes.length < 3 * text.length) this.bytes = new Uint8Array(4 * text.length);
    return writeUtf8(text, this.bytes);
  }
}

/**
 * Writes `text` as UTF-8 to the start of `bytes`, which must have room for 3 bytes a UTF-16 unit, and answers how many bytes it took. A
 * surrogate without its other half becomes `?`, as in Java, whose bytes these have to equal.
 */
export function writeUtf8(text: string, bytes: Uint8Array): number {
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes[end++] = unit;
    else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[end++] = 0xe0 | (unit >> 12);
      bytes[end++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[end++] = 0x80 | (unit & 0x3f);
    } else {
      const point = text.codePointAt(at) as number;
      if (point < 0x10000) bytes[end++] = 0x3f;
      else {
        bytes[end++] = 0xf0 | (point >> 18);
        bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
        bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
        bytes[end++] = 0x80 | (point & 0x3f);
        at++;
      }
    }
  }
  return end;
}
