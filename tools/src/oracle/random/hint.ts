import type { SqlType, SqlValue } from '@isochron/expression';
import { dateText, datetimeText, jsonText, timeText } from '../text/plain.ts';
import { castFormat, laidOut } from './cast-format.ts';
import type { Draw } from './draw.ts';
import { DATE_GREATEST, DATE_LEAST } from './edges.ts';
import { jsonOf } from './json.ts';
import { stringOf } from './string.ts';
import { int64, presentValue, randomValue } from './value.ts';

/** What makes sense of an argument, by the names that signatures give as `hints`. A generator draws a value that is not null; `before` are the arguments before. */
export const hints: Readonly<Record<string, (draw: Draw, before: readonly SqlValue[]) => SqlValue>> = {
  /** Counts, positions and lengths. */
  small: (draw) => draw.integer(-3, 8),
  position: (draw) => draw.integer(-6, 8),
  count: (draw) => draw.integer(0, 6),
  /** Digits to round to, and how far to shift bits. */
  digits: (draw) => draw.integer(-45, 45),
  shift: (draw) => draw.integer(-2, 70),
  'unit-interval': (draw) =>
    draw.either([1, () => draw.pick([0, -0, 1, -1, 0.5])], [3, () => draw.integer(-1000, 1000) / 1000]),
  moderate: (draw) => draw.integer(-70_000, 70_000) / draw.pick([1, 10, 100, 1000]),
  positive: (draw) => draw.either([1, () => draw.integer(1, 100)], [2, () => draw.integer(1, 10_000_000) / 1000]),
  /** Of dates, clocks and the epoch; now and then one step outside. */
  year: (draw) =>
    draw.either(
      [6, () => draw.integer(1900, 2100)],
      [1, () => draw.integer(1, 9999)],
      [1, () => draw.pick([0, 1, 9999, 10_000, -1])],
    ),
  month: (draw) => draw.integer(0, 13),
  day: (draw) => draw.integer(0, 32),
  hour: (draw) => draw.integer(-1, 25),
  minute: (draw) => draw.integer(-1, 61),
  second: (draw) => draw.integer(-1, 61),
  'unix-days': (draw) =>
    draw.either([4, () => draw.integer(-25_000, 50_000)], [1, () => draw.integer(DATE_LEAST - 2, DATE_GREATEST + 2)]),
  'unix-seconds': (draw) => epoch(draw, 1n),
  'unix-millis': (draw) => epoch(draw, 1_000n),
  'unix-micros': (draw) => epoch(draw, 1_000_000n),
  /** Amounts to add to a date or a timestamp. */
  amount: (draw) =>
    draw.either(
      [5, () => draw.integer(-40, 40)],
      [2, () => draw.integer(-5_000, 5_000)],
      [1, () => draw.integer(-4_000_000, 4_000_000)],
    ),
  'bucket-width': (draw) => {
    const size = draw.integer(-1, 40);
    return draw.pick([
      { months: size, days: 0, micros: 0 },
      { months: 0, days: size, micros: 0 },
      { months: 0, days: 0, micros: size * 1_234_567_891 },
    ]);
  },
  'time-zone': (draw) => draw.pick(timeZones),
  /** Texts. */
  characters: (draw) =>
    draw.either(
      [3, () => draw.pick(['a', 'ab', ' ', 'xyz', 'é', '😀', '', '\u0301', '\t '])],
      [1, () => stringOf(draw, 3)],
    ),
  separator: (draw) => draw.pick([',', ' ', 'a', 'ab', '', '.', 'é', ', ']),
  list: (draw) => draw.list(0, 5, () => stringOf(draw, 3)).join(draw.pick([',', ' ', 'a', ', '])),
  like: (draw) =>
    draw
      .list(0, 5, () => draw.pick(['a', 'b', 'A', '%', '_', '%', '\\%', '\\_', '\\\\', 'é', '.', '\n', ' ', '\\']))
      .join(''),
  pattern,
  replacement: (draw) =>
    draw.list(0, 3, () => draw.pick(['a', '\\0', '\\1', '\\2', '\\\\', '$1', '', '-', '\\9', '\\'])).join(''),
  json: (draw) => draw.either([6, () => jsonText(jsonOf(draw).node)], [1, () => draw.pick(brokenJson)]),
  'json-path': jsonPath,
  /** Texts of other types, mostly well formed. */
  'bool-text': (draw) => draw.pick(['true', 'FALSE', 'True', 'tRuE', 't', 'yes', '1', '0', ' true', '']),
  'int-text': (draw) =>
    draw.either(
      [4, () => whitened(draw, `${draw.pick(['', '', '-', '+'])}${draw.integer(0, 100_000)}`)],
      [1, () => randomValue(draw, { kind: 'STRING' }) ?? ''],
    ),
  'number-text': numberText,
  'date-text': dateLike,
  'datetime-text': datetimeLike,
  'timestamp-text': timestampText,
  'time-text': timeLike,
  /** The same, or in one of many layouts, which some FORMAT reads. */
  'date-layout': (draw) => draw.either([2, () => dateLike(draw)], [3, () => laidOut(draw, 'date')]),
  'datetime-layout': (draw) => draw.either([2, () => datetimeLike(draw)], [3, () => laidOut(draw, 'datetime')]),
  'time-layout': (draw) => draw.either([2, () => timeLike(draw)], [3, () => laidOut(draw, 'time')]),
  'timestamp-layout': (draw) => draw.either([2, () => timestampText(draw)], [3, () => laidOut(draw, 'timestamp')]),
  'interval-text': (draw) =>
    mangled(
      draw,
      draw.pick([
        '1-2 3 4:5:6.789',
        '-1-2 -3 -4:5:6',
        '0-0 0 0:0:0',
        '1-2',
        '10:20:30.5',
        'P1Y2M3DT4H5M6S',
        'PT1.5S',
        '-P1D',
        'P-1M',
        '100000-0 0 0:0:0',
        'P',
        '5',
      ]),
    ),
  'code-point': codePoint,
  'code-points': (draw) => draw.list(0, 5, () => (draw.chance(60) ? null : codePoint(draw))),
  /** Bytes that are UTF-8, or nearly. */
  utf8: (draw) =>
    Uint8Array.from(draw.list(0, 4, () => draw.pick(pieces)).flat(), (byte) =>
      draw.chance(30) ? draw.integer(0, 255) : byte,
    ),
  /** Text that some encoding of bytes could have. */
  encoded: (draw) =>
    draw
      .list(0, 12, () =>
        draw.pick([...draw.pick(['01', '01234567', '0123456789abcdefABCDEF', 'AQz09+/= ', 'aé\u007f'])]),
      )
      .join(''),
  hex: (draw) =>
    draw.either(
      [3, () => draw.list(0, 8, () => draw.pick([...'0123456789abcdefABCDEF'])).join('')],
      [1, () => draw.pick(['0x12', 'zz', ' 1'])],
    ),
  base64: (draw) =>
    draw.either(
      [
        3,
        () =>
          Buffer.from(draw.list(0, 9, () => draw.integer(0, 255))).toString(
            draw.pick(['base64', 'base64', 'base64url']),
          ),
      ],
      [1, () => draw.pick(['YQ', 'YQ=', 'Y', 'Y Q = =', '====', 'ab*d'])],
    ),
  base32: (draw) =>
    draw.either([3, () => draw.pick(['MFRGG===', 'ME======', 'MFRGGZDF', 'mfrgg===', ''])], [1, () => stringOf(draw)]),
  url: (draw) =>
    draw
      .list(1, 3, () =>
        draw.pick([
          'http://',
          'www.',
          'example',
          '.co.uk',
          '.com',
          '/a/b',
          '?x=1',
          '#f',
          ':80',
          'user@',
          'é',
          ' ',
          '//',
        ]),
      )
      .join(''),
  'strftime-format': (draw) =>
    draw.list(1, 4, () => draw.pick(strftimeParts)).join(draw.pick(['', '-', ' ', ':', '/'])),
  /** Formats that read what is like a date, and texts like those; now and then a pair fits. */
  'strptime-format': (draw) =>
    draw.either(
      [3, () => draw.pick(strptimePairs)[0] ?? ''],
      [1, () => draw.list(1, 3, () => draw.pick(strftimeParts)).join(draw.pick(['', '-', ' ']))],
    ),
  'strptime-text': (draw) => mangled(draw, draw.pick(strptimePairs)[1] ?? ''),
  /** FORMATs of casts; after a text, mostly one for it. */
  'date-format': (draw, before) => castFormat(draw, 'date', before),
  'datetime-format': (draw, before) => castFormat(draw, 'datetime', before),
  'time-format': (draw, before) => castFormat(draw, 'time', before),
  'timestamp-format': (draw, before) => castFormat(draw, 'timestamp', before),
  'number-format': (draw) =>
    draw.pick([
      '999',
      '9,999.99',
      '$999',
      '000.00',
      '9.9EEEE',
      'S999',
      '999MI',
      '999PR',
      'FM999.99',
      'XXXX',
      'B99',
      'V99',
      '9G999D99',
      'TM',
      'TM9',
      'TME',
      'L9',
      '',
      '0X',
    ]),
  format: (draw) => draw.list(1, 2, () => draw.pick(formatParts)).join(draw.pick(['', ' ', 'x', '%%'])),
  uuid: (draw) => draw.pick(['00000000-0000-0000-0000-000000000000', '123E4567-e89b-12d3-a456-426614174000', 'x']),
  ip: (draw) =>
    draw.pick([
      '1.2.3.4',
      '255.255.255.255',
      '0.0.0.0',
      '1.2.3',
      '::1',
      '::',
      '2001:db8::1',
      '::ffff:1.2.3.4',
      'x',
      '',
    ]),
};

/** A value for an argument; without a hint, or against it one time in ten, of its type alone. A hint `=a|b|c` is the texts it lists. */
export function hintedValue(draw: Draw, type: SqlType, hint: string, before: readonly SqlValue[] = []): SqlValue {
  if (hint === '' || draw.chance(100)) return randomValue(draw, type);
  if (draw.chance(40)) return null;
  if (hint.startsWith('=')) return draw.pick(hint.slice(1).split('|'));
  const generator = hints[hint];
  if (generator === undefined) {
    throw new RangeError(
      `There is no hint "${hint}". There are: ${Object.keys(hints).join(', ')}; and =a|b|c for the texts a, b and c.`,
    );
  }
  const value = generator(draw, before);
  return type.kind === 'BYTES' && typeof value === 'string' ? new TextEncoder().encode(value) : fitted(type, value);
}

/** A hint is a number for any type of numbers. */
function fitted(type: SqlType, value: SqlValue): SqlValue {
  if (typeof value !== 'number') return value;
  if (type.kind === 'INT64') return Math.round(value) + 0;
  const scale = type.kind === 'NUMERIC' ? 9n : type.kind === 'BIGNUMERIC' ? 38n : null;
  return scale === null ? value : BigInt(Math.round(value * 1000)) * 10n ** (scale - 3n);
}

export const timeZones: readonly string[] = [
  ...[
    'UTC',
    'America/New_York',
    'Europe/London',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'America/Los_Angeles',
  ],
  ...[
    '+00',
    '+05:30',
    '-08',
    '-08:00',
    '+14:00',
    '+1',
    'Etc/GMT+5',
    'america/new_york',
    'Mars/Phobos',
    '',
    '+15',
    'EST',
  ],
];

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

const brokenJson = [
  '',
  '{',
  '[1,]',
  '{"a"}',
  "{'a':1}",
  'nan',
  '01',
  '"\\x"',
  '[1] 2',
  ' 1 ',
  '1e999',
  '{"a":1,"a":2}',
  '123456789012345678901234567890',
];

const strftimeParts = [
  '%Y',
  '%m',
  '%d',
  '%H',
  '%M',
  '%S',
  '%E3S',
  '%E*S',
  '%E6S',
  '%F',
  '%T',
  '%D',
  '%R',
  '%j',
  '%y',
  '%e',
  '%b',
  '%B',
  '%a',
  '%A',
  '%p',
  '%I',
  '%Z',
  '%z',
  '%Ez',
  '%U',
  '%W',
  '%V',
  '%G',
  '%g',
  '%u',
  '%w',
  '%Q',
  '%s',
  '%C',
  '%k',
  '%l',
  '%n',
  '%t',
  '%%',
  '%c',
  '%x',
  '%X',
  '%h',
  '%P',
  '%J',
  '%E4Y',
  'T',
  'x',
  '%',
];

const strptimePairs: readonly (readonly [format: string, text: string])[] = [
  ['%Y-%m-%d', '2024-02-29'],
  ['%F', '2024-02-29'],
  ['%F %T', '2024-02-29 23:59:60'],
  ['%Y-%m-%dT%H:%M:%E*S', '1999-12-31T01:02:03.456789'],
  ['%H:%M:%E3S', '01:02:03.456'],
  ['%I:%M %p', '12:30 pm'],
  ['%j %Y', '366 2024'],
  ['%Y %U', '2024 9'],
  ['%G', '2024'],
  ['%G %J', '2024 364'],
  ['%y %m', '68 2'],
  ['%C %y', '19 70'],
  ['%D', '02/29/24'],
  ['%A %b %e %Y', 'Thursday feb 29 2024'],
  ['%c', 'Thu Feb 29 01:02:03 2024'],
  ['%s', '-86400'],
  ['%Q %Y', '3 2024'],
  ['%T', '1:2:3'],
  ['%R', '23:59'],
  ['%F %T %z', '2024-03-10 02:30:00 -0500'],
  ['%F %T%Ez', '2024-03-10 02:30:00+05:30'],
  ['%F %T %Z', '2024-03-10 02:30:00 America/New_York'],
];

const formatParts = [
  '%d',
  '%i',
  '%5d',
  '%-5d|',
  '%05d',
  '%+d',
  "%'d",
  '% d',
  '%x',
  '%X',
  '%#x',
  '%o',
  '%f',
  '%.2f',
  '%10.3f',
  '%e',
  '%E',
  '%g',
  '%G',
  '%.3g',
  '%s',
  '%10s',
  '%-10s|',
  '%.2s',
  '%t',
  '%T',
  '%p',
  '%P',
  '%*d',
  '%%',
  '%q',
  '%',
  '%u',
  '%c',
];

function epoch(draw: Draw, perSecond: bigint): SqlValue {
  return draw.either<SqlValue>(
    [5, () => int64(draw.bigint(-2_000_000_000n, 4_200_000_000n) * perSecond + draw.bigint(0n, perSecond - 1n))],
    [2, () => int64(draw.bigint(-62_135_596_801n, 253_402_300_800n) * perSecond)],
    [1, () => draw.integer(-1001, 1001)],
  );
}

function pattern(draw: Draw): string {
  const atoms = [
    'a',
    'b',
    'abc',
    '.',
    '\\d',
    '\\w',
    '\\s',
    '[a-c]',
    '[^b]',
    '(a)',
    '(a|b)',
    '(?:b)',
    '(?i)a',
    '^',
    '$',
    '\\b',
    'é',
    '(?P<n>b)',
    '[[:alpha:]]',
    '\\p{L}',
    '\\.',
    ' ',
  ];
  const broken = ['(', '[', 'a**', '(?=a)', '\\1', 'a{2,1}', '(?<n>a)', '\\', '*'];
  const atom = (): string => draw.pick(atoms) + draw.pick(['', '', '', '*', '+', '?', '*?', '{2}', '{1,2}']);
  return draw.either([12, () => draw.list(0, 4, atom).join('')], [1, () => draw.pick(broken)]);
}

function jsonPath(draw: Draw): string {
  const steps = ['.a', '.b', '.c', '[0]', '[1]', "['a']", '.A', '."a.b"', "['a b']", '[2]', '.0', '["b"]', "['']"];
  const broken = [
    '',
    'a',
    '$a',
    '$.',
    '$[',
    '$[-1]',
    '$.*',
    '$[*]',
    '$..a',
    "$['a",
    '$ .a',
    '.a',
    '$[a]',
    'lax $.a',
    '$.a-b',
    "$.it's",
    '$[99999999999999999999]',
  ];
  return draw.either([8, () => `$${draw.list(0, 3, () => draw.pick(steps)).join('')}`], [1, () => draw.pick(broken)]);
}

function numberText(draw: Draw): string {
  const digits = draw.either([4, () => `${draw.integer(0, 99_999)}`], [1, () => `${draw.bigint(0n, 10n ** 40n)}`]);
  const fraction = draw.pick([
    '',
    '',
    '.',
    '.5',
    '.25',
    '.123456789',
    '.1234567895',
    '.00000000000000000000000000000000000005',
  ]);
  const exponent = draw.pick(['', '', '', 'e5', 'E-3', 'e+10', 'e-40', 'e300', 'e']);
  return whitened(draw, `${draw.pick(['', '', '-', '+'])}${digits}${fraction}${exponent}`);
}

function dateLike(draw: Draw): string {
  return mangled(draw, dateText(Number(presentValue(draw, { kind: 'DATE' }))));
}

function timeLike(draw: Draw): string {
  return mangled(draw, timeText(Number(presentValue(draw, { kind: 'TIME' }))));
}

function datetimeLike(draw: Draw): string {
  const text = datetimeText(int64(BigInt(`${presentValue(draw, { kind: 'DATETIME' })}`)));
  return mangled(draw, text.replace(' ', draw.pick([' ', 'T', 't'])));
}

function timestampText(draw: Draw): string {
  const text = datetimeText(int64(BigInt(`${presentValue(draw, { kind: 'DATETIME' })}`))).replace(
    ' ',
    draw.pick([' ', ' ', 'T']),
  );
  return mangled(
    draw,
    text +
      draw.pick([
        '',
        '',
        'Z',
        '+00',
        '+05:30',
        '-8',
        ' UTC',
        ' America/New_York',
        ' Europe/London',
        '+5:30',
        'z',
        ' +01',
      ]),
  );
}

const whitened = (draw: Draw, text: string): string => (draw.chance(150) ? ` ${text}\t` : text);

/** Mostly as it is; else with a piece cut off, changed or put around. */
function mangled(draw: Draw, text: string): string {
  return draw.either(
    [8, () => text],
    [1, () => text.slice(0, draw.integer(0, text.length))],
    [1, () => text.replaceAll(/\b0(\d)/g, '$1')],
    [1, () => whitened(draw, text)],
    [1, () => text.replace(/\d/, draw.pick(['x', '9', '', '-1']))],
  );
}
