import {
  contextual,
  dependency,
  entitySource,
  eventSource,
  externalPart,
  externalSource,
  groupBy,
  join,
  joinSource,
  model,
  part,
  stagingQuery,
  table,
} from '@isochron/authoring';

const events = table('sample_namespace.sample_table_group_by', {
  event_expr: 'INT64',
  group_by_expr: 'STRING',
  subject: 'STRING',
  ts: 'INT64',
});
const entityColumns = { entity_expr: 'STRING', group_by_subject_expr: 'STRING', ts: 'INT64' } as const;
const snapshots = table('sample_table.sample_entity_snapshot', entityColumns);
const mutations = table('sample_table.sample_entity_mutations/hr=00:00', entityColumns);
const sample = table('sample_namespace.sample_table', { id_listing: 'STRING', place_id: 'STRING' });
const users = table('data.users', { user_id: 'STRING', email_verified: 'BOOL', account_created_ds: 'STRING' });

const changingEntities = entitySource({
  snapshots,
  mutations,
  topic: 'sample_topic',
  time: 'ts',
  start: '2021-03-01',
  select: { entity: 'entity_expr', group_by_subject: 'group_by_subject_expr' },
});
const daily = { schedule: '@daily', onlineSchedule: '@daily' } as const;

/** Entities with what changes during the day. */
export const mutationGroupBy = groupBy({
  version: 0,
  accuracy: 'temporal',
  sources: [changingEntities],
  keys: ['group_by_subject'],
  aggregations: ({ entity }) => [entity.last()],
  run: { historical: false },
  customJson: `{"airflowDependencies": [{"name": "wf_sample_table_sample_entity_snapshot_with_offset_0", "spec": "sample_table.sample_entity_snapshot/_test_column_sample={{ macros.ds_add(ds, 0) }}"}, {"name": "wf_sample_table_sample_entity_mutations_hr_00_00_with_offset_0", "spec": "sample_table.sample_entity_mutations/hr=00:00/_test_column_sample={{ macros.ds_add(ds, 0) }}"}]}`,
});

/** Entities as they are. */
export const snapshotGroupBy = groupBy({
  version: 0,
  online: true,
  sources: [
    entitySource({
      snapshots: users,
      select: { user_id: 'user_id', email_verified: 'email_verified', account_created_ds: 'account_created_ds' },
    }),
  ],
  keys: ['user_id'],
  run: { historical: false, onlineSchedule: '@daily' },
  customJson:
    '{"airflowDependencies": [{"name": "wf_data_users_with_offset_0", "spec": "data.users/_DATE={{ macros.ds_add(ds, 0) }}"}]}',
});

export const eventGroupBy = groupBy({
  version: 0,
  online: true,
  sources: [
    eventSource({
      table: events,
      time: 'ts',
      start: '2021-04-09',
      select: { event: 'event_expr', group_by_subject: 'group_by_expr', subject: 'subject' },
    }),
  ],
  keys: ['group_by_subject'],
  aggregations: ({ event }) => [
    event.sum('7d'),
    event.sum(),
    event.approxPercentile({ percentiles: '[0.99, 0.95, 0.5]', k: 200 }),
  ],
  output: { namespace: 'sample_namespace' },
  run: { historical: false, onlineSchedule: '@daily' },
});

export const entityGroupBy = groupBy({
  version: 0,
  online: true,
  sources: [changingEntities],
  keys: ['group_by_subject'],
  aggregations: ({ entity }) => [entity.last(), entity.last('7d')],
  run: { historical: false, onlineSchedule: '@daily' },
});

/** The left rows of the sample's joins; the existing compiler adds the time to what they select. */
const left = eventSource({
  table: events,
  time: 'ts',
  start: '2021-04-09',
  select: { event: 'event_expr', group_by_subject: 'group_by_expr', subject: 'subject', ts: 'ts' },
});
const bothParts = [
  part(eventGroupBy, { on: { subject: 'group_by_subject' } }),
  part(entityGroupBy, { on: { subject: 'group_by_subject' } }),
] as const;

/** Parts of events and of entities, a service, what comes with the request, and derivations of them. */
export const joinWithExternalParts = join({
  version: 0,
  online: false,
  production: false,
  left,
  parts: bothParts,
  external: [
    externalPart(
      externalSource({
        name: 'test_external_source',
        team: 'chronon',
        keys: { key: 'INT64' },
        values: { value_str: 'STRING', value_long: 'INT64', value_bool: 'BOOL' },
      }),
    ),
    contextual({ context_str: 'STRING', context_long: 'INT64' }, { team: 'chronon' }),
  ],
  rowIds: ['subject'],
  derive: {
    value_str: 'ext_test_external_source_value_str',
    value_long: 'ext_test_external_source_value_long',
    value_bool: 'ext_test_external_source_value_bool',
    context_str: 'ext_contextual_context_str',
    context_long: 'ext_contextual_context_long',
    '*': '*',
  },
  monitor: { samplePercent: 100 },
  run: { schedule: '@daily' },
  customJson: `{"airflowDependencies": [{"name": "wf_sample_namespace_sample_table_group_by_with_offset_0", "spec": "sample_namespace.sample_table_group_by/_test_column_sample={{ macros.ds_add(ds, 0) }}"}, {"name": "wf_sample_table_sample_entity_snapshot_with_offset_0", "spec": "sample_table.sample_entity_snapshot/_test_column_sample={{ macros.ds_add(ds, 0) }}"}, {"name": "wf_sample_table_sample_entity_mutations_hr_00_00_with_offset_0", "spec": "sample_table.sample_entity_mutations/hr=00:00/_test_column_sample={{ macros.ds_add(ds, 0) }}"}]}`,
});

export const parentJoin = join({
  version: 0,
  online: true,
  production: false,
  left,
  parts: bothParts,
  rowIds: ['event'],
  output: { namespace: 'test_namespace' },
  run: daily,
  monitor: { samplePercent: 100, consistency: true, consistencyPercent: 5 },
});

/** Over the rows of a join. */
export const chainingGroupBy = groupBy({
  version: 0,
  online: true,
  production: true,
  accuracy: 'temporal',
  sources: [
    joinSource({
      join: parentJoin,
      time: 'ts',
      start: '2023-04-15',
      select: { event: 'event_expr', group_by_subject: 'group_by_expr', user_id: 'user_id' },
    }),
  ],
  keys: ['user_id'],
  aggregations: ({ event }) => [event.last()],
  output: {
    namespace: 'test_namespace',
    properties: { description: 'sample description', sample_config_json: '{"sample_key": "sample_value"}' },
  },
  run: { historical: false, onlineSchedule: '@daily' },
  customJson: '{"airflowDependencies": []}',
});

export const sampleStagingQuery = stagingQuery({
  version: 0,
  query: `
SELECT
    id_listing,
    place_id,
    S2_CELL(lat, lng, 12) AS s2CellId,
    impressed_unique_count_1d,
    viewed_unique_count_1d,
    ds
FROM sample_namespace.sample_table
WHERE ds BETWEEN '{{ start_date }}' AND '{{ end_date }}'
`,
  setup: ["CREATE TEMPORARY FUNCTION S2_CELL AS 'com.sample.hive.udf.S2CellId'"],
  dependsOn: [dependency(sample, { startOffset: '1d', endOffset: '1d', partition: { column: 'ds', every: '1d' } })],
  output: { namespace: 'sample_namespace', properties: { sample_config_json: '{"sample_key": "sample value"}' } },
  run: { schedule: '@daily' },
  customJson: `{"airflowDependencies": [{"name": "wf_sample_namespace_sample_table_with_offset_1", "spec": "sample_namespace.sample_table/ds={{ macros.ds_add(ds, -1) }}/_HR=23:00"}, {"name": "wf_sample_namespace.sample_table", "spec": "sample_namespace.sample_table/ds={{ macros.ds_add(ds, 1) }}"}]}`,
});

export const transactionModel = model({
  version: '1.0',
  inference: { backend: 'vertex-ai', parameters: { model_type: 'xgboost' } },
});
