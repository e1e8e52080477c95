import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { daysOf, isCivilDay } from './calendar.ts';
import { inYears, SECONDS_OF_DAY } from './instant.ts';
import { DAY_NAMES, MONTH_NAMES } from './shown.ts';
import { type ReadDate, type WeekElement, withWeeks } from './strptime-week.ts';
import { UTC, type Zone } from './zone.ts';

/**
 * PARSE_TIMESTAMP: text by the elements of strptime, and `%E3S`, `%E*S`, `%E4Y`, `%Ez`, `%Q`. White space in the format stands for any, none included; what is
 * not told is that of 1970-01-01 00:00:00. `zoneNamed` finds what `%Z` names.
 */
export function parseTimestamp(format: string, text: string, zone: Zone, zoneNamed: (name: string) => Zone): Int64 {
  const reader = new Reader(format.replace(/\0$/, ''), text.replace(/\0$/, ''), zone, zoneNamed);
  return reader.read();
}

/** Elements that a type has no part for: a format that has one is a fault. */
const refused = { DATE: 'cHIklMPpRrSsTXZz', TIME: 'AaBbhCcDdeFGgjmsUuVWwxYyZz', DATETIME: 'Zz' };

export function checkParseFormat(format: string, type: keyof typeof refused): void {
  for (const [, escaped = '', element = ''] of format.matchAll(/(%+)(E\*S|E\dS|E4Y|[EO].|.)?/gsu)) {
    if (escaped.length % 2 === 0 || element === '') continue;
    const letter = element.at(-1) ?? '';
    if (refused[type].includes(letter) || refused[type].includes(element[0] ?? ''))
      throw new RowFault(`the format element %${element} is none of a ${type}`);
  }
}

const SPACE = /[ \t\n\v\f\r]/;

class Reader {
  readonly #format: string;
  readonly #text: string;
  readonly #zoneNamed: (name: string) => Zone;
  #zone: Zone;
  #in = 0;
  #at = 0;
  #position = 0;
  #failed = false;

  /** Since 1900, as the elements for a century and a year in it are put together at the end. */
  #year = 70;
  #century: number | null = null;
  #isCenturyTold = false;
  #month = 1;
  #day = 1;
  #hour = 0;
  #minute = 0;
  #second = 0;
  #micros = 0;
  #isTwelveHours = false;
  #isAfternoon = false;
  #offset: number | null = null;
  #instant: number | null = null;
  #yearAt = -1;
  #monthAt = -1;
  #dayAt = -1;
  #isPlain = false;
  readonly #weeks: WeekElement[] = [];

  constructor(format: string, text: string, zone: Zone, zoneNamed: (name: string) => Zone) {
    this.#format = format;
    this.#text = text;
    this.#zone = zone;
    this.#zoneNamed = zoneNamed;
  }

  read(): Int64 {
    this.#skipSpace();
    while (!this.#failed && this.#at < this.#text.length && this.#in < this.#format.length) this.#step();
    this.#skipSpace();
    const rest = this.#format.slice(this.#in);
    if (this.#failed || this.#at < this.#text.length || !/^(?:[ \t\n\v\f\r]|%[nt])*$/.test(rest)) throw this.#fault();
    return this.#result();
  }

  #result(): Int64 {
    const what = (): string => JSON.stringify(this.#text);
    if (this.#instant !== null) return inYears(this.#instant, 0, 'TIMESTAMP', what);
    const read: ReadDate = {
      year: this.#year + 1900 + (this.#century === null ? 0 : this.#century * 100 - 1900),
      month: this.#month,
      day: this.#day,
      yearAt: this.#yearAt,
      monthAt: this.#monthAt,
      dayAt: this.#dayAt,
      isPlain: this.#isPlain,
    };
    const { year, month, day } = withWeeks(read, this.#weeks);
    if (!isCivilDay(year, month, day)) throw this.#fault();
    const hour = this.#hour + (this.#isTwelveHours && this.#isAfternoon ? 12 : 0);
    // A clock of twelve hours may have been told by two elements that do not agree.
    if (hour > 23 || this.#second > 60) throw this.#fault();
    const isLeapSecond = this.#second === 60;
    const clock = hour * 3600 + this.#minute * 60 + (isLeapSecond ? 59 : this.#second);
    const zone = this.#offset === null ? this.#zone : UTC;
    const seconds = zone.instantOf(daysOf(year, month, day) * SECONDS_OF_DAY + clock) - (this.#offset ?? 0);
    return inYears(seconds + (isLeapSecond ? 1 : 0), isLeapSecond ? 0 : this.#micros, 'TIMESTAMP', what);
  }

  #fault(): RowFault {
    const [text, format] = [this.#text, this.#format].map((each) => JSON.stringify(each.slice(0, 100)));
    return new RowFault(`${text} is not of the format ${format}`);
  }

  #step(): void {
    const character = this.#format[this.#in] ?? '';
    if (SPACE.test(character)) {
      this.#skipSpace();
      while (SPACE.test(this.#format[this.#in] ?? '')) this.#in += 1;
      return;
    }
    this.#in += 1;
    if (character !== '%') {
      this.#expect(character);
      return;
    }
    this.#position += 1;
    const letter = this.#take();
    if (letter === 'E') {
      this.#extended();
      return;
    }
    if (letter === 'O') {
      this.#alternative(this.#take());
      return;
    }
    this.#element(letter);
  }

  /** The next character of the format. */
  #take(): string {
    const character = this.#format[this.#in] ?? '';
    this.#in += character.length;
    return character;
  }

  /** Whether another element follows at once, so that a year must not take its digits. */
  #isBeforeElement(): boolean {
    return this.#format[this.#in] === '%';
  }

  #extended(): void {
    const rest = this.#format.slice(this.#in);
    const matched = /^(?:\*S|4Y|[0-6]S|[zYyCcxX])/.exec(rest)?.[0];
    if (matched === undefined) {
      this.#fail();
      return;
    }
    this.#in += matched.length;
    if (matched === 'z') {
      this.#zoneOffset(':');
      return;
    }
    if (matched === '4Y') {
      this.#fourDigitYear();
      return;
    }
    if (matched.endsWith('S')) this.#fractional(matched === '*S' ? Number.POSITIVE_INFINITY : Number(matched[0]));
    else this.#element(matched);
  }

  /** The C locale's alternative digits are the plain ones. Unlike the plain elements these have no place among weeks and days of a year. */
  #alternative(letter: string): void {
    switch (letter) {
      case 'u':
      case 'w':
      case 'U':
      case 'V':
      case 'I':
        this.#element(letter);
        return;
      case 'W':
        this.#week('W', this.#number(2, 0, 53));
        return;
      case 'd':
      case 'e':
        this.#day = this.#padded(1, 31, 2);
        return;
      case 'm':
        this.#month = this.#padded(1, 12, 2);
        return;
      case 'b':
      case 'B':
      case 'h':
        this.#month = this.#name(MONTH_NAMES) + 1;
        return;
      case 'y': {
        const year = this.#padded(0, 99, 2);
        this.#year = year >= 69 ? year : year + 100;
        return;
      }
      case 'H':
        this.#isTwelveHours = false;
        this.#hour = this.#padded(0, 23, 2);
        return;
      case 'M':
        this.#minute = this.#padded(0, 59, 2);
        return;
      case 'S':
        this.#second = this.#padded(0, 61, 2);
        return;
      default:
        this.#fail();
    }
  }

  #element(letter: string): void {
    switch (letter) {
      case 'Y':
        this.#fullYear();
        return;
      case 'C':
        this.#centuryElement();
        return;
      case 'y':
        this.#yearInCentury();
        return;
      case 'm':
        this.#tellMonth(this.#number(2, 1, 12));
        return;
      case 'd':
        this.#tellDay(this.#number(2, 1, 31));
        return;
      case 'e':
        this.#tellDay(this.#padded(1, 31, 2));
        return;
      case 'H':
        this.#isTwelveHours = false;
        this.#hour = this.#number(2, 0, 23);
        return;
      case 'k':
        this.#hour = this.#padded(0, 23, 2);
        return;
      case 'I':
      case 'l':
        this.#twelve();
        return;
      case 'M':
        this.#minute = this.#number(2, 0, 59);
        return;
      case 'S':
        this.#second = this.#number(2, 0, 60);
        return;
      case 'p':
      case 'P':
        this.#meridian();
        return;
      default:
        if (!this.#composite(letter)) this.#rarer(letter);
    }
  }

  /** Elements that stand for several. */
  #composite(letter: string): boolean {
    switch (letter) {
      case 'D':
      case 'x':
        this.#tellMonth(this.#padded(1, 12, 2));
        this.#expect('/');
        this.#tellDay(this.#padded(1, 31, 2));
        this.#expect('/');
        this.#shortYear(this.#padded(0, 99, 2));
        return true;
      case 'F':
        this.#year = this.#padded(0, 9999, 4) - 1900;
        this.#tellYear();
        this.#expect('-');
        this.#tellMonth(this.#padded(1, 12, 2));
        this.#expect('-');
        this.#tellDay(this.#padded(1, 31, 2));
        return true;
      case 'R':
      case 'T':
      case 'X':
        this.#clock(letter !== 'R');
        return true;
      case 'r':
        this.#twelve();
        this.#expect(':');
        this.#minute = this.#number(2, 0, 59);
        this.#expect(':');
        this.#second = this.#number(2, 0, 60);
        this.#skipSpace();
        this.#meridian();
        return true;
      case 'c':
        this.#name(DAY_NAMES);
        this.#skipSpace();
        this.#tellMonth(this.#name(MONTH_NAMES) + 1);
        this.#skipSpace();
        this.#tellDay(this.#padded(1, 31, 2));
        this.#skipSpace();
        this.#clock(true);
        this.#skipSpace();
        this.#year = this.#padded(0, 9999, 4) - 1900;
        this.#tellYear();
        return true;
      default:
        return false;
    }
  }

  #rarer(letter: string): void {
    switch (letter) {
      case '%':
        this.#expect('%');
        return;
      case 'n':
      case 't':
        this.#skipSpace();
        return;
      case 'B':
      case 'b':
      case 'h':
        this.#tellMonth(this.#name(MONTH_NAMES) + 1);
        return;
      case 'A':
      case 'a':
        this.#week('u', this.#name(DAY_NAMES));
        return;
      case 'u':
        this.#week('u', this.#padded(1, 7, 1) % 7);
        return;
      case 'w':
        this.#week('u', this.#padded(0, 6, 1));
        return;
      case 'U':
      case 'W':
        this.#isPlain = true;
        this.#week(letter, this.#padded(0, 53, 2));
        return;
      case 'V':
        this.#week('V', this.#number(2, 1, 53));
        return;
      case 'j':
        this.#isPlain = true;
        this.#week('j', this.#padded(1, 366, 3));
        return;
      case 'J':
        this.#week('J', this.#number(3, 1, 371));
        return;
      case 'G':
        this.#week('G', this.#number(20, 0, 99_999));
        return;
      case 'g': {
        const year = this.#number(2, 0, 99);
        this.#week('G', year <= 68 ? year + 2000 : year + 1900);
        return;
      }
      case 'Q':
        this.#tellMonth(this.#number(1, 1, 4) * 3 - 2);
        this.#tellDay(1);
        return;
      case 'z':
        this.#zoneOffset('');
        return;
      case 'Z':
        this.#zoneName();
        return;
      case 's':
        this.#epoch();
        return;
      default:
        this.#fail();
        return;
    }
  }

  #tellYear(): void {
    this.#yearAt = this.#position;
    this.#isPlain = true;
  }

  #tellMonth(month: number): void {
    this.#month = month;
    this.#monthAt = this.#position;
    this.#isPlain = true;
  }

  #tellDay(day: number): void {
    this.#day = day;
    this.#dayAt = this.#position;
    this.#isPlain = true;
  }

  #week(kind: WeekElement['kind'], value: number): void {
    this.#weeks.push({ kind, value, position: this.#position });
  }

  /** The year 10000 may come into range by a time zone. */
  #fullYear(): void {
    this.#year = (this.#isBeforeElement() ? this.#number(4, 0, 9999) : this.#number(5, 0, 10_000)) - 1900;
    this.#century = null;
    this.#isCenturyTold = false;
    this.#tellYear();
  }

  #fourDigitYear(): void {
    const from = this.#at;
    this.#year = this.#number(4, 0, 9999) - 1900;
    if (this.#at - from !== 4) this.#fail();
    this.#century = null;
    this.#tellYear();
  }

  #centuryElement(): void {
    const century = this.#isBeforeElement() ? this.#number(2, 0, 99) : this.#number(3, 0, 100);
    if (this.#century === null) this.#year = 0;
    this.#century = century;
    this.#isCenturyTold = true;
    this.#tellYear();
  }

  #yearInCentury(): void {
    this.#year = this.#number(2, 0, 99);
    if (!this.#isCenturyTold) this.#century = this.#year < 69 ? 20 : 19;
    this.#tellYear();
  }

  #shortYear(year: number): void {
    this.#year = year >= 69 ? year : year + 100;
    this.#tellYear();
  }

  #clock(hasSeconds: boolean): void {
    this.#isTwelveHours = false;
    this.#hour = this.#padded(0, 23, 2);
    this.#expect(':');
    this.#minute = this.#padded(0, 59, 2);
    if (!hasSeconds) return;
    this.#expect(':');
    this.#second = this.#padded(0, 61, 2);
  }

  #twelve(): void {
    this.#skipSpace();
    this.#hour = this.#number(2, 1, 12) % 12;
    this.#isTwelveHours = true;
  }

  #meridian(): void {
    const word = this.#text.slice(this.#at, this.#at + 2).toUpperCase();
    if (word !== 'AM' && word !== 'PM') {
      this.#fail();
      return;
    }
    this.#isAfternoon = word === 'PM';
    this.#at += 2;
  }

  #fractional(digits: number): void {
    this.#second = this.#number(2, 0, 60);
    if (digits === 0 || this.#text[this.#at] !== '.') return;
    const fraction = /^\d*/.exec(this.#text.slice(this.#at + 1))?.[0].slice(0, digits) ?? '';
    if (fraction === '') {
      this.#fail();
      return;
    }
    this.#micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
    this.#at += 1 + fraction.length;
  }

  #zoneOffset(separator: '' | ':'): void {
    if (separator === ':' && this.#text[this.#at] === 'Z') {
      this.#at += 1;
      this.#offset = 0;
      return;
    }
    const pattern = separator === ':' ? /([+-])(\d\d)(?::?(\d\d))?/y : /([+-])(\d\d)(\d\d)?/y;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null || Number(match[2]) > 23) {
      this.#fail();
      return;
    }
    const hasMinutes = match[3] !== undefined && Number(match[3]) <= 59;
    const minutes = Number(match[2]) * 60 + (hasMinutes ? Number(match[3]) : 0);
    if (minutes > 14 * 60) {
      this.#fail();
      return;
    }
    this.#offset = (match[1] === '-' ? -minutes : minutes) * 60;
    // What is no minutes is left, the separator before it too.
    this.#at += hasMinutes ? match[0].length : 3;
  }

  #zoneName(): void {
    const name = /^[^ \t\n\v\f\r]*/.exec(this.#text.slice(this.#at))?.[0] ?? '';
    this.#zone = this.#zoneNamed(name);
    this.#offset = null;
    this.#at += name.length;
  }

  #epoch(): void {
    this.#instant = this.#number(12, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /** Digits at once, of which there may be fewer; a sign where there may be less than zero. */
  #number(digits: number, min: number, max: number): number {
    const isNegative = this.#text[this.#at] === '-';
    const from = this.#at + (isNegative ? 1 : 0);
    const width = isNegative ? digits - 1 : digits;
    const found = /^\d*/.exec(this.#text.slice(from, from + width))?.[0] ?? '';
    const value = isNegative ? -Number(found) : Number(found);
    if (found === '' || Object.is(value, -0) || value < min || value > max) return this.#failing(min);
    this.#at = from + found.length;
    return value;
  }

  /** The C library's way: blanks before, and no more digits than the greatest number has, by its value. */
  #padded(min: number, max: number, digits: number): number {
    while (this.#text[this.#at] === ' ') this.#at += 1;
    let [value, left] = [0, digits];
    if (!/\d/.test(this.#text[this.#at] ?? '')) return this.#failing(min);
    do {
      value = value * 10 + Number(this.#text[this.#at]);
      this.#at += 1;
      left -= 1;
    } while (left > 0 && value * 10 <= max && /\d/.test(this.#text[this.#at] ?? ''));
    return value < min || value > max ? this.#failing(min) : value;
  }

  /** The place of a name among names, whole or of three letters, in any case. */
  #name(names: readonly string[]): number {
    const rest = this.#text.slice(this.#at, this.#at + 9).toLowerCase();
    for (const [place, name] of names.entries()) {
      const found = [name.toLowerCase(), name.slice(0, 3).toLowerCase()].find((each) => rest.startsWith(each));
      if (found === undefined) continue;
      this.#at += found.length;
      return place;
    }
    return this.#failing(0);
  }

  #expect(character: string): void {
    if (this.#text[this.#at] === character) this.#at += 1;
    else this.#fail();
  }

  #skipSpace(): void {
    while (SPACE.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #fail(): void {
    this.#failed = true;
  }

  #failing(value: number): number {
    this.#failed = true;
    return value;
  }
}
