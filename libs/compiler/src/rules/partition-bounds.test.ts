import type { TableInfo } from '@isochron/thrift';
import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';
import { faultsOf, objectOf, sums } from '../objects.fixture.ts';

describe('start and end are days in order', () => {
  it('in the wrong order', () => {
    expect(complaints(group({ sources: [source({ start: '2001-06-30', end: '2001-06-01' })] }))).toMatchInlineSnapshot(`
      [
        "5 start-after-end: The start 2001-06-30 is after the end 2001-06-01. | Exchange them.",
      ]
    `);
  });

  it('no days', () => {
    expect(complaints(group({ sources: [source({ start: '2001-02-30', end: 'June' })] }))).toMatchInlineSnapshot(`
      [
        "5 bad-day: The end "June" is not a day. | Write it as 2001-06-30.",
        "5 bad-day: The start "2001-02-30" is not a day. | Write it as 2001-06-30.",
      ]
    `);
  });
});

it('has nothing against days in order, in any format that sorts', () => {
  const compact = { column: 'hour', format: 'yyyyMMddHH', every: '1h', late: null, waitFor: [], isTime: false };
  expect(complaints(group({ sources: [source({ start: '2001-01-01', end: '2001-06-30' })] }))).toEqual([]);
  expect(complaints(group({ sources: [source({ start: '2001010100', partition: compact })] }))).toEqual([]);
});

it('leaves bounds alone where a column of times has a format that is none', () => {
  const times = { column: 'at', format: '', every: null, late: null, waitFor: [], isTime: true };
  expect(complaints(group({ sources: [source({ start: '2001-01-01', partition: times })] }))).toEqual([]);
});

it('refuses formats that do not sort, and spans that they cannot tell apart', () => {
  const cut = { column: null, format: 'dd-MM-yyyy', every: null, late: null, waitFor: [], isTime: false };
  expect(complaints(group({ sources: [source({ partition: cut })] }))).toMatchInlineSnapshot(`
    [
      "5 bad-partition: The pattern "dd-MM-yyyy" cannot name partitions: dd stands where yyyy is due; texts sort by time only from the year down, without a gap. | A format has years, months and days at least, the greatest first, such as yyyy-MM-dd; a span is whole hours or days, such as '1d'.",
    ]
  `);
  const hours = { ...cut, format: null, every: '1h' };
  expect(complaints(group({ sources: [source({ partition: hours })] }))).toMatchInlineSnapshot(`
    [
      "5 bad-partition: The format "yyyy-MM-dd" cannot name partitions of 3600000 ms: two of 3600000 ms would have one name. | A format has years, months and days at least, the greatest first, such as yyyy-MM-dd; a span is whole hours or days, such as '1d'.",
    ]
  `);
});

it('refuses tables of its own that are cut so', () => {
  const { executionInfo: _, ...metaData } = sums().metaData ?? {};
  const own = (outputTableInfo: TableInfo) =>
    faultsOf(objectOf('group-by', sums({ metaData: { ...metaData, executionInfo: { outputTableInfo } } })));
  expect(own({ partitionFormat: 'MM-dd' })).toMatchInlineSnapshot(`
    [
      "metaData.executionInfo.outputTableInfo bad-partition: The pattern "MM-dd" cannot name partitions: MM stands where yyyy is due; texts sort by time only from the year down, without a gap. | A format has years, months and days at least, the greatest first, such as yyyy-MM-dd; a span is whole hours or days, such as '1d'.",
    ]
  `);
  expect(own({ partitionInterval: { length: 0, timeUnit: 1 }, timePartitioned: true })).toMatchInlineSnapshot(`
    [
      "metaData.executionInfo.outputTableInfo bad-partition: The format "yyyy-MM-dd HH:mm:ss" cannot name partitions of 0 ms: two of 0 ms would have one name. | A format has years, months and days at least, the greatest first, such as yyyy-MM-dd; a span is whole hours or days, such as '1d'.",
    ]
  `);
  expect(own({ partitionFormat: 'yyyyMMdd', partitionColumn: 'day' })).toEqual([]);
});
