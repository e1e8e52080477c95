import type { Interval } from '@isochron/expression';

/** The values of each type at which implementations go wrong. */

const bytes = (...of: readonly number[]): Uint8Array => Uint8Array.from(of);
const micros = (text: string): bigint => BigInt(Date.parse(text)) * 1000n;
const day = (text: string): number => Date.parse(text) / 86_400_000;
const mirrored = (numbers: readonly bigint[]): readonly bigint[] => numbers.flatMap((each) => [each, -each]);

export const int64Edges: readonly bigint[] = [
  ...mirrored([0n, 1n, 2n, 3n, 5n, 7n, 10n, 12n, 28n, 60n, 100n, 255n, 256n, 1000n, 65_535n, 1_000_000n]),
  ...mirrored([2n ** 31n - 1n, 2n ** 31n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 62n, 10n ** 18n]),
  ...mirrored([3_037_000_500n, 2n ** 63n - 1n]),
  -(2n ** 63n),
];

export const float64Edges: readonly number[] = [
  ...[0, 1, 0.5, 1.5, 2.5, 0.1, 0.3, 1 / 3, Math.PI, 1e-7, 123456.789, 1e15, 1e16, 1e21, 1e22, 1e100, 1e308].flatMap(
    (x) => [x, -x],
  ),
  ...[
    5e-324,
    2.2250738585072014e-308,
    Number.MAX_VALUE,
    2 ** 53,
    2 ** 53 + 2,
    2 ** 63,
    2 ** 63 - 1024,
    2 ** 64,
    2 ** 31,
  ].flatMap((x) => [x, -x]),
  ...[0.49999999999999994, 4503599627370495.5, 1.005, 2.675, 1e23, 9.5, 99.5, 0.05].flatMap((x) => [x, -x]),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

export const NUMERIC_MAX = 10n ** 38n - 1n;
export const BIGNUMERIC_MAX = 2n ** 255n - 1n;

/** Times 10^scale. */
export function numericEdges(scale: number, max: bigint): readonly bigint[] {
  const one = 10n ** BigInt(scale);
  return [
    ...mirrored([
      0n,
      1n,
      5n,
      9n,
      one,
      2n * one,
      10n * one,
      100n * one,
      one / 2n,
      (3n * one) / 2n,
      (5n * one) / 2n,
      one - 1n,
      one + 1n,
    ]),
    ...mirrored([
      (one * 1005n) / 1000n,
      one / 3n,
      2n ** 63n * one,
      (2n ** 63n - 1n) * one,
      max,
      max - 1n,
      max / 2n,
      (max / one) * one,
    ]),
  ];
}

export const stringEdges: readonly string[] = [
  ...[
    '',
    ' ',
    'a',
    'A',
    'b',
    'abc',
    'ABC',
    'aBc',
    'abcabc',
    'hello world',
    '  padded  ',
    '\ttab\n',
    '\u00a0\u3000x\u2003',
  ],
  ...[
    'é',
    'e\u0301',
    'ß',
    'ẞ',
    'İ',
    'i̇',
    'ı',
    'ſ',
    'Σ',
    'ς',
    'σ',
    'ΑΣ',
    'ﬁ',
    'ǆ',
    'ǅ',
    'Å',
    '\u212b',
    'ª',
    '日本語',
    'ｱ',
    '\u1100\u1161',
  ],
  ...[
    '😀',
    'a😀b',
    '👩‍👩‍👧',
    '\u{10ffff}',
    // Not at the start, where DuckDB's client drops it.
    'a\ufeff',
    '\ufffd',
    '\u0000',
    'a\u0000b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u200b',
  ],
  ...[
    '%',
    '_',
    'a%b',
    'a_b',
    '\\',
    '\\%',
    "'",
    '"',
    '`',
    '$',
    '$1',
    '\\1',
    '.',
    '*',
    '(',
    ')',
    '[',
    '|',
    '{"a":1}',
    '[1,2]',
    ',',
    'a,b,,c',
  ],
  ...[
    'null',
    'NULL',
    'true',
    'FALSE',
    't',
    '1',
    '0',
    '-1',
    '+5',
    ' 12 ',
    '007',
    '1.5',
    '.5',
    '5.',
    '1e5',
    '-1e-7',
    '1E400',
    '0x1F',
    '-0x10',
  ],
  ...[
    'nan',
    'NaN',
    'inf',
    '-Infinity',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '1,000',
    '1_000',
    '١',
  ],
  ...[
    '2024-02-29',
    '2023-02-29',
    '0001-01-01',
    '9999-12-31',
    '10000-01-01',
    '2024-2-9',
    '2024-02-29 23:59:59.999999',
    '12:34:56',
  ],
  ...[
    '2024-02-29T12:34:56Z',
    '2024-02-29 12:34:56+05:30',
    '2024-03-10 02:30:00 America/New_York',
    '24:00:00',
    '1-2 3 4:5:6',
    'P1Y2M',
  ],
  ...[
    'YWJj',
    'YWJj=',
    'ab+/',
    '616263',
    '6162f',
    'zz',
    'AEBAGBA=',
    'http://user@www.example.co.uk:80/a?b#c',
    '1.2.3.4',
    '::1',
  ],
  'x'.repeat(100),
];

export const bytesEdges: readonly Uint8Array[] = [
  ...[[], [0], [255], [0x61], [0x61, 0x62, 0x63], [0, 0], [0x80], [0xff, 0xff, 0xff, 0xff]].map((each) =>
    bytes(...each),
  ),
  // UTF-8 cut short, a lone surrogate, overlong, beyond the last character, and whole characters of 2, 3 and 4 bytes.
  ...[[0xc3], [0xc3, 0x28], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80]].map((each) =>
    bytes(...each),
  ),
  ...[
    [0xf4, 0x90, 0x80, 0x80],
    [0xc3, 0xa9],
    [0xe2, 0x82, 0xac],
    [0xf0, 0x9f, 0x98, 0x80],
    [0x61, 0xff, 0x62],
  ].map((each) => bytes(...each)),
];

export const DATE_LEAST = -719_162;
export const DATE_GREATEST = 2_932_896;

export const dateEdges: readonly number[] = [
  ...[DATE_LEAST, DATE_GREATEST, 0, -1, 1],
  ...[
    '2024-02-29',
    '2000-02-29',
    '1900-02-28',
    '1900-03-01',
    '2023-12-31',
    '2024-01-01',
    '2024-12-31',
    '2024-01-31',
  ].map(day),
  // Weeks that begin in one year and end in another, and the years of 53 ISO weeks.
  ...[
    '2020-12-31',
    '2021-01-01',
    '2021-01-03',
    '2021-01-04',
    '2016-01-03',
    '2015-12-28',
    '2017-01-01',
    '2018-12-31',
  ].map(day),
  ...['2024-03-31', '2024-06-30', '1969-12-31', '1582-10-15', '2038-01-19'].map(day),
];

export const MICROS_LEAST = -62_135_596_800_000_000n;
export const MICROS_GREATEST = 253_402_300_799_999_999n;
export const MICROS_OF_DAY = 86_400_000_000;

/** Of TIMESTAMP: daylight saving time begins and ends in New York, London, Sydney and Lord Howe, standard time itself in New York, and a day that Samoa had not. */
export const timestampEdges: readonly bigint[] = [
  ...[MICROS_LEAST, MICROS_GREATEST, MICROS_LEAST + 1n, 0n, 1n, -1n, 999_999n, -999_999n, 1_000_000n, -1_000_000n],
  ...[
    ...[
      '2024-03-10T07:00:00Z',
      '2024-11-03T06:00:00Z',
      '2024-03-31T01:00:00Z',
      '2024-10-27T01:00:00Z',
      '2024-04-06T16:00:00Z',
    ],
    ...[
      '2024-04-06T15:00:00Z',
      '1883-11-18T17:00:00Z',
      '2011-12-30T10:00:00Z',
      '2024-02-29T12:34:56.789Z',
      '2016-12-31T23:59:59Z',
    ],
    ...['2024-12-31T23:59:59.999Z', '2024-01-01T00:00:00Z', '2021-01-03T00:00:00Z'],
  ].flatMap((text) => [micros(text), micros(text) - 1n, micros(text) + 1n, micros(text) - 3_600_000_000n]),
];

/** Of DATETIME: also clock times that New York skips and has twice. */
export const datetimeEdges: readonly bigint[] = [
  ...[MICROS_LEAST, MICROS_GREATEST, 0n, 1n, -1n, 999_999n],
  ...[
    '2024-03-10T02:30:00Z',
    '2024-11-03T01:30:00Z',
    '2024-02-29T23:59:59.999Z',
    '2024-12-31T23:59:59Z',
    '2024-01-01T00:00:00Z',
  ].map(micros),
];

export const timeEdges: readonly number[] = [
  ...[0, 1, MICROS_OF_DAY - 1, MICROS_OF_DAY / 2, 999_999, 1_000_000, 3_600_000_000, 45_296_789_123, 86_399_000_000],
];

export const MONTHS_MAX = 120_000;
export const DAYS_MAX = 3_660_000;
export const INTERVAL_MICROS_MAX = 316_224_000_000_000_000n;

export const intervalEdges: readonly Interval[] = [
  { months: 0, days: 0, micros: 0 },
  ...[1, -1, 12, -13, MONTHS_MAX, -MONTHS_MAX].map((months) => ({ months, days: 0, micros: 0 })),
  ...[1, -1, 30, 31, DAYS_MAX, -DAYS_MAX].map((days) => ({ months: 0, days, micros: 0 })),
  ...[1, -1, 3_600_000_000, -86_400_000_000].map((each) => ({ months: 0, days: 0, micros: each })),
  ...[INTERVAL_MICROS_MAX, -INTERVAL_MICROS_MAX].map((each) => ({ months: 0, days: 0, micros: each })),
  { months: 1, days: -30, micros: 0 },
  { months: -14, days: 3, micros: 14_706_789_123 },
];
