import { describe, expect, test } from 'vitest';
import { type GroupBy, groupByStruct, joinStruct, Operation } from './generated/index.ts';
import { parseJson } from './json-value.ts';
import { problemText, type ReadingOptions, readJson } from './read-json.ts';
import { toJson, toPrettyJson } from './write-json.ts';

const json = (operation: number | string, more = '') =>
  `{"aggregations":[{"inputColumn":"x","operation":${operation}}]${more === '' ? '' : `,${more}`}}`;

function read(text: string, options?: ReadingOptions) {
  const reading = readJson(groupByStruct, text, options);
  if (reading.kind === 'refused') return { problems: reading.problems.map(problemText) };
  return { fork: reading.fork, operation: reading.value.aggregations?.[0]?.operation };
}

const ambiguous = (number: number, zipline: string, airbnb: string, why: string) => ({
  problems: [
    `aggregations[0].operation: ${number} is ${zipline} in files of zipline and ${airbnb} in those of airbnb, and ${why}; say which fork compiled it`,
  ],
});

describe('a fork that is chosen', () => {
  test('says what 18 and 19 are', () => {
    expect(read(json(18), { fork: 'zipline' })).toEqual({ fork: 'zipline', operation: Operation.APPROX_FREQUENT_K });
    expect(read(json(19), { fork: 'zipline' })).toEqual({
      fork: 'zipline',
      operation: Operation.APPROX_HEAVY_HITTERS_K,
    });
    expect(read(json(19), { fork: 'airbnb' })).toEqual({ fork: 'airbnb', operation: Operation.BOUNDED_UNIQUE_COUNT });
  });

  test('counts even where the file looks like another', () => {
    expect(read(json(19, '"metaData":{"modeToEnvMap":{}}'), { fork: 'zipline' })).toEqual({
      fork: 'zipline',
      operation: Operation.APPROX_HEAVY_HITTERS_K,
    });
  });

  test('operations that airbnb has and we have not, or the other way round, are refused', () => {
    expect(read(json(18), { fork: 'airbnb' })).toEqual({
      problems: [expect.stringContaining('aggregations[0].operation: 18 is APPROX_HISTOGRAM_K in files of airbnb')],
    });
    for (const number of [20, 1001]) {
      expect(read(json(number), { fork: 'airbnb' })).toEqual({
        problems: [`aggregations[0].operation: ${number} is not an Operation of airbnb`],
      });
    }
  });

  test('a file is written again with the numbers that it had', () => {
    const text = json(19, '"metaData":{"modeToEnvMap":{"backfill":{"CORES":"4"}},"name":"a.b.c"}');
    const reading = readJson(groupByStruct, text);
    if (reading.kind === 'refused' || reading.fork === null) throw new Error('it is certain');
    expect(toJson(groupByStruct, reading.value, { fork: reading.fork })).toBe(text);
    expect(parseJson(toPrettyJson(groupByStruct, reading.value, { fork: reading.fork }))).toEqual(parseJson(text));
    expect(toJson(groupByStruct, reading.value)).toContain('"operation":1001');
    const groupBy: GroupBy = { aggregations: [{ operation: Operation.UNIQUE_TOP_K }] };
    expect(() => toJson(groupByStruct, groupBy, { fork: 'airbnb' })).toThrow('Operation 20 has no number in files of');
  });
});

describe('a fork that is not chosen', () => {
  test.each([
    ['"metaData":{"modeToEnvMap":{}}'],
    ['"metaData":{"dependencies":[]}'],
    ['"metaData":{"offlineSchedule":"@daily"}'],
    ['"isIncremental":0'],
    ['"derivations":[{"name":"a","metaData":{}}]'],
  ])('is airbnb by %s', (evidence) => {
    expect(read(json(19, evidence))).toEqual({ fork: 'airbnb', operation: Operation.BOUNDED_UNIQUE_COUNT });
  });

  test.each([
    ['"metaData":{"executionInfo":{"offlineSchedule":"@daily"}}'],
    ['"metaData":{"version":"1"}'],
    ['"sources":[{"events":{"query":{"partitionFormat":"yyyyMMdd"}}}]'],
    ['"sources":[{"joinSource":{"join":{"useLongNames":1,"joinParts":[]}}}]'],
  ])('is zipline by %s', (evidence) => {
    expect(read(json(19, evidence))).toEqual({ fork: 'zipline', operation: Operation.APPROX_HEAVY_HITTERS_K });
  });

  test('is zipline by an operation that airbnb does not have', () => {
    const both = '{"aggregations":[{"operation":18},{"operation":20}]}';
    expect(read(both)).toEqual({ fork: 'zipline', operation: Operation.APPROX_FREQUENT_K });
  });

  test('is found in a part of the file for the whole of it', () => {
    const text = `{"joinParts":[{"groupBy":${json(19)}},{"groupBy":{"metaData":{"deprecationDate":"2026-01-01"}}}]}`;
    const reading = readJson(joinStruct, text);
    expect(reading).toMatchObject({
      fork: 'airbnb',
      value: { joinParts: [{ groupBy: { aggregations: [{ operation: 1001 }] } }, {}] },
    });
  });

  test('is never guessed: without evidence the two readings are told', () => {
    const nothing = 'nothing in the file tells which it is';
    expect(read(json(18))).toEqual(ambiguous(18, 'APPROX_FREQUENT_K', 'APPROX_HISTOGRAM_K', nothing));
    expect(read(json(19, '"backfillStartDate":"2024-01-01","metaData":{"name":"a","executionInfo":null}'))).toEqual(
      ambiguous(19, 'APPROX_HEAVY_HITTERS_K', 'BOUNDED_UNIQUE_COUNT', nothing),
    );
  });

  test('is never guessed: evidence of both is told', () => {
    const both = '"metaData":{"executionInfo":{},"modeToEnvMap":{}}';
    expect(read(json(19, both))).toEqual(
      ambiguous(
        19,
        'APPROX_HEAVY_HITTERS_K',
        'BOUNDED_UNIQUE_COUNT',
        "the file has a field of each: metaData.executionInfo is zipline's, metaData.modeToEnvMap is airbnb's",
      ),
    );
  });

  test('does not matter where no number depends on it, nor where names are written', () => {
    expect(read(json(7))).toEqual({ fork: null, operation: Operation.SUM });
    expect(read(json('"APPROX_FREQUENT_K"'))).toEqual({ fork: null, operation: Operation.APPROX_FREQUENT_K });
    expect(read(json(7, '"metaData":{"executionInfo":{},"modeToEnvMap":{}}'))).toEqual({
      fork: null,
      operation: Operation.SUM,
    });
  });
});
