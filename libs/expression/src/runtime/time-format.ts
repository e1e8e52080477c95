import { isoYearOf, isoYearStart } from './calendar.ts';
import { offsetText, padded } from './date-time-text.ts';
import { remembered } from './remembered.ts';
import type { Shown } from './shown.ts';
import { strftime } from './strftime.ts';

/**
 * The elements of FORMAT_TIMESTAMP: those of C's {@link strftime}, and `%E4Y`, `%E3S`, `%E*S`, `%Ez`, `%Q`, `%J`, `%Z`. GoogleSQL goes over a format
 * three times, and each time sees what the time before has made of it: it escapes what the type has no value for, then writes quarters, days of
 * ISO years and zones, and then what the library Abseil has elements for, which leaves runs of text to C.
 */

/** Elements that a type has no value for: they stand in the result as they are written. */
export const withoutElements = {
  TIMESTAMP: '',
  DATETIME: 'Zz',
  DATE: 'cHIklMPpRrSsTXZz',
  TIME: 'AaBbhCcDdeFGgjmQsUuVWwxYyZz',
};

/** A format as a function of what a clock shows. `without`: elements that stand as they are. */
export function formatter(format: string, without: string): (at: Shown) => string {
  const [first = '', ...rest] = parted(escaped(format, without));
  if (rest.length === 0) return ofAbseil(first);
  const made = remembered(ofAbseil);
  return (at) => made(first + rest.map(([element, text]) => element(at) + text).join(''))(at);
}

const isEven = (count: number): boolean => count % 2 === 0;

const ESCAPABLE = /(%+)(\d*)(E(?:\*S|\dS|4Y|[^%])|O[^%]|[^%])?/gsu;

/**
 * Doubles the percent signs of what is to stand as it is. A width before the element goes with it, and so does an E or an O without a width; a
 * flag does not. Of a width and an E or an O at the end of the format only the first digit is left.
 */
function escaped(format: string, without: string): string {
  if (without === '') return format;
  return format.replaceAll(ESCAPABLE, (raw, signs: string, width: string, element = '', at: number) => {
    if (isEven(signs.length)) return raw;
    const isLast = at + raw.length === format.length;
    if (isLast && width !== '' && (element === 'E' || element === 'O')) return signs + width.slice(0, 1);
    const isWithout =
      element !== '' && without.includes(element.at(-1) ?? '') && (element.length === 1 || width === '');
    return isWithout ? `${signs}%${width}${element}` : raw;
  });
}

type Written = readonly [element: (at: Shown) => string, text: string];

/** The text before the first `%Z`, `%Q` or `%J`, and then each with the text after it. */
function parted(format: string): readonly [string, ...Written[]] {
  const parts: Written[] = [];
  let first: string | null = null;
  let last = 0;
  let element: Written[0] = () => '';
  for (const match of format.matchAll(/(%+)([ZQJ])/g)) {
    const [raw, signs = '', letter = ''] = match;
    const written = expansions[letter];
    if (isEven(signs.length) || written === undefined) continue;
    const text = format.slice(last, match.index + signs.length - 1);
    if (first === null) first = text;
    else parts.push([element, text]);
    element = written;
    last = match.index + raw.length;
  }
  return first === null ? [format] : [first, ...parts, [element, format.slice(last)]];
}

const expansions: Readonly<Record<string, Written[0]>> = {
  Q: ({ month }) => String(Math.ceil(month / 3)),
  Z: ({ offset }) => (offset === 0 ? 'UTC' : `UTC${zoneSuffix(offset)}`),
  J: ({ days }) => padded(days - isoYearStart(isoYearOf(days)) + 1, 3),
};

function zoneSuffix(offset: number): string {
  const text = offsetText(offset, 'plain');
  return text.endsWith('00') ? `${text[0]}${Number(text.slice(1, 3))}` : text;
}

const OF_ABSEIL = /(%+)([YmdeUuWwHMSzs\0]|:{1,3}z|E(?:[Tz]|\*[zSf]|4Y|\d+[Sf]))/g;

/** What Abseil has elements for, and between them what is left to C. */
function ofAbseil(format: string): (at: Shown) => string {
  const pieces: ((at: Shown) => string)[] = [];
  let pending = 0;
  for (const match of format.matchAll(OF_ABSEIL)) {
    const [raw, signs = '', name = ''] = match;
    const element = isEven(signs.length) ? null : elementOf(name);
    if (element === null) continue;
    pieces.push(ofC(format.slice(pending, match.index + signs.length - 1)), element);
    pending = match.index + raw.length;
  }
  pieces.push(ofC(format.slice(pending)));
  return (at) => pieces.map((piece) => piece(at)).join('');
}

/** C is given what begins with an element. */
function ofC(text: string): (at: Shown) => string {
  const [head = ''] = /^(?:[^%]|%%)*/.exec(text) ?? [];
  const plain = head.replaceAll('%%', '%');
  if (head.length === text.length) return () => plain;
  const written = strftime(text.slice(head.length));
  return (at) => plain + written(at);
}

/** null: it is none. */
function elementOf(name: string): ((at: Shown) => string) | null {
  const element = elements[name];
  if (element !== undefined) return element;
  return name.length === 1 ? strftime(`%${name}`) : fractionOf(name);
}

const elements: Readonly<Record<string, (at: Shown) => string>> = {
  '\0': () => '',
  s: ({ instant }) => String(instant),
  z: ({ offset }) => offsetText(offset, 'plain'),
  Ez: ({ offset }) => offsetText(offset, 'long'),
  ':z': ({ offset }) => offsetText(offset, 'long'),
  '::z': ({ offset }) => `${offsetText(offset, 'long')}:00`,
  'E*z': ({ offset }) => `${offsetText(offset, 'long')}:00`,
  ':::z': ({ offset }) => offsetText(offset, 'short'),
  E4Y: ({ year }) => padded(year, 4),
  'E*S': (at) => padded(at.second, 2) + (at.micros === 0 ? '' : `.${shortFraction(at.micros)}`),
  'E*f': ({ micros }) => (micros === 0 ? '0' : shortFraction(micros)),
  ET: () => 'T',
};

const shortFraction = (micros: number): string => padded(micros, 6).replace(/0+$/, '');

/** `%E3S` says at most 1024, and the library writes 18 digits then. */
const [DIGITS_MAX, DIGITS_WRITTEN_MAX] = [1024, 18];

/** `%E3S`, `%E3f`: digits of the second, of which a microsecond has six. null where there are too many. */
function fractionOf(name: string): ((at: Shown) => string) | null {
  const wanted = Number(name.slice(1, -1));
  if (wanted > DIGITS_MAX) return null;
  const digits = Math.min(wanted, DIGITS_WRITTEN_MAX);
  const fraction = (micros: number): string => padded(micros, 6).padEnd(digits, '0').slice(0, digits);
  if (name.endsWith('f')) return ({ micros }) => fraction(micros);
  return ({ second, micros }) => padded(second, 2) + (digits === 0 ? '' : `.${fraction(micros)}`);
}
