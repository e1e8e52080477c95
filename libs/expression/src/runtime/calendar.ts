/** The proleptic Gregorian calendar: days since 1970-01-01, and what they are called. Whole numbers all through; every function is total. */

/** 0001-01-01 and 9999-12-31. */
export const DATE_MIN = -719_162;
export const DATE_MAX = 2_932_896;

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const isDate = (days: number): boolean => days >= DATE_MIN && days <= DATE_MAX;

export const floorDivide = (a: number, b: number): number => Math.floor(a / b);

/** The remainder of {@link floorDivide}: never negative, never -0. */
export const floorModulo = (a: number, b: number): number => {
  const rest = a % b;
  return rest < 0 ? rest + b : rest + 0;
};

const DAYS_OF_400_YEARS = 146_097;

/**
 * The number of a day. A month beyond 1 to 12 counts on into other years, and a day beyond its month into other months. Years are counted from March, so that
 * the leap day is the last of its year (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export function daysOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 3;
  const marchYear = floorDivide(months, 12);
  const monthOfYear = months - marchYear * 12;
  const era = floorDivide(marchYear, 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * monthOfYear + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - 719_468;
}

export function civilOf(days: number): CivilDay {
  const shifted = days + 719_468;
  const era = floorDivide(shifted, DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** Whether there is such a day, in any year. */
export const isCivilDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** 0 is Sunday. */
export const weekdayOf = (days: number): number => floorModulo(days + 4, 7);

/** The last such weekday up to this day. */
export const weekStart = (days: number, weekday: number): number => days - floorModulo(weekdayOf(days) - weekday, 7);

/** The year that most days of the week belong to, which begins on Monday (ISO 8601). */
export const isoYearOf = (days: number): number => civilOf(weekStart(days, 1) + 3).year;

/** The Monday on which an ISO year begins: that of the week with 4 January. */
export const isoYearStart = (isoYear: number): number => weekStart(daysOf(isoYear, 1, 4), 1);

export const dayOfYear = (days: number): number => days - daysOf(civilOf(days).year, 1, 1) + 1;

/** So many months on; a day that the month lacks becomes its last. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = civilOf(days);
  const count = year * 12 + month - 1 + months;
  const toYear = floorDivide(count, 12);
  const toMonth = count - toYear * 12 + 1;
  return daysOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}
