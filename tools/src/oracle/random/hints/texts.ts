import type { Draw } from '../draw.ts';
import { stringOf } from '../string.ts';
import { type Hints, words } from './hints.ts';
import { numberFormat } from './number-format.ts';

/** Texts and bytes as functions of texts and bytes take them. */
export const textHints: Hints = {
  characters: (draw) =>
    draw.either(
      [3, () => draw.pick(['a', 'ab', ' ', 'xyz', 'é', '😀', '', '\u0301', '\t '])],
      [1, () => stringOf(draw, 3)],
    ),
  separator: (draw) => draw.pick([',', ' ', 'a', 'ab', '', '.', 'é', ', ']),
  list: (draw) => draw.list(0, 5, () => stringOf(draw, 3)).join(draw.pick([',', ' ', 'a', ', '])),
  like: (draw) => draw.list(0, 5, () => draw.pick(likeParts)).join(''),
  pattern,
  replacement: (draw) => draw.list(0, 3, () => draw.pick(replacementParts)).join(''),
  format: (draw) => draw.list(1, 2, () => draw.pick(formatParts)).join(draw.pick(['', ' ', 'x', '%%'])),
  /** The FORMAT of a number. */
  'number-format': numberFormat,
  'code-point': codePoint,
  'code-points': (draw) => draw.list(0, 5, () => (draw.chance(60) ? null : codePoint(draw))),
  /** Bytes that are UTF-8, or nearly. */
  utf8: (draw) =>
    Uint8Array.from(draw.list(0, 4, () => draw.pick(pieces)).flat(), (byte) =>
      draw.chance(30) ? draw.integer(0, 255) : byte,
    ),
  /** Text that some encoding of bytes could have. */
  encoded: (draw) => draw.list(0, 12, () => draw.pick([...draw.pick(encodings)])).join(''),
  hex: (draw) =>
    draw.either(
      [3, () => draw.list(0, 8, () => draw.pick([...'0123456789abcdefABCDEF'])).join('')],
      [1, () => draw.pick(['0x12', 'zz', ' 1'])],
    ),
  base64: (draw) =>
    draw.either([3, () => base64Of(draw)], [1, () => draw.pick(['YQ', 'YQ=', 'Y', 'Y Q = =', '====', 'ab*d'])]),
  base32: (draw) =>
    draw.either([3, () => draw.pick(['MFRGG===', 'ME======', 'MFRGGZDF', 'mfrgg===', ''])], [1, () => stringOf(draw)]),
  url: (draw) => draw.list(1, 6, () => draw.pick(urlParts)).join(''),
  uuid: (draw) => draw.pick(['00000000-0000-0000-0000-000000000000', '123E4567-e89b-12d3-a456-426614174000', 'x']),
  ip,
  /** The bytes of addresses, many of them zero. */
  'ip-bytes': (draw) => {
    const [least, greatest] = draw.pick(addressLengths);
    return Uint8Array.from(draw.list(least, greatest, () => draw.pick([0, 0, 0, 0xff, draw.integer(0, 255)])));
  },
};

const likeParts = ['a', 'b', 'A', '%', '_', '%', '\\%', '\\_', '\\\\', 'é', '.', '\n', ' ', '\\'];
const replacementParts = ['a', '\\0', '\\1', '\\2', '\\\\', '$1', '', '-', '\\9', '\\'];
const encodings = ['01', '01234567', '0123456789abcdefABCDEF', 'AQz09+/= ', 'aé\u007f'];
const urlParts = words(
  'http:// HTTPS:\\\\ www. example .co.uk .com /a/b ?x=1 #f :80 : user@ user:p@ss@ mailto: [::1] [ ] é // \\\\ . .. @ x',
).concat(' ', '\t');
const formatParts = words(
  "%d %i %5d %-5d| %05d %+d %'d %x %X %#x %o %f %.2f %10.3f %e %E %g %G %.3g %s %10s %-10s| %.2s %t %T %p %P %*d %% %q % %u %c",
).concat('% d');

const addressLengths: readonly (readonly [least: number, greatest: number])[] = [
  [4, 4],
  [16, 16],
  [16, 16],
  [0, 20],
];

/** Mostly an address, in one of many spellings; else with a piece changed. */
function ip(draw: Draw): string {
  const ipv4 = draw.list(4, 4, () => draw.pick(['0', '1', '10', '255', `${draw.integer(0, 255)}`])).join('.');
  const groups = draw.list(8, 8, () => draw.pick(['0', '0', '0', '1', 'FFFF', '0000', 'ab', 'db8']));
  const from = draw.integer(0, 7);
  const [head, tail] = [groups.slice(0, from).join(':'), groups.slice(from + draw.integer(1, 8)).join(':')];
  const last = draw.chance(200) ? `${tail === '' ? '' : `${tail}:`}${ipv4}` : tail;
  const text = draw.pick([
    ipv4,
    groups.join(':'),
    `${head}::${last}`,
    `${head}::${last}`,
    `${groups.slice(2).join(':')}:${ipv4}`,
  ]);
  if (draw.chance(750)) return text;
  const at = draw.integer(0, text.length);
  return (
    text.slice(0, at) +
    draw.pick(['', '0', ':', '::', '.', '256', 'g', ' ', '%1']) +
    text.slice(at + draw.integer(0, 2))
  );
}

const patternAtoms = words(
  'a b abc . \\d \\w \\s [a-c] [^b] (a) (a|b) (?:b) (?i)a ^ $ \\b é (?P<n>b) [[:alpha:]] \\p{L} \\.',
).concat(' ');
const brokenPatterns = ['(', '[', 'a**', '(?=a)', '\\1', 'a{2,1}', '(?<n>a)', '\\', '*'];

function pattern(draw: Draw): string {
  const atom = (): string => draw.pick(patternAtoms) + draw.pick(['', '', '', '*', '+', '?', '*?', '{2}', '{1,2}']);
  return draw.either([12, () => draw.list(0, 4, atom).join('')], [1, () => draw.pick(brokenPatterns)]);
}

const base64Of = (draw: Draw): string =>
  Buffer.from(draw.list(0, 9, () => draw.integer(0, 255))).toString(draw.pick(['base64', 'base64', 'base64url']));

function codePoint(draw: Draw): number {
  return draw.either(
    [6, () => draw.integer(0, 0x7f)],
    [2, () => draw.integer(0, 0x10ffff)],
    [1, () => draw.pick([-1, 0, 0x7f, 0x80, 0xff, 0x100, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0x10ffff, 0x110000])],
  );
}

/** Characters and pieces of them. */
const pieces: readonly (readonly number[])[] = [
  ...[[0x61], [0xc3, 0xa9], [0xe2, 0x82, 0xac], [0xf0, 0x9f, 0x98, 0x80], [0xef, 0xbb, 0xbf], [0]],
  ...[[0x80], [0xc3], [0xc0, 0x80], [0xe2, 0x82], [0xe0, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98], [0xf0, 0x80]],
  ...[[0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80], [0xff], [0xfe]],
];
