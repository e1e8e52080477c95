import {
  dependency,
  entitySource,
  eventSource,
  groupBy,
  join,
  joinSource,
  part,
  stagingQuery,
  table,
} from '@isochron/authoring';
import { Accuracy, EngineType, ExpressionDialect, Operation, TimeUnit } from '@isochron/thrift';
import { describe, expect, it } from 'vitest';
import { type Defaults, type Lowered, lower, type Naming } from './lower.ts';

const nothing: Defaults = { dialect: 'googlesql', teams: {} };

const users = table('data.users', { id: 'INT64', country: 'STRING' });
const changes = table('data.user_changes/hr=00:00', { id: 'INT64', country: 'STRING' });

/** Every definition is called by its kind. */
const naming: Naming = ({ kind, version }) => ({
  name: `team/file.${kind.replace('-', '_')}__${version}`,
  sourceFile: 'features/team/file.ts',
});
const metaData = (kind: string) => ({
  name: `team.file.${kind}__1`,
  team: 'team',
  sourceFile: 'features/team/file.ts',
  version: '1',
  ...(kind !== 'staging_query' && { expressionDialect: ExpressionDialect.GOOGLESQL }),
});

const thrift = (lowered: Lowered) => {
  expect(lowered.findings).toEqual([]);
  return lowered.thrift;
};
const complaints = ({ findings }: Lowered) => findings.map(({ code, path, message }) => `${code} ${path}: ${message}`);

describe('sources', () => {
  it('of events', () => {
    const events = eventSource({
      table: users,
      topic: 'users',
      time: 'seen',
      lag: '2d',
      id: 'id',
      cumulative: true,
      start: '2001-01-01',
      end: '2001-06-30',
      select: { id: 'id' },
      where: ['id > 0'],
      setup: ['SELECT 1'],
      partition: { column: 'day', format: 'yyyyMMdd', every: '1h', late: '6h', waitFor: ['hr=23'], isTime: true },
    });
    const group = groupBy({ version: 1, sources: [events], keys: ['id'], aggregations: ({ id }) => [id.count('1d')] });

    expect(thrift(lower(group, naming, nothing))).toEqual({
      metaData: metaData('group_by'),
      keyColumns: ['id'],
      aggregations: [
        {
          inputColumn: 'id',
          operation: Operation.COUNT,
          argMap: {},
          windows: [{ length: 1, timeUnit: TimeUnit.DAYS }],
        },
      ],
      sources: [
        {
          events: {
            table: 'data.users',
            topic: 'users',
            isCumulative: true,
            query: {
              selects: { id: 'id' },
              wheres: ['id > 0'],
              startPartition: '2001-01-01',
              endPartition: '2001-06-30',
              timeColumn: 'seen',
              setups: ['SELECT 1'],
              partitionColumn: 'day',
              partitionFormat: 'yyyyMMdd',
              partitionInterval: { length: 1, timeUnit: TimeUnit.HOURS },
              partitionLag: { length: 6, timeUnit: TimeUnit.HOURS },
              subPartitionsToWaitFor: ['hr=23'],
              timePartitioned: true,
              eventLag: { length: 2, timeUnit: TimeUnit.DAYS },
              eventId: 'id',
            },
          },
        },
      ],
    });
  });

  it('of entities, whose rows are features as they are', () => {
    const group = groupBy({
      version: 1,
      online: false,
      accuracy: 'snapshot',
      sources: [
        entitySource({
          snapshots: users,
          mutations: changes,
          topic: 'changes',
          time: 'seen',
          mutationTime: 'changed_at',
          reversal: 'is_old',
          select: { id: 'id', country: 'country' },
        }),
      ],
      keys: ['id'],
    });

    expect(thrift(lower(group, naming, nothing))).toEqual({
      metaData: { ...metaData('group_by'), online: false },
      keyColumns: ['id'],
      accuracy: Accuracy.SNAPSHOT,
      sources: [
        {
          entities: {
            snapshotTable: 'data.users',
            mutationTable: 'data.user_changes/hr=00:00',
            mutationTopic: 'changes',
            query: {
              selects: { id: 'id', country: 'country' },
              timeColumn: 'seen',
              mutationTimeColumn: 'changed_at',
              reversalColumn: 'is_old',
            },
          },
        },
      ],
    });
  });

  it('of a join, which stands in them whole', () => {
    const left = eventSource({ table: users, time: 'seen', select: { id: 'id' } });
    const parent = join({ version: 1, left, parts: [part(counts())] });
    const chained = groupBy({
      version: 1,
      sources: [joinSource({ join: parent, time: 'ts', select: { id: 'id', n: 'id_id_count_1d' } })],
      keys: ['id'],
      aggregations: ({ n }) => [n.sum('7d')],
    });
    const lowered = lower(chained, naming, nothing);

    expect(thrift(lowered)).toMatchObject({
      sources: [
        {
          joinSource: {
            join: thrift(lower(parent, naming, nothing)),
            query: { selects: { id: 'id', n: 'id_id_count_1d' }, timeColumn: 'ts' },
          },
        },
      ],
    });
    const place = lowered.places.get('sources[0].joinSource.join.joinParts[0].groupBy.aggregations[0]');
    expect(place).toBeDefined();
    expect(place).toEqual(lower(counts(), naming, nothing).places.get('aggregations[0]'));
  });

  it('of what a staging query writes, by the name of its table', () => {
    const cleaned = stagingQuery({ version: 1, query: 'SELECT 1 AS id', output: { namespace: 'clean' } });
    const source = eventSource({ table: cleaned, time: '0', select: { id: 'id' } });
    const group = groupBy({ version: 1, sources: [source], keys: ['id'], aggregations: ({ id }) => [id.count()] });

    expect(thrift(lower(group, naming, nothing))).toMatchObject({
      sources: [{ events: { table: 'clean.team_file_staging_query__1' } }],
    });
  });
});

const counts = () =>
  groupBy({
    version: 1,
    sources: [eventSource({ table: users, time: 'seen', select: { id: 'id' } })],
    keys: ['id'],
    aggregations: ({ id }) => [id.count('1d')],
  });

it('a staging query', () => {
  const day = { length: 1, timeUnit: TimeUnit.DAYS };
  const none = { length: 0, timeUnit: TimeUnit.DAYS };
  const daily = stagingQuery({
    version: 1,
    query: 'SELECT * FROM data.users',
    start: '2001-01-01',
    setup: ['SELECT 1'],
    engine: 'bigquery',
    recomputeDays: 2,
    dependsOn: [
      users,
      dependency(users, {
        startOffset: '1d',
        endOffset: '1d',
        startCutOff: '2001-01-01',
        endCutOff: '2001-12-31',
        partition: { column: 'ds', format: 'yyyyMMdd', every: '1d', isTime: true },
        cumulative: true,
        trigger: 'MAX(ds)',
        optional: true,
        recompute: false,
      }),
      dependency(users, { startOffset: 'unbounded' }),
    ],
  });

  expect(thrift(lower(daily, naming, nothing))).toEqual({
    metaData: metaData('staging_query'),
    query: 'SELECT * FROM data.users',
    startPartition: '2001-01-01',
    setups: ['SELECT 1'],
    engineType: EngineType.BIGQUERY,
    recomputeDays: 2,
    tableDependencies: [
      { tableInfo: { table: 'data.users' }, startOffset: none, endOffset: none },
      {
        tableInfo: {
          table: 'data.users',
          partitionColumn: 'ds',
          partitionFormat: 'yyyyMMdd',
          partitionInterval: day,
          timePartitioned: true,
          isCumulative: true,
          triggerExpr: 'MAX(ds)',
        },
        startOffset: day,
        endOffset: day,
        startCutOff: '2001-01-01',
        endCutOff: '2001-12-31',
        isSoftNodeDependency: true,
        forceCompute: false,
      },
      { tableInfo: { table: 'data.users' }, endOffset: none },
    ],
  });
});

it('metadata', () => {
  const daily = stagingQuery({
    version: 1,
    query: 'SELECT 1',
    production: false,
    description: 'Users, cleaned.',
    owners: ['ada', 'bob'],
    tags: { tier: '1' },
    columnDescriptions: { id: 'Who.', country: 'Where.' },
    columnTags: { id: { pii: 'yes' } },
    output: {
      namespace: 'clean',
      table: 'clean.users',
      properties: { format: 'parquet' },
      partitionColumns: ['country'],
      partition: { format: 'yyyyMMdd' },
    },
    run: {
      schedule: '@daily',
      onlineSchedule: '@never',
      stepDays: 7,
      historical: false,
      statistics: true,
      env: { common: { A: '1' }, backfill: { A: '2' } },
      conf: { upload: { b: 'c' } },
      clusterConf: { common: { workers: '2' } },
      dependencyPollIntervalMs: 1,
      healthCheckIntervalMs: 2,
      kvPollIntervalMs: 3,
    },
    customJson: '{}',
  });

  expect(thrift(lower(daily, naming, nothing)).metaData).toEqual({
    ...metaData('staging_query'),
    production: false,
    outputNamespace: 'clean',
    additionalOutputPartitionColumns: ['country'],
    tableProperties: { format: 'parquet' },
    tags: { tier: '1', description: 'Users, cleaned.', owners: 'ada, bob' },
    columnTags: { id: { pii: 'yes', description: 'Who.' }, country: { description: 'Where.' } },
    customJson: '{}',
    executionInfo: {
      env: { common: { A: '1' }, modeEnvironments: { backfill: { A: '2' } } },
      conf: { modeConfigs: { upload: { b: 'c' } } },
      clusterConf: { common: { workers: '2' } },
      dependencyPollIntervalMillis: 1,
      healthCheckIntervalMillis: 2,
      kvPollIntervalMillis: 3,
      offlineSchedule: '@daily',
      stepDays: 7,
      historicalBackfill: false,
      enableStatsCompute: true,
      onlineSchedule: '@never',
      outputTableInfo: { table: 'clean.users', partitionFormat: 'yyyyMMdd' },
    },
  });
});

it('derivations, every feature in the place of *', () => {
  const derived = (derive: Readonly<Record<string, string>>, keep?: readonly string[]) => {
    const { sources } = counts();
    const group = groupBy({
      version: 1,
      sources: [sources[0] as ReturnType<typeof events>],
      keys: ['id'],
      derive,
      ...(keep !== undefined && { keep }),
    });
    const lowered = thrift(lower(group, naming, nothing));
    return 'derivations' in lowered
      ? lowered.derivations?.map(({ name, expression }) => `${name} = ${expression}`)
      : [];
  };
  const events = () => eventSource({ table: users, time: 'seen', select: { id: 'id' } });

  expect(derived({ more: 'n + 1' })).toEqual(['* = *', 'more = n + 1']);
  expect(derived({ more: 'n + 1', '*': '*' })).toEqual(['more = n + 1', '* = *']);
  expect(derived({ more: 'n + 1' }, ['n'])).toEqual(['n = n', 'more = n + 1']);
  expect(derived({ more: 'n + 1' }, [])).toEqual(['more = n + 1']);
  expect(derived({}, ['n'])).toEqual(['n = n']);
});

it('columns of a staging query whose types cannot be read are found', () => {
  const daily = Reflect.apply(stagingQuery, undefined, [
    { version: 1, query: 'SELECT 1', columns: { a: 'ARRAY<TEXT>' } },
  ]);

  expect(complaints(lower(daily, naming, nothing))).toEqual([
    'bad-type query: The type of a cannot be read: there is no type TEXT.',
  ]);
});

it('what cannot be said in Thrift is found, all of it', () => {
  const unnamed: Naming = (definition) => (definition.kind === 'group-by' ? naming(definition) : null);
  const cleaned = stagingQuery({ version: 1, query: 'SELECT 1 AS id' });
  const left = eventSource({ table: users, time: 'seen', select: { id: 'id' } });
  const parent = join({ version: 1, left, parts: [part(counts())] });
  const group = Reflect.apply(groupBy, undefined, [
    {
      version: 1,
      sources: [
        joinSource({ join: parent, time: 'ts', select: { id: 'id' } }),
        Reflect.apply(eventSource, undefined, [
          { table: cleaned, time: '0', lag: '2w', partition: { every: '0d', late: 'x' }, select: { id: 'id' } },
        ]),
      ],
      keys: ['id'],
    },
  ]);

  expect(complaints(lower(group, unnamed, nothing))).toEqual([
    'unnamed-join sources[0].joinSource: The join of this source is not exported, so that it has no name.',
    'bad-lag sources[1].events.query.eventLag: The lag "2w" is not a length of time.',
    'unnamed-table sources[1].events.table: The staging query that is read here is not exported, so that its table has no name.',
    'bad-partition sources[1].events.query.partitionInterval: The span of a partition "0d" is not a length of time.',
    'bad-lag sources[1].events.query.partitionLag: The lag "x" is not a length of time.',
  ]);
});
