import { expect, test } from 'vitest';
import { eventSource, groupBy, join, part, stagingQuery, table } from './index.ts';
import { faultsOf, nothingSaid, plain } from './plain.fixture.ts';

const flights = table('flights', { delay: 'INT64', origin: 'STRING' });
const delays = eventSource({ table: flights, time: '0', select: { delay: 'delay', origin: 'origin' } });
const byOrigin = groupBy({
  version: 1,
  sources: [delays],
  keys: ['origin'],
  aggregations: ({ delay }) => [delay.sum('7d')],
});

test('what is said of a definition', () => {
  const daily = stagingQuery({
    version: 1,
    query: 'SELECT 1',
    production: false,
    description: 'Flights, cleaned.',
    owners: ['ada', 'bob'],
    tags: { tier: '1' },
    columnDescriptions: { delay: 'Minutes late.' },
    columnTags: { delay: { pii: 'no' } },
    output: {
      namespace: 'features',
      table: 'features.flights',
      properties: { format: 'parquet' },
      partitionColumns: ['origin'],
      partition: { column: 'day' },
    },
    run: {
      schedule: '@daily',
      onlineSchedule: '0 3 * * *',
      stepDays: 7,
      historical: true,
      statistics: true,
      env: { common: { MEMORY: '4G' }, backfill: { MEMORY: '9G' } },
      conf: { upload: { a: 'b' } },
      clusterConf: { common: { workers: '2' } },
      dependencyPollIntervalMs: 1000,
      healthCheckIntervalMs: 2000,
      kvPollIntervalMs: 3000,
    },
    customJson: '{"a": 1}',
  });

  expect(plain(daily.metadata)).toEqual({
    production: false,
    description: 'Flights, cleaned.',
    owners: ['ada', 'bob'],
    tags: { tier: '1' },
    columnDescriptions: { delay: 'Minutes late.' },
    columnTags: { delay: { pii: 'no' } },
    output: {
      namespace: 'features',
      table: 'features.flights',
      properties: { format: 'parquet' },
      partitionColumns: ['origin'],
      partition: { column: 'day', format: null, every: null, late: null, waitFor: [], isTime: false },
    },
    run: {
      schedule: '@daily',
      onlineSchedule: '0 3 * * *',
      stepDays: 7,
      historical: true,
      statistics: true,
      env: { common: { MEMORY: '4G' }, backfill: { MEMORY: '9G' } },
      conf: { upload: { a: 'b' } },
      clusterConf: { common: { workers: '2' } },
      dependencyPollIntervalMs: 1000,
      healthCheckIntervalMs: 2000,
      kvPollIntervalMs: 3000,
    },
    monitor: nothingSaid.monitor,
    customJson: '{"a": 1}',
  });
});

test('what is watched of a join', () => {
  const watched = join({
    version: 1,
    left: delays,
    parts: [part(byOrigin)],
    monitor: {
      samplePercent: 12.5,
      consistency: true,
      consistencyPercent: 5,
      drift: {
        slices: ['origin'],
        derive: { late: 'delay > 15' },
        cardinality: { origin: 'low' },
        tile: '30m',
        lookbacks: ['1d', '7d'],
        metric: 'psi',
      },
    },
  });

  expect(plain(watched.metadata.monitor)).toEqual({
    samplePercent: 12.5,
    consistency: true,
    consistencyPercent: 5,
    drift: {
      slices: ['origin'],
      derive: { late: 'delay > 15' },
      cardinality: { origin: 'low' },
      tile: '30m',
      lookbacks: ['1d', '7d'],
      metric: 'psi',
    },
  });
});

test('every fault of a call is said at once, by the whole name of the option', () => {
  const faults = faultsOf(import.meta.url, join, {
    version: 1,
    left: delays,
    parts: [part(byOrigin)],
    production: 'no',
    owners: 'ada',
    tags: { owners: 'ada' },
    columnTags: { delay: { description: 'x', pii: false }, late: 'x' },
    output: 'features',
    run: { shedule: '@daily', stepDays: 'x', env: { common: 'x', backfill: { MEMORY: 9 } } },
    monitor: { samplePercent: 101, drift: { cardinality: { origin: 'medium' }, metric: 'x' } },
    customJson: { a: 1 },
  });

  expect(faults).toEqual([
    "join: 'monitor.samplePercent' must be a number from 0 to 100, not 101.",
    "join: 'monitor.drift.cardinality.origin' must be 'low' or 'high', not 'medium'.",
    "join: 'monitor.drift.metric' must be 'jensen-shannon' or 'hellinger' or 'psi', not 'x'.",
    "join: 'columnTags.delay.pii' must be a string, not false.",
    "join: 'columnTags.late' must be an object of strings, not 'x'.",
    "join: 'tags.owners' has an option of its own: owners.",
    "join: 'columnTags.delay.description' belongs into columnDescriptions.",
    "join: 'production' must be true or false, not 'no'.",
    "join: 'owners' must be an array of strings, not 'ada'.",
    "join: 'output' must be an object with namespace, table, properties, partitionColumns, partition, not 'features'.",
    expect.stringMatching(/^join has no option 'run\.shedule'; run has schedule, onlineSchedule, /),
    "join: 'run.stepDays' must be a whole number, 0 or greater, not 'x'.",
    "join: 'run.env.common' must be an object of strings, not 'x'.",
    "join: 'run.env.backfill.MEMORY' must be a string, not 9.",
    "join: 'customJson' must be a string, not an object.",
  ]);
});
