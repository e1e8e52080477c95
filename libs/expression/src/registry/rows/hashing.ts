import { type BitEncoding, base32, base64, hexadecimal } from '../../runtime/bit-encoding.ts';
import { digests } from '../../runtime/digest.ts';
import { farmFingerprint } from '../../runtime/farm-fingerprint.ts';
import { textWithReplacements, utf8Of } from '../../runtime/utf-8.ts';
import type { SqlValue } from '../../value.ts';
import { type FunctionRow, fn, type Implementation, row, sql } from '../row.ts';

/** A function of bytes, and the same of a STRING's UTF-8. */
const ofEither = (
  result: string,
  of: (bytes: Uint8Array) => SqlValue,
  duckdb: Implementation['duckdb'] = null,
  pushdown: 'proven' | 'closure' = duckdb === null ? 'closure' : 'proven',
) => ({
  [`(STRING) -> ${result}`]: { js: fn((text: string) => of(utf8Of(text))), givesNull: false, duckdb, pushdown },
  [`(BYTES) -> ${result}`]: { js: fn(of), givesNull: false, duckdb, pushdown },
});

const digest = (name: keyof typeof digests, bits: number, duckdb: string | null): FunctionRow =>
  row(
    name,
    'hashing',
    `The ${name} hash, of ${bits / 8} bytes; of a STRING, of its UTF-8.`,
    ofEither('BYTES', digests[name], duckdb === null ? null : sql(duckdb)),
  );

interface Encoded {
  readonly name: string;
  readonly what: string;
  readonly encoding: BitEncoding;
  readonly encode?: Partial<Implementation>;
  readonly decode?: Partial<Implementation>;
}

const encoded = ({ name, what, encoding, encode = {}, decode = {} }: Encoded): readonly FunctionRow[] => [
  row(`TO_${name}`, 'hashing', `Bytes as ${what}.`, {
    '(BYTES) -> STRING': { js: fn(encoding.encode), givesNull: false, ...encode },
  }),
  row(`FROM_${name}`, 'hashing', `The bytes of ${what}. A fault for any other text.`, {
    '(STRING) -> BYTES': { js: fn(encoding.decode), givesNull: false, ...decode },
  }),
];

export const hashingRows: readonly FunctionRow[] = [
  digest('MD5', 128, 'unhex(md5($1))'),
  digest('SHA1', 160, 'unhex(sha1($1))'),
  digest('SHA256', 256, 'unhex(sha256($1))'),
  digest('SHA512', 512, null),
  row(
    'FARM_FINGERPRINT',
    'hashing',
    'The Fingerprint64 of FarmHash as a signed number, which never changes; of a STRING, of its UTF-8.',
    ofEither('INT64', farmFingerprint),
  ),
  ...encoded({
    name: 'HEX',
    what: 'hexadecimal in small letters (read in any, with a 0 before an odd number of digits)',
    encoding: hexadecimal,
    encode: { duckdb: sql('lower(hex($1))'), pushdown: 'proven' },
    decode: { duckdb: sql('gs_from_hex($1)'), pushdown: 'proven', hints: ['hex'] },
  }),
  ...encoded({ name: 'BASE32', what: 'base 32 (RFC 4648)', encoding: base32, decode: { hints: ['base32'] } }),
  ...encoded({
    name: 'BASE64',
    what: 'base 64 (RFC 4648), read with or without its padding and with white space',
    encoding: base64,
    encode: { duckdb: sql('to_base64($1)'), pushdown: 'proven' },
    decode: { hints: ['base64'] },
  }),
  row(
    'SAFE_CONVERT_BYTES_TO_STRING',
    'bytes',
    'The text of UTF-8, with U+FFFD for every byte that is part of no character.',
    { '(BYTES) -> STRING': { js: fn(textWithReplacements), givesNull: false, hints: ['utf8'] } },
  ),
];
