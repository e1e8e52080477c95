import { expect, test } from 'vitest';
import { dependency, stagingQuery, table } from './index.ts';
import { faultsOf, nothingSaid, plain } from './plain.fixture.ts';

const flights = table('flights', { delay: 'INT64' });
const noBounds = {
  kind: 'dependency',
  startOffset: '0d',
  endOffset: '0d',
  startCutOff: null,
  endCutOff: null,
  partition: null,
  cumulative: null,
  trigger: null,
  optional: null,
  recompute: null,
};

test('a staging query says what it reads; a table by itself is needed for the days computed', () => {
  const daily = stagingQuery({
    version: 3,
    query: 'SELECT * FROM flights WHERE ds BETWEEN {{ start_date }} AND {{ end_date }}',
    start: '2001-01-01',
    engine: 'bigquery',
    recomputeDays: 3,
    setup: ['SELECT 1'],
    dependsOn: [
      flights,
      dependency(flights, {
        startOffset: 'unbounded',
        endOffset: '1d',
        startCutOff: '2001-01-01',
        endCutOff: '2001-06-30',
        partition: { column: 'day' },
        cumulative: true,
        trigger: 'MAX(ds)',
        optional: true,
        recompute: true,
      }),
    ],
  });

  expect(plain(daily)).toEqual({
    kind: 'staging-query',
    version: 3,
    metadata: nothingSaid,
    query: 'SELECT * FROM flights WHERE ds BETWEEN {{ start_date }} AND {{ end_date }}',
    start: '2001-01-01',
    setup: ['SELECT 1'],
    engine: 'bigquery',
    recomputeDays: 3,
    columns: null,
    dependsOn: [
      { ...noBounds, table: plain(flights) },
      {
        ...noBounds,
        table: plain(flights),
        startOffset: null,
        endOffset: '1d',
        startCutOff: '2001-01-01',
        endCutOff: '2001-06-30',
        partition: { column: 'day', format: null, every: null, late: null, waitFor: [], isTime: false },
        cumulative: true,
        trigger: 'MAX(ds)',
        optional: true,
        recompute: true,
      },
    ],
  });
});

test('every fault of a call is said at once', () => {
  const call = (callee: (...args: never[]) => unknown, ...args: unknown[]) =>
    faultsOf(import.meta.url, callee, ...args);

  expect(call(stagingQuery, { version: -1, engine: 'presto', recomputeDays: 1.5, dependsOn: ['flights'] })).toEqual([
    "stagingQuery: 'dependsOn' must be an array of tables, staging queries and what dependency() returned, not an array.",
    "stagingQuery: 'version' must be a whole number, 0 or greater, not -1.",
    "stagingQuery: 'query' must be a string, not missing.",
    "stagingQuery: 'engine' must be 'spark' or 'bigquery' or 'snowflake', not 'presto'.",
    "stagingQuery: 'recomputeDays' must be a whole number, 0 or greater, not 1.5.",
  ]);
  expect(call(dependency, 'flights')).toEqual([
    "dependency takes what table() or stagingQuery() returned, not 'flights'.",
  ]);
  expect(call(dependency, flights, { endOffset: 7 })).toEqual(["dependency: 'endOffset' must be a string, not 7."]);
});
