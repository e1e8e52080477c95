import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { DAY_NAMES, MONTH_NAMES } from './shown.ts';
import { SPACE } from './strptime-cursor.ts';
import { ToldTime } from './strptime-time.ts';
import type { Zone } from './zone.ts';

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

/** Reads a text by the elements of a format. */
class Reader extends ToldTime {
  readonly #format: string;
  #in = 0;

  constructor(format: string, text: string, zone: Zone, zoneNamed: (name: string) => Zone) {
    super(text, zone, zoneNamed);
    this.#format = format;
  }

  read(): Int64 {
    this.skipSpace();
    while (!this.failed && this.at < this.text.length && this.#in < this.#format.length) this.#step();
    this.skipSpace();
    const rest = this.#format.slice(this.#in);
    if (this.failed || this.at < this.text.length || !/^(?:[ \t\n\v\f\r]|%[nt])*$/.test(rest)) throw this.fault();
    return this.result();
  }

  protected fault(): RowFault {
    const [text, format] = [this.text, this.#format].map((each) => JSON.stringify(each.slice(0, 100)));
    return new RowFault(`${text} is not of the format ${format}`);
  }

  #step(): void {
    const character = this.#format[this.#in] ?? '';
    if (SPACE.test(character)) {
      this.skipSpace();
      while (SPACE.test(this.#format[this.#in] ?? '')) this.#in += 1;
      return;
    }
    this.#in += 1;
    if (character !== '%') {
      this.expect(character);
      return;
    }
    this.position += 1;
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
      this.fail();
      return;
    }
    this.#in += matched.length;
    if (matched === 'z') {
      this.zoneOffset(':');
      return;
    }
    if (matched === '4Y') {
      this.fourDigitYear();
      return;
    }
    if (matched.endsWith('S')) this.fractional(matched === '*S' ? Number.POSITIVE_INFINITY : Number(matched[0]));
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
        this.week('W', this.number(2, 0, 53));
        return;
      case 'd':
      case 'e':
        this.day = this.padded(1, 31, 2);
        return;
      case 'm':
        this.month = this.padded(1, 12, 2);
        return;
      case 'b':
      case 'B':
      case 'h':
        this.month = this.name(MONTH_NAMES) + 1;
        return;
      case 'y': {
        const year = this.padded(0, 99, 2);
        this.year = year >= 69 ? year : year + 100;
        return;
      }
      case 'H':
        this.isTwelveHours = false;
        this.hour = this.padded(0, 23, 2);
        return;
      case 'M':
        this.minute = this.padded(0, 59, 2);
        return;
      case 'S':
        this.second = this.padded(0, 61, 2);
        return;
      default:
        this.fail();
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
        this.tellMonth(this.number(2, 1, 12));
        return;
      case 'd':
        this.tellDay(this.number(2, 1, 31));
        return;
      case 'e':
        this.tellDay(this.padded(1, 31, 2));
        return;
      case 'H':
        this.isTwelveHours = false;
        this.hour = this.number(2, 0, 23);
        return;
      case 'k':
        this.hour = this.padded(0, 23, 2);
        return;
      case 'I':
      case 'l':
        this.twelve();
        return;
      case 'M':
        this.minute = this.number(2, 0, 59);
        return;
      case 'S':
        this.second = this.number(2, 0, 60);
        return;
      case 'p':
      case 'P':
        this.meridian();
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
        this.tellMonth(this.padded(1, 12, 2));
        this.expect('/');
        this.tellDay(this.padded(1, 31, 2));
        this.expect('/');
        this.shortYear(this.padded(0, 99, 2));
        return true;
      case 'F':
        this.year = this.padded(0, 9999, 4) - 1900;
        this.tellYear();
        this.expect('-');
        this.tellMonth(this.padded(1, 12, 2));
        this.expect('-');
        this.tellDay(this.padded(1, 31, 2));
        return true;
      case 'R':
      case 'T':
      case 'X':
        this.clock(letter !== 'R');
        return true;
      case 'r':
        this.twelve();
        this.expect(':');
        this.minute = this.number(2, 0, 59);
        this.expect(':');
        this.second = this.number(2, 0, 60);
        this.skipSpace();
        this.meridian();
        return true;
      case 'c':
        this.name(DAY_NAMES);
        this.skipSpace();
        this.tellMonth(this.name(MONTH_NAMES) + 1);
        this.skipSpace();
        this.tellDay(this.padded(1, 31, 2));
        this.skipSpace();
        this.clock(true);
        this.skipSpace();
        this.year = this.padded(0, 9999, 4) - 1900;
        this.tellYear();
        return true;
      default:
        return false;
    }
  }

  #rarer(letter: string): void {
    switch (letter) {
      case '%':
        this.expect('%');
        return;
      case 'n':
      case 't':
        this.skipSpace();
        return;
      case 'B':
      case 'b':
      case 'h':
        this.tellMonth(this.name(MONTH_NAMES) + 1);
        return;
      case 'A':
      case 'a':
        this.week('u', this.name(DAY_NAMES));
        return;
      case 'u':
        this.week('u', this.padded(1, 7, 1) % 7);
        return;
      case 'w':
        this.week('u', this.padded(0, 6, 1));
        return;
      case 'U':
      case 'W':
        this.isPlain = true;
        this.week(letter, this.padded(0, 53, 2));
        return;
      case 'V':
        this.week('V', this.number(2, 1, 53));
        return;
      case 'j':
        this.isPlain = true;
        this.week('j', this.padded(1, 366, 3));
        return;
      case 'J':
        this.week('J', this.number(3, 1, 371));
        return;
      case 'G':
        this.week('G', this.number(20, 0, 99_999));
        return;
      case 'g': {
        const year = this.number(2, 0, 99);
        this.week('G', year <= 68 ? year + 2000 : year + 1900);
        return;
      }
      case 'Q':
        this.tellMonth(this.number(1, 1, 4) * 3 - 2);
        this.tellDay(1);
        return;
      case 'z':
        this.zoneOffset('');
        return;
      case 'Z':
        this.zoneName();
        return;
      case 's':
        this.epoch();
        return;
      default:
        this.fail();
        return;
    }
  }

  /** The year 10000 may come into range by a time zone. */
  #fullYear(): void {
    this.year = (this.#isBeforeElement() ? this.number(4, 0, 9999) : this.number(5, 0, 10_000)) - 1900;
    this.century = null;
    this.isCenturyTold = false;
    this.tellYear();
  }

  #centuryElement(): void {
    const century = this.#isBeforeElement() ? this.number(2, 0, 99) : this.number(3, 0, 100);
    if (this.century === null) this.year = 0;
    this.century = century;
    this.isCenturyTold = true;
    this.tellYear();
  }

  #yearInCentury(): void {
    this.year = this.number(2, 0, 99);
    if (!this.isCenturyTold) this.century = this.year < 69 ? 20 : 19;
    this.tellYear();
  }
}
