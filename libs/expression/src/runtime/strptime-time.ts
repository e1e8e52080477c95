import type { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { daysOf, isCivilDay } from './calendar.ts';
import { inYears, SECONDS_OF_DAY } from './instant.ts';
import { TextCursor } from './strptime-cursor.ts';
import { type ReadDate, type WeekElement, withWeeks } from './strptime-week.ts';
import { UTC, type Zone } from './zone.ts';

/** What elements have told of a time so far, and the time that it is. */
export abstract class ToldTime extends TextCursor {
  /** Since 1900, as the elements for a century and a year in it are put together at the end. */
  protected year = 70;
  protected century: number | null = null;
  protected isCenturyTold = false;
  protected month = 1;
  protected day = 1;
  protected hour = 0;
  protected minute = 0;
  protected second = 0;
  protected micros = 0;
  protected isTwelveHours = false;
  protected isAfternoon = false;
  protected offset: number | null = null;
  protected instant: number | null = null;
  protected yearAt = -1;
  protected monthAt = -1;
  protected dayAt = -1;
  protected isPlain = false;
  protected readonly weeks: WeekElement[] = [];

  protected readonly zoneNamed: (name: string) => Zone;
  protected zone: Zone;
  protected position = 0;

  constructor(text: string, zone: Zone, zoneNamed: (name: string) => Zone) {
    super(text);
    this.zone = zone;
    this.zoneNamed = zoneNamed;
  }

  /** What is wrong with the text, where something is. */
  protected abstract fault(): RowFault;

  protected result(): Int64 {
    const what = (): string => JSON.stringify(this.text);
    if (this.instant !== null) return inYears(this.instant, 0, 'TIMESTAMP', what);
    const read: ReadDate = {
      year: this.year + 1900 + (this.century === null ? 0 : this.century * 100 - 1900),
      month: this.month,
      day: this.day,
      yearAt: this.yearAt,
      monthAt: this.monthAt,
      dayAt: this.dayAt,
      isPlain: this.isPlain,
    };
    const { year, month, day } = withWeeks(read, this.weeks);
    if (!isCivilDay(year, month, day)) throw this.fault();
    const hour = this.hour + (this.isTwelveHours && this.isAfternoon ? 12 : 0);
    // A clock of twelve hours may have been told by two elements that do not agree.
    if (hour > 23 || this.second > 60) throw this.fault();
    const isLeapSecond = this.second === 60;
    const clock = hour * 3600 + this.minute * 60 + (isLeapSecond ? 59 : this.second);
    const zone = this.offset === null ? this.zone : UTC;
    const seconds = zone.instantOf(daysOf(year, month, day) * SECONDS_OF_DAY + clock) - (this.offset ?? 0);
    return inYears(seconds + (isLeapSecond ? 1 : 0), isLeapSecond ? 0 : this.micros, 'TIMESTAMP', what);
  }

  protected tellYear(): void {
    this.yearAt = this.position;
    this.isPlain = true;
  }

  protected tellMonth(month: number): void {
    this.month = month;
    this.monthAt = this.position;
    this.isPlain = true;
  }

  protected tellDay(day: number): void {
    this.day = day;
    this.dayAt = this.position;
    this.isPlain = true;
  }

  protected week(kind: WeekElement['kind'], value: number): void {
    this.weeks.push({ kind, value, position: this.position });
  }

  protected fourDigitYear(): void {
    const from = this.at;
    this.year = this.number(4, 0, 9999) - 1900;
    if (this.at - from !== 4) this.fail();
    this.century = null;
    this.tellYear();
  }

  protected shortYear(year: number): void {
    this.year = year >= 69 ? year : year + 100;
    this.tellYear();
  }

  protected clock(hasSeconds: boolean): void {
    this.isTwelveHours = false;
    this.hour = this.padded(0, 23, 2);
    this.expect(':');
    this.minute = this.padded(0, 59, 2);
    if (!hasSeconds) return;
    this.expect(':');
    this.second = this.padded(0, 61, 2);
  }

  protected twelve(): void {
    this.skipSpace();
    this.hour = this.number(2, 1, 12) % 12;
    this.isTwelveHours = true;
  }

  protected meridian(): void {
    const word = this.text.slice(this.at, this.at + 2).toUpperCase();
    if (word !== 'AM' && word !== 'PM') {
      this.fail();
      return;
    }
    this.isAfternoon = word === 'PM';
    this.at += 2;
  }

  protected fractional(digits: number): void {
    this.second = this.number(2, 0, 60);
    if (digits === 0 || this.text[this.at] !== '.') return;
    const fraction = /^\d*/.exec(this.text.slice(this.at + 1))?.[0].slice(0, digits) ?? '';
    if (fraction === '') {
      this.fail();
      return;
    }
    this.micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
    this.at += 1 + fraction.length;
  }

  protected zoneOffset(separator: '' | ':'): void {
    if (separator === ':' && this.text[this.at] === 'Z') {
      this.at += 1;
      this.offset = 0;
      return;
    }
    const pattern = separator === ':' ? /([+-])(\d\d)(?::?(\d\d))?/y : /([+-])(\d\d)(\d\d)?/y;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null || Number(match[2]) > 23) {
      this.fail();
      return;
    }
    const hasMinutes = match[3] !== undefined && Number(match[3]) <= 59;
    const minutes = Number(match[2]) * 60 + (hasMinutes ? Number(match[3]) : 0);
    if (minutes > 14 * 60) {
      this.fail();
      return;
    }
    this.offset = (match[1] === '-' ? -minutes : minutes) * 60;
    // What is no minutes is left, the separator before it too.
    this.at += hasMinutes ? match[0].length : 3;
  }

  protected zoneName(): void {
    const name = /^[^ \t\n\v\f\r]*/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.zone = this.zoneNamed(name);
    this.offset = null;
    this.at += name.length;
  }

  protected epoch(): void {
    this.instant = this.number(12, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }
}
