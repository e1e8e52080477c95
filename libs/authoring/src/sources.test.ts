import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  entitySource,
  eventSource,
  groupBy,
  isDefinition,
  join,
  joinSource,
  part,
  stagingQuery,
  table,
} from './index.ts';
import { faultsOf, nothingAsked, plain } from './plain.fixture.ts';

const users = table('users', { id: 'INT64', country: 'STRING', seen: 'TIMESTAMP' });
const changes = table('user_changes', { id: 'INT64', country: 'STRING', changed_at: 'INT64', is_old: 'BOOL' });

test('an event source says how its table is cut, what an event is, and what its partitions hold', () => {
  const source = eventSource({
    table: users,
    select: { id: 'id' },
    id: 'id',
    cumulative: true,
    partition: { column: 'day', format: 'yyyyMMdd', every: '1d', late: '6h', waitFor: ['hr=23'], isTime: true },
    setup: ['CREATE TEMP FUNCTION f() AS (1)'],
  });

  expect(plain(source)).toEqual({
    ...nothingAsked,
    kind: 'event-source',
    table: plain(users),
    topic: null,
    lag: null,
    select: { id: 'id' },
    id: 'id',
    cumulative: true,
    partition: { column: 'day', format: 'yyyyMMdd', every: '1d', late: '6h', waitFor: ['hr=23'], isTime: true },
    setup: ['CREATE TEMP FUNCTION f() AS (1)'],
  });
});

describe('an entity source', () => {
  test('reads snapshots', () => {
    const source = entitySource({ snapshots: users, select: { id: 'id', country: 'country' } });

    expect(plain(source)).toEqual({
      ...nothingAsked,
      kind: 'entity-source',
      snapshots: plain(users),
      mutations: null,
      topic: null,
      mutationTime: null,
      reversal: null,
      select: { id: 'id', country: 'country' },
    });
  });

  test('and what changed since', () => {
    const source = entitySource({
      snapshots: users,
      mutations: changes,
      topic: 'user_changes',
      time: 'UNIX_MILLIS(seen)',
      mutationTime: 'changed_at',
      reversal: 'is_old',
      start: '2001-01-01',
      select: { id: 'id' },
    });

    expect(plain(source)).toMatchObject({
      mutations: { name: 'user_changes' },
      topic: 'user_changes',
      time: 'UNIX_MILLIS(seen)',
      mutationTime: 'changed_at',
      reversal: 'is_old',
      start: '2001-01-01',
    });
  });

  test('makes a GroupBy with its rows as they are', () => {
    const rows = groupBy({
      version: 1,
      sources: [entitySource({ snapshots: users, select: { id: 'id', country: 'country' } })],
      keys: ['id'],
    });

    expect(rows.aggregations).toBeNull();
  });
});

test('a join is a source, whose columns are given as a type that is not there at run time', () => {
  const byUser = groupBy({
    version: 1,
    sources: [eventSource({ table: users, time: '0', select: { id: 'id' } })],
    keys: ['id'],
    aggregations: ({ id }) => [id.count('1d')],
  });
  const left = eventSource({ table: users, time: '0', select: { id: 'id' } });
  const seen = join({ version: 1, left, parts: [part(byUser)] });
  const source = joinSource({
    join: seen,
    columns: columnsOf<{ readonly id: 'INT64'; readonly id_id_count_1d: 'INT64' }>(),
    time: 'ts',
    select: { id: 'id', count: 'id_id_count_1d' },
  });

  expect(plain(source)).toEqual({
    ...nothingAsked,
    kind: 'join-source',
    join: plain(seen),
    time: 'ts',
    select: { id: 'id', count: 'id_id_count_1d' },
  });
  expect(isDefinition(source)).toBe(false);
});

test('a staging query is read like a table', () => {
  const cleaned = stagingQuery({ version: 1, query: 'SELECT 1 AS id', columns: { id: 'INT64' } });

  expect(eventSource({ table: cleaned, time: '0', select: { id: 'id' } }).table).toBe(cleaned);
});

test('every fault of a call is said at once', () => {
  const call = (callee: (...args: never[]) => unknown, ...args: unknown[]) =>
    faultsOf(import.meta.url, callee, ...args);

  expect(
    call(eventSource, { table: users, select: {}, cumulative: 1, partition: { colum: 'x', waitFor: 'y' } }),
  ).toEqual([
    "eventSource: 'cumulative' must be true or false, not 1.",
    "eventSource has no option 'partition.colum'; partition has column, format, every, isTime, late, waitFor.",
    "eventSource: 'partition.waitFor' must be an array of strings, not 'y'.",
  ]);
  expect(call(entitySource, { mutations: 'x', time: 7 })).toEqual([
    "entitySource: 'snapshots' must be what table() or stagingQuery() returned, not missing.",
    "entitySource: 'mutations' must be what table() or stagingQuery() returned, not 'x'.",
    "entitySource: 'time' must be a string, not 7.",
  ]);
  expect(call(joinSource, { columns: {}, select: {} })).toEqual([
    "joinSource: 'join' must be what join() returned, not missing.",
    "joinSource: 'columns' must be what columnsOf() returned, not an object.",
  ]);
});
