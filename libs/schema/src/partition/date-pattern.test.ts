import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datePattern } from './date-pattern.ts';

const instants = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });

test.each([
  ['yyyy-MM-dd', 0, '1970-01-01'],
  ['yyyy-MM-dd', 1_709_164_800_000, '2024-02-29'],
  ['yyyyMMdd', -1, '19691231'],
  ['uuuu-MM-dd-HH', -1, '1969-12-31-23'],
  ['yyyy-MM-dd HH:mm:ss', 1_735_689_599_999, '2024-12-31 23:59:59'],
  ["yyyy-MM-dd'T'HH:mm", 60_000, '1970-01-01T00:01'],
  ["yyyy 'o''clock' ''", 0, "1970 o'clock '"],
  ['yyyy/MM.', 0, '1970/01.'],
  ['yyyy-MM-dd', -62_167_219_200_000, '0000-01-01'],
])('%s of %i is %s', (text, epochMs, expected) => {
  expect(datePattern(text).format(epochMs)).toBe(expected);
});

test('a text is read back as the first instant that it stands for', () => {
  const formats = fc.constantFrom('yyyy', 'yyyy-MM', 'yyyyMMdd', 'yyyy-MM-dd-HH', 'yyyy-MM-dd HH:mm', 'yyyyMMddHHmmss');
  fc.assert(
    fc.property(formats, instants, (format, epochMs) => {
      const pattern = datePattern(format);
      const start = pattern.parse(pattern.format(epochMs)) ?? Number.NaN;
      expect(start).toBeLessThanOrEqual(epochMs);
      expect(pattern.format(start)).toBe(pattern.format(epochMs));
      expect(start === -62_167_219_200_000 || pattern.format(start - 1) !== pattern.format(epochMs)).toBe(true);
    }),
  );
});

test('texts sort as their instants', () => {
  const pattern = datePattern('yyyy-MM-dd-HH');
  fc.assert(
    fc.property(instants, instants, (left, right) => {
      const [a, b] = [pattern.format(left), pattern.format(right)];
      expect(Math.sign((pattern.parse(a) ?? 0) - (pattern.parse(b) ?? 0))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-01', '24-01-01', '2024-01-01 ', '2024-1-1', '', 'x'])(
  '"%s" is no date',
  (text) => expect(datePattern('yyyy-MM-dd').parse(text)).toBe(null),
);

test.each([
  ['2024-01-01-24', 'yyyy-MM-dd-HH'],
  ['2024-01-01 00:60', 'yyyy-MM-dd HH:mm'],
])('"%s" is no time', (text, format) => expect(datePattern(format).parse(text)).toBe(null));

test.each([
  ['', 'it has no year; begin with yyyy'],
  ['MM-dd', 'MM stands where yyyy is due'],
  ['dd.MM.yyyy', 'dd stands where yyyy is due'],
  ['yyyy-dd', 'dd stands where MM is due'],
  ['yyyy-MM-dd-dd', 'dd stands where HH is due'],
  ['yyyy-M-d', 'M is not one of yyyy, MM, dd, HH, mm, ss'],
  ['yy-MM-dd', 'yy is not one of'],
  ['dt=yyyy-MM-dd', 'd is not one of'],
  ['YYYY-MM-dd', 'YYYY is the year of the week, write yyyy'],
  ['yyyy-MM-dd[HH]', '[ has a meaning of its own in patterns'],
  ["yyyy'T", "' has a meaning of its own in patterns"],
])('the pattern "%s" is refused: %s', (text, why) => expect(() => datePattern(text)).toThrow(why));

test('years of other lengths are refused', () => {
  expect(() => datePattern('yyyy').format(253_402_300_800_000)).toThrow('outside of the years 0 to 9999');
  expect(() => datePattern('yyyy').format(Number.NaN)).toThrow('outside of the years 0 to 9999');
});
