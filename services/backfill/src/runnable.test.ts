import { type DefinitionObject, planOf } from '@isochron/compiler';
import { stringType } from '@isochron/schema';
import { expect, it } from 'vitest';
import { runnable } from './runnable.ts';

const catalog = {
  tables: new Map([
    ['users', [{ name: 'user', type: stringType }]],
    ['changes', ['user', 'at'].map((name) => ({ name, type: stringType }))],
  ]),
};

/** What the worker says of an object that is right. */
function refusalOf(object: DefinitionObject): string {
  const { plan, diagnostics } = planOf(object, catalog);
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  try {
    runnable(plan);
    return 'runs';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

const users = { entities: { snapshotTable: 'users', query: { selects: { user: 'user' }, partitionColumn: 'day' } } };
const profiles = { metaData: { name: 'team.file.profiles__1' }, sources: [users], keyColumns: ['user'] };
const events = { events: { table: 'users', query: { selects: { user: 'user' }, startPartition: '2001-01-01' } } };
const counts = {
  metaData: { name: 'team.file.counts__1' },
  sources: [events],
  keyColumns: ['user'],
  aggregations: [{ inputColumn: 'user', operation: 6 }],
} as const;

it('names everything in a plan that it cannot run', () => {
  const metaData = { name: 'team.file.joined__1' };
  const left = { events: { table: 'users', query: { selects: { user: 'user' } } } };
  const joinParts = [{ groupBy: profiles, useLongNames: false }];
  const skewKeys = { user: ["'x'"] };
  expect(
    refusalOf({ kind: 'join', name: 'team/file.joined__1', thrift: { metaData, left, joinParts, skewKeys } }),
  ).toBe(
    'team/file.joined__1: this backfill does not compute group-bys without aggregations, sources of entities, tables partitioned by day instead of ds and joins without the rows of skewed keys yet.',
  );
});

it('names kinds that it does not run', () => {
  const thrift = { metaData: { name: 'team.file.daily__1' }, query: 'SELECT 1' };
  expect(refusalOf({ kind: 'staging-query', name: 'team/file.daily__1', thrift })).toBe(
    'team/file.daily__1: this backfill does not run staging queries yet.',
  );
});

it('names columns that a table would be cut by besides the day', () => {
  const metaData = { ...counts.metaData, additionalOutputPartitionColumns: ['user'] };
  expect(refusalOf({ kind: 'group-by', name: 'team/file.counts__1', thrift: { ...counts, metaData } })).toBe(
    'team/file.counts__1: this backfill does not compute output tables partitioned by user yet.',
  );
});

it('names partitions that its own table is to have otherwise', () => {
  const outputTableInfo = { partitionFormat: 'yyyyMMddHH', partitionInterval: { length: 1, timeUnit: 0 } } as const;
  const metaData = { ...counts.metaData, executionInfo: { outputTableInfo } };
  expect(refusalOf({ kind: 'group-by', name: 'team/file.counts__1', thrift: { ...counts, metaData } })).toBe(
    'team/file.counts__1: this backfill does not compute output tables with partitions written as yyyyMMddHH and output tables with partitions of other than one day yet.',
  );
});

it('runs what it can', () => {
  expect(refusalOf({ kind: 'group-by', name: 'team/file.counts__1', thrift: counts })).toBe('runs');
});
