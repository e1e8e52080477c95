import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a value as JSON, in hexadecimal: equal where that is, which takes the order of fields into account. */
export const hashOf = (meaning: unknown): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(meaning))));
