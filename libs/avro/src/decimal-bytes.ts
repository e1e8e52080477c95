/** Two's complement, big-endian, in as few bytes as hold the sign: 0 is `00`, 128 is `00 80`, -1 is `ff`. */
export function bytesOfInteger(value: bigint): Uint8Array {
  const length = byteLength(value);
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let at = length - 1; at >= 0; at--) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

/** The inverse; longer forms than need be are read too, and no bytes at all are 0. */
export function integerOfBytes(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * bytes.length, value);
}

/** A number and its complement need the same bits, and one more for the sign. */
function byteLength(value: bigint): number {
  let magnitude = (value < 0n ? ~value : value) >> 7n;
  let length = 1;
  for (; magnitude > 0n; magnitude >>= 8n) length += 1;
  return length;
}
