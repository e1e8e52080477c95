import { RowFault } from '../../row-fault.ts';
import { type BitEncoding, base2, base8, base64, hexadecimal } from '../../runtime/bit-encoding.ts';
import { textOfUtf8, utf8Of } from '../../runtime/utf-8.ts';
import { type CastRow, cast } from '../cast.ts';

const utf8: BitEncoding = { encode: textOfUtf8, decode: utf8Of };

/** UTF-8 that has nothing beyond ASCII in it. */
const ascii: BitEncoding = {
  encode: (bytes) => {
    const beyond = bytes.find((byte) => byte > 0x7f);
    if (beyond !== undefined) throw new RowFault(`the byte 0x${beyond.toString(16)} is not ASCII`);
    return textOfUtf8(bytes);
  },
  decode: (text) => {
    const beyond = Array.from(text).find((character) => character > '\u007f');
    if (beyond !== undefined) throw new RowFault(`the character ${beyond} is not ASCII`);
    return utf8Of(text);
  },
};

const LINE = /(.{76})(?=.)/g;

/** In lines of 76 characters, as e-mail has it. */
const base64m: BitEncoding = { ...base64, encode: (bytes) => base64.encode(bytes).replaceAll(LINE, '$1\n') };

const FORMATS: ReadonlyMap<string, BitEncoding> = new Map([
  ['BASE2', base2],
  ['BASE8', base8],
  ['BASE16', hexadecimal],
  ['HEX', hexadecimal],
  ['BASE64', base64],
  ['BASE64M', base64m],
  ['ASCII', ascii],
  ['UTF8', utf8],
  ['UTF-8', utf8],
]);

const FORMAT_HINT = '=HEX|hex|BASE2|BASE8|base16|BASE64|BASE64M|base64m|ASCII|UTF8|UTF-8|utf-8|X|';

function encodingOf(format: string | undefined): BitEncoding {
  if (format === undefined) return utf8;
  const encoding = FORMATS.get(format.toUpperCase());
  if (encoding === undefined)
    throw new RowFault(`there is no format '${format}'; there are ${[...FORMATS.keys()].join(', ')}`);
  return encoding;
}

/** Changes within text and bytes; those of numbers and dates are with numbers and dates. */
export const textCasts: readonly CastRow[] = [
  cast(
    'STRING',
    'BYTES',
    'Its UTF-8, or what the FORMAT reads: HEX, BASE2, BASE8, BASE16, BASE64, BASE64M, ASCII, UTF-8.',
    {
      js: () => (text: string, format?: string) => encodingOf(format).decode(text),
      duckdb: (operand) => `encode(${operand})`,
      pushdown: 'proven',
      takesFormat: true,
      hints: ['encoded', FORMAT_HINT],
    },
  ),
  cast('BYTES', 'STRING', 'The text of UTF-8, a fault for other bytes; or as the FORMAT writes them.', {
    js: () => (bytes: Uint8Array, format?: string) => encodingOf(format).encode(bytes),
    duckdb: (operand) => `decode(${operand})`,
    pushdown: 'proven',
    takesFormat: true,
    hints: ['utf8', FORMAT_HINT],
  }),
];
