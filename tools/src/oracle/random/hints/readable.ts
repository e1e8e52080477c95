import { dateText, datetimeText, timeText } from '../../text/plain.ts';
import type { Draw } from '../draw.ts';
import { int64, presentValue, randomValue } from '../value.ts';
import { castFormat, laidOut } from './cast-format.ts';
import { type Hints, words } from './hints.ts';

/** Texts of other types, mostly well formed, and the formats they are read and written by. */
export const readableHints: Hints = {
  'time-zone': (draw) => draw.pick(timeZones),
  'bool-text': (draw) => draw.pick(['true', 'FALSE', 'True', 'tRuE', 't', 'yes', '1', '0', ' true', '']),
  'int-text': (draw) =>
    draw.either(
      [4, () => whitened(draw, `${draw.pick(['', '', '-', '+'])}${draw.integer(0, 100_000)}`)],
      [1, () => randomValue(draw, { kind: 'STRING' }) ?? ''],
    ),
  'number-text': numberText,
  'date-text': dateLike,
  'datetime-text': datetimeLike,
  'timestamp-text': timestampLike,
  'time-text': timeLike,
  'interval-text': (draw) => mangled(draw, draw.pick(intervals)),
  /** The same, or in one of many layouts, which some FORMAT reads. */
  'date-layout': (draw) => draw.either([2, () => dateLike(draw)], [3, () => laidOut(draw, 'date')]),
  'datetime-layout': (draw) => draw.either([2, () => datetimeLike(draw)], [3, () => laidOut(draw, 'datetime')]),
  'time-layout': (draw) => draw.either([2, () => timeLike(draw)], [3, () => laidOut(draw, 'time')]),
  'timestamp-layout': (draw) => draw.either([2, () => timestampLike(draw)], [3, () => laidOut(draw, 'timestamp')]),
  'strftime-format': (draw) => draw.list(1, 4, () => strftimePart(draw)).join(draw.pick(['', '', '-', ' ', ':', '/'])),
  /** Formats that read what is like a date, mostly of pieces of which each reads a text; and texts that mostly fit. */
  'strptime-format': (draw) =>
    draw.either(
      [5, () => draw.list(1, 2, () => draw.pick(strptimePairs)[0]).join(' ')],
      [1, () => draw.list(1, 3, () => strftimePart(draw)).join(draw.pick(['', '-', ' ']))],
    ),
  'strptime-text': (draw, [format]) =>
    draw.chance(850) && typeof format === 'string'
      ? mangled(
          draw,
          format
            .split(' %')
            .map((piece, at) => fittingText(draw, at === 0 ? piece : `%${piece}`))
            .join(' '),
        )
      : mangled(draw, draw.pick(strptimePairs)[1]),
  /** FORMATs of casts; after a text, mostly one for it. */
  'date-format': (draw, before) => castFormat(draw, 'date', before),
  'datetime-format': (draw, before) => castFormat(draw, 'datetime', before),
  'time-format': (draw, before) => castFormat(draw, 'time', before),
  'timestamp-format': (draw, before) => castFormat(draw, 'timestamp', before),
};

const timeZones = words(
  `UTC America/New_York Europe/London Asia/Kolkata Australia/Lord_Howe Pacific/Apia America/Los_Angeles +00 +05:30 -08 -08:00 +14:00 +1 Etc/GMT+5 \
america/new_york Mars/Phobos +15 EST`,
).concat('');

const intervals = [
  ...[
    '1-2 3 4:5:6.789',
    '-1-2 -3 -4:5:6',
    '0-0 0 0:0:0',
    '1-2',
    '10:20:30.5',
    'P1Y2M3DT4H5M6S',
    'PT1.5S',
    '-P1D',
    'P-1M',
  ],
  ...['100000-0 0 0:0:0', 'P', '5'],
];

const strftimeParts = words(
  `%Y %m %d %H %M %S %E3S %E*S %E6S %F %T %D %R %j %y %e %b %B %a %A %p %I %Z %z %Ez %U %W %V %G %g %u %w %Q %s %C %k %l %n %t %% %c %x %X %h %P %J %E4Y \
T x %`,
);

/** Elements as they are written, or with flags, a width and a modifier before any character. */
const strftimePart = (draw: Draw): string =>
  draw.either(
    [3, () => draw.pick(strftimeParts)],
    [
      1,
      () => {
        const flags = draw.list(0, 2, () => draw.pick(['-', '_', '0', '^', '#', '%', ':'])).join('');
        const width = draw.pick(['', '', '', '1', '5', '12', '70']);
        return `%${flags}${width}${draw.pick(['', '', '', 'E', 'O'])}${draw.pick(anyLetter)}`;
      },
    ],
  );

const anyLetter = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%%%%+!:*4 é😀'];

/** What a piece of a format reads, of those that have a text. */
const fittingText = (draw: Draw, format: string): string =>
  strptimePairs.find(([each]) => each === format)?.[1] ?? draw.pick(strptimePairs)[1];

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
  ...Object.entries({
    ...{
      '%Y': '2024',
      '%m': '2',
      '%d': '29',
      '%H': '23',
      '%M': '59',
      '%S': '60',
      '%E3S': '1.234',
      '%E*S': '7.1234567',
    },
    ...{
      '%b': 'Feb',
      '%B': 'march',
      '%a': 'thu',
      '%A': 'Monday',
      '%p': 'PM',
      '%I': '12',
      '%j': '060',
      '%U': '9',
      '%W': '52',
    },
    ...{
      '%V': '53',
      '%u': '7',
      '%w': '0',
      '%g': '24',
      '%e': ' 9',
      '%k': ' 7',
      '%l': '11',
      '%Q': '4',
      '%z': '-0530',
      '%Ez': 'Z',
    },
    ...{
      '%Z': 'Asia/Kolkata',
      '%E4Y': '0987',
      '%x': '12/31/69',
      '%X': '01:02:03',
      '%r': '01:02:03 pm',
      '%h': 'dec',
      '%n': ' ',
    },
    ...{
      '%Od': '7',
      '%OH': '5',
      '%Om': '11',
      '%Ey': '70',
      '%EC': '19',
      '%y': '69',
      '%C': '20',
      '%G': '2021',
      '%%': '%',
      '%P': 'am',
    },
  }),
  ['%F %T %z', '2024-03-10 02:30:00 -0500'],
  ['%F %T%Ez', '2024-03-10 02:30:00+05:30'],
  ['%F %T %Z', '2024-03-10 02:30:00 America/New_York'],
];

const fractions = words('. .5 .25 .123456789 .1234567895 .00000000000000000000000000000000000005').concat('', '');
const zones = ['', '', 'Z', '+00', '+05:30', '-8', ' UTC', ' America/New_York', ' Europe/London', '+5:30', 'z', ' +01'];

function numberText(draw: Draw): string {
  const digits = draw.either([4, () => `${draw.integer(0, 99_999)}`], [1, () => `${draw.bigint(0n, 10n ** 40n)}`]);
  const exponent = draw.pick(['', '', '', 'e5', 'E-3', 'e+10', 'e-40', 'e300', 'e']);
  return whitened(draw, `${draw.pick(['', '', '-', '+'])}${digits}${draw.pick(fractions)}${exponent}`);
}

function dateLike(draw: Draw): string {
  return mangled(draw, dateText(Number(presentValue(draw, { kind: 'DATE' }))));
}

function timeLike(draw: Draw): string {
  return mangled(draw, timeText(Number(presentValue(draw, { kind: 'TIME' }))));
}

function datetimeLike(draw: Draw): string {
  return mangled(draw, anyDatetime(draw).replace(' ', draw.pick([' ', 'T', 't'])));
}

function timestampLike(draw: Draw): string {
  return mangled(draw, anyDatetime(draw).replace(' ', draw.pick([' ', ' ', 'T'])) + draw.pick(zones));
}

const anyDatetime = (draw: Draw): string => datetimeText(int64(BigInt(`${presentValue(draw, { kind: 'DATETIME' })}`)));

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
