import type { AvroSchema } from './avro-schema.ts';
import { canonicalForm } from './canonical-form.ts';

/** Also the fingerprint of no bytes at all (Avro specification, "Schema Fingerprints"). */
const POLYNOMIAL = 0xc15d213aa4d7a795n;

const table = Array.from({ length: 256 }, (_, byte) => {
  let remainder = BigInt(byte);
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1n ? (remainder >> 1n) ^ POLYNOMIAL : remainder >> 1n;
  return remainder;
});

/** CRC-64-AVRO (Rabin), an unsigned 64-bit number. It runs once a schema, so that bigints do. */
export function rabin(bytes: Uint8Array): bigint {
  let fingerprint = POLYNOMIAL;
  for (const byte of bytes) {
    fingerprint = (fingerprint >> 8n) ^ (table[Number(fingerprint & 0xffn) ^ byte] as bigint);
  }
  return fingerprint;
}

/** The {@link rabin} of a schema's canonical form. Schemas that differ in logical types, docs or defaults only have the same one. */
export const fingerprintOf = (schema: AvroSchema): bigint => rabin(utf8(canonicalForm(schema)));

/** A fingerprint as sixteen hex digits, for names and messages. */
export const fingerprintText = (fingerprint: bigint): string => fingerprint.toString(16).padStart(16, '0');

/** By hand, because a pure library has no `TextEncoder`. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f);
