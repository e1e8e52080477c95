import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyPartitions, partitionsOf } from './partitions.ts';

const DAY_MS = 86_400_000;
const days = partitionsOf(dailyPartitions);
const hours = partitionsOf({ format: 'yyyy-MM-dd-HH', spanMs: 3_600_000 });
const thirds = partitionsOf({ format: 'yyyyMMddHH', spanMs: 3 * 3_600_000 });

describe('partitions', () => {
  test('hold instants', () => {
    expect(days.at(0)).toBe('1970-01-01');
    expect(days.at(-1)).toBe('1969-12-31');
    expect(days.beforeInstant(DAY_MS)).toBe('1970-01-01');
    expect(hours.at(1_735_689_599_999)).toBe('2024-12-31-23');
    expect(thirds.at(5 * 3_600_000)).toBe('1970010103');
    expect(days.startMs('2024-02-29')).toBe(1_709_164_800_000);
  });

  test('shift over months, leap days and years', () => {
    expect(days.shift('2024-02-28', 1)).toBe('2024-02-29');
    expect(days.shift('2024-12-31', 1)).toBe('2025-01-01');
    expect(days.shift('1970-01-01', -40)).toBe('1969-11-22');
    expect(hours.shift('2024-02-29-00', -1)).toBe('2024-02-28-23');
  });

  test('of hours may stand at any hour, and keep it', () => {
    expect(thirds.shift('2023011001', -2)).toBe('2023010919');
    expect(thirds.plus('2023011001', 3_600_000)).toBe('2023011001');
    expect(thirds.plus('2023011001', -3_600_000)).toBe('2023010922');
  });

  test('a length of time later, whole partitions are passed', () => {
    expect(days.plus('1970-01-01', 36 * 3_600_000)).toBe('1970-01-02');
    expect(days.plus('1970-01-01', -36 * 3_600_000)).toBe('1969-12-30');
    expect(hours.plus('1970-01-01-00', -30 * DAY_MS)).toBe('1969-12-02-00');
  });

  test('from one on for a length of time', () => {
    expect(days.from('2024-02-28', 2 * DAY_MS)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(days.from('2024-02-28', 1)).toEqual(['2024-02-28', '2024-02-29']);
    expect(days.from('2024-02-28', 0)).toEqual(['2024-02-28']);
  });

  test('between two, both included', () => {
    expect(hours.between('2024-02-28-22', '2024-02-29-01')).toHaveLength(4);
    expect(days.between('2024-02-29', '2024-02-29')).toEqual(['2024-02-29']);
    expect(days.between('2024-02-29', '2024-02-28')).toEqual([]);
    expect(() => hours.between('1000-01-01-00', '2000-01-01-00')).toThrow('more than 1000000');
  });

  test('shifting there and back leads home, and the next begins where one ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(days, hours, thirds), fc.integer(), fc.integer(), (partitions, at, count) => {
        const start = partitions.at(at);
        const steps = count % 100_000;
        expect(partitions.shift(partitions.shift(start, steps), -steps)).toBe(start);
        expect(partitions.startMs(partitions.shift(start, 1))).toBe(partitions.startMs(start) + partitions.spec.spanMs);
        expect(partitions.startMs(start)).toBeLessThanOrEqual(at);
      }),
    );
  });

  test('names of another format are refused', () => {
    expect(() => days.shift('20240101', 1)).toThrow('"20240101" is not a partition: it should look like yyyy-MM-dd.');
    expect(() => days.startMs('2023-02-29')).toThrow('is not a partition');
  });

  test.each([
    ['yyyy-MM', 31 * DAY_MS, 'months and years are of no one length'],
    ['yyyy-MM-dd', 3_600_000, 'two of 3600000 ms would have one name'],
    ['yyyy-MM-dd', 0, 'two of 0 ms'],
    ['yyyy-MM-dd', DAY_MS + 0.5, 'cannot name partitions of 86400000.5 ms'],
  ])('%s cannot name partitions of %d ms', (format, spanMs, why) => {
    expect(() => partitionsOf({ format, spanMs })).toThrow(why);
  });
});
