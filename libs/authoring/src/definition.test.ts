import { describe, expect, test } from 'vitest';
import { byOrigin as untypedGroupBy, lateness as untypedJoin } from '../fixtures/untyped.js';
import { eventSource, groupBy, isDefinition, join, part, table } from './index.ts';
import { faultsOf, nothingSaid, plain } from './plain.fixture.ts';

const flights = table('flights', { date: 'TIMESTAMP', delay: 'INT64', origin: 'STRING', destination: 'STRING' });
const arrivals = eventSource({
  table: flights,
  topic: 'flights',
  time: 'UNIX_MILLIS(date)',
  lag: '2d',
  start: '2001-01-01',
  end: '2001-06-30',
  select: { origin: 'origin', destination: 'destination', delay: 'delay', late: 'IF(delay > 15, 1, 0)' },
  where: ['delay IS NOT NULL'],
});
const byOrigin = groupBy({
  version: 1,
  online: true,
  accuracy: 'temporal',
  dialect: 'spark',
  sources: [arrivals],
  keys: ['origin'],
  aggregations: ({ delay, late, destination }) => [
    delay.average('1h', '7d'),
    late.sum('7d').by('destination'),
    destination.lastK(10),
    destination.boundedUniqueCount({ k: 16 }, '30d'),
    delay.approxPercentile({ percentiles: '[0.5]' }),
    delay.approxPercentile({ percentiles: [0.5, 0.99], k: 200 }),
  ],
});

describe('what is written is what is recorded', () => {
  test('a source', () => {
    expect(plain(arrivals)).toEqual({
      kind: 'event-source',
      table: {
        kind: 'table',
        name: 'flights',
        columns: { date: 'TIMESTAMP', delay: 'INT64', origin: 'STRING', destination: 'STRING' },
      },
      topic: 'flights',
      time: 'UNIX_MILLIS(date)',
      lag: '2d',
      start: '2001-01-01',
      end: '2001-06-30',
      select: { origin: 'origin', destination: 'destination', delay: 'delay', late: 'IF(delay > 15, 1, 0)' },
      where: ['delay IS NOT NULL'],
      id: null,
      cumulative: false,
      partition: null,
      setup: [],
    });
  });

  test('a GroupBy', () => {
    const aggregation = { kind: 'aggregation', args: {}, windows: [], buckets: [] };
    expect(plain(byOrigin)).toEqual({
      kind: 'group-by',
      version: 1,
      online: true,
      metadata: nothingSaid,
      accuracy: 'temporal',
      dialect: 'spark',
      sources: [plain(arrivals)],
      keys: ['origin'],
      aggregations: [
        { ...aggregation, input: 'delay', operation: 'AVERAGE', windows: ['1h', '7d'] },
        { ...aggregation, input: 'late', operation: 'SUM', windows: ['7d'], buckets: ['destination'] },
        { ...aggregation, input: 'destination', operation: 'LAST_K', args: { k: '10' } },
        {
          ...aggregation,
          input: 'destination',
          operation: 'BOUNDED_UNIQUE_COUNT',
          args: { k: '16' },
          windows: ['30d'],
        },
        { ...aggregation, input: 'delay', operation: 'APPROX_PERCENTILE', args: { percentiles: '[0.5]' } },
        {
          ...aggregation,
          input: 'delay',
          operation: 'APPROX_PERCENTILE',
          args: { percentiles: '[0.5,0.99]', k: '200' },
        },
      ],
      derive: {},
      keep: null,
    });
  });

  test('a join, and what is left out is null or empty', () => {
    const left = eventSource({ table: flights, time: '0', select: { origin: 'origin', destination: 'destination' } });
    const lateness = join({
      version: 2,
      left,
      parts: [part(byOrigin), part(byOrigin, { on: { destination: 'origin' }, prefix: 'arrival' })],
    });

    expect(left).toMatchObject({ topic: null, lag: null, start: null, end: null, where: [] });
    expect(plain(lateness)).toEqual({
      kind: 'join',
      version: 2,
      online: null,
      metadata: nothingSaid,
      dialect: null,
      left: plain(left),
      parts: [
        { kind: 'part', groupBy: plain(byOrigin), on: {}, prefix: null },
        { kind: 'part', groupBy: plain(byOrigin), on: { destination: 'origin' }, prefix: 'arrival' },
      ],
      external: [],
      bootstrap: [],
      labels: [],
      rowIds: [],
      skewKeys: {},
      longNames: false,
      derive: {},
      keep: null,
    });
  });

  test('definitions are frozen all the way down, and what the author passed is not', () => {
    const where = ['delay > 0'];
    const source = eventSource({ table: flights, time: '0', select: { origin: 'origin' }, where });

    expect(Object.isFrozen(byOrigin.aggregations?.[0]?.windows)).toBe(true);
    expect(Object.isFrozen(source.where)).toBe(true);
    expect(Object.isFrozen(where)).toBe(false);
  });
});

test('isDefinition knows what groupBy and join returned, and takes nothing that only looks like it', () => {
  expect(isDefinition(byOrigin)).toBe(true);
  expect(isDefinition(untypedJoin)).toBe(true);
  for (const other of [
    arrivals,
    flights,
    part(byOrigin),
    { ...byOrigin },
    null,
    undefined,
    'group-by',
    () => byOrigin,
  ]) {
    expect(isDefinition(other)).toBe(false);
  }
});

test('without types, names that are not there and windows that are none are recorded for the compiler, with their places', () => {
  expect(untypedGroupBy.keys).toEqual(['orign']);
  expect(untypedGroupBy.sources[0]?.select).toEqual({ origin: 'orgin', delay: 'delay' });
  expect(untypedGroupBy.aggregations).toMatchObject([
    { input: 'delay', operation: 'SUM', windows: ['7x'], place: { line: 10 } },
    { input: 'dely', operation: 'LAST_K', args: { k: '3' }, windows: ['7d'], buckets: ['orign'], place: { line: 10 } },
  ]);
  expect(untypedJoin.parts[0]?.on).toEqual({ nowhere: 'orign' });
});

describe('what has the wrong shape is refused where it is written, with every fault of the call', () => {
  const call = (callee: (...args: never[]) => unknown, ...args: unknown[]) =>
    faultsOf(import.meta.url, callee, ...args);
  const rows = { version: 1, sources: [arrivals], keys: ['origin'] };

  test('a GroupBy', () => {
    expect(call(groupBy, { version: 'x', online: 1, acuracy: 'SNAPSHOT', sources: flights, keys: 'origin' })).toEqual([
      expect.stringMatching(/^groupBy has no option 'acuracy'; it has version, online, accuracy, dialect, sources, /),
      "groupBy: 'version' must be a whole number, 0 or greater, not 'x'.",
      "groupBy: 'online' must be true or false, not 1.",
      "groupBy: 'sources' must be an array of what eventSource(), entitySource(), joinSource() or modelSource() returned, at least one, not an object.",
      "groupBy: 'keys' must be an array of strings, not 'origin'.",
    ]);
    expect(call(groupBy, { ...rows, accuracy: 'EXACT', dialect: 'SPARK', aggregations: () => [] })).toEqual([
      "groupBy: 'accuracy' must be 'temporal' or 'snapshot', not 'EXACT'.",
      "groupBy: 'dialect' must be 'googlesql' or 'spark', not 'SPARK'.",
    ]);
    expect(call(groupBy)[0]).toMatch(/^groupBy takes an object with version, online, .*, not missing\.$/);
    expect(call(groupBy, { ...rows, aggregations: 7 })).toEqual([
      "groupBy: 'aggregations' must be a function from columns to an array of aggregations, not 7.",
    ]);
  });

  test('its aggregations', () => {
    expect(call(groupBy, { ...rows, aggregations: () => undefined })[0]).toContain(
      'must return an array of aggregations, not missing',
    );
    expect(call(groupBy, { ...rows, aggregations: () => ['delay'] })[0]).toContain("element 1 of 'aggregations'");
    const handle = (columns: Record<string, Record<string, unknown>>) => [columns['delay']];
    expect(call(groupBy, { ...rows, aggregations: handle })[0]).toContain('must be an aggregation such as');
  });

  test('an operation that is none', () => {
    const faults = call(groupBy, {
      ...rows,
      aggregations: (columns: Record<string, Record<string, unknown>>) => columns['delay']?.['avrage'],
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^delay\.avrage is not an operation; a column has min, .*boundedUniqueCount/);
  });

  test('a table, a source, a part and a join', () => {
    expect(call(table, 7, { a: 1 })).toEqual([
      "table: 'name' must be a string, not 7.",
      "table: 'columns.a' must be a string, not 1.",
    ]);
    expect(call(eventSource, { table: { ...flights }, select: { a: 1 }, where: 'x', lag: 2 })).toEqual([
      "eventSource: 'table' must be what table() or stagingQuery() returned, not an object.",
      "eventSource: 'lag' must be a string, not 2.",
      "eventSource: 'select.a' must be a string, not 1.",
      "eventSource: 'where' must be an array of strings, not 'x'.",
    ]);
    expect(call(part, arrivals)).toEqual(['part takes what groupBy() returned, not an object.']);
    expect(call(join, { version: 1, left: arrivals, parts: [byOrigin] })).toEqual([
      "join: 'parts' must be an array of what part() returned, not an array.",
    ]);
  });
});

test('arguments of a method that make no sense are recorded as they were written', () => {
  const { aggregations } = groupBy({
    version: 1,
    sources: [arrivals],
    keys: ['origin'],
    aggregations: (columns) => [Reflect.apply(columns.delay.sum, undefined, [7, null, '7x'])],
  });

  expect(aggregations?.[0]?.windows).toEqual(['7', 'null', '7x']);
});
