import {
  bootstrap,
  columnsOf,
  contextual,
  type Definition,
  dependency,
  entitySource,
  eventSource,
  externalPart,
  externalSource,
  groupBy,
  join,
  joinSource,
  label,
  type MetadataOptions,
  model,
  modelSource,
  modelTransforms,
  part,
  stagingQuery,
  table,
} from '@isochron/authoring';

const flights = table('flights', { origin: 'STRING', destination: 'STRING', delay: 'INT64' });

/** Everything that can be said of any definition. */
const metadata: MetadataOptions = {
  production: true,
  description: 'Everything.',
  owners: ['ada'],
  tags: { tier: '1' },
  columnDescriptions: { origin: 'Where from.' },
  columnTags: { origin: { pii: 'no' } },
  output: {
    namespace: 'features',
    table: 'features.everything',
    properties: { format: 'parquet' },
    partitionColumns: ['origin'],
    partition: { column: 'day', format: 'yyyyMMdd', every: '1d', isTime: true },
  },
  run: {
    schedule: '@daily',
    onlineSchedule: '@daily',
    stepDays: 7,
    historical: true,
    statistics: true,
    env: { common: { A: '1' }, backfill: { A: '2' } },
    conf: { common: { A: '1' }, backfill: { A: '2' } },
    clusterConf: { common: { A: '1' }, backfill: { A: '2' } },
    dependencyPollIntervalMs: 1,
    healthCheckIntervalMs: 2,
    kvPollIntervalMs: 3,
  },
  customJson: '{}',
};
const partition = {
  column: 'day',
  format: 'yyyyMMdd',
  every: '1d',
  late: '1h',
  waitFor: ['hr=23'],
  isTime: true,
} as const;
const query = { start: '2001-01-01', end: '2001-12-31', where: ['delay > 0'], partition, setup: ['SELECT 1'] };
const resources = { replicasMin: 1, replicasMax: 2, machineType: 'n1' };

const events = eventSource({
  ...query,
  table: flights,
  topic: 'flights',
  time: '0',
  lag: '1d',
  id: 'delay',
  cumulative: true,
  select: { origin: 'origin', delay: 'delay' },
});
const entities = entitySource({
  ...query,
  snapshots: flights,
  mutations: flights,
  topic: 'changes',
  time: '0',
  mutationTime: '1',
  reversal: 'FALSE',
  select: { origin: 'origin', delay: 'delay' },
});
const byOrigin = groupBy({
  ...metadata,
  version: 1,
  online: true,
  accuracy: 'temporal',
  dialect: 'spark',
  sources: [events, entities],
  keys: ['origin'],
  aggregations: ({ delay }) => [delay.lastK(3, '1d').by('origin')],
  derive: { more: 'delay_last3_1d_by_origin' },
});
const weather = externalSource({
  name: 'weather',
  team: 'outside',
  keys: { airport: 'STRING' },
  values: { wind: 'NUMERIC(10, 2)' },
});
const lateness = join({
  ...metadata,
  version: 1,
  online: true,
  dialect: 'spark',
  left: events,
  parts: [part(byOrigin, { on: { origin: 'origin' }, prefix: 'from' })],
  external: [
    externalPart(weather, { on: { origin: 'airport' }, prefix: 'there' }),
    contextual({ basket: 'INT64' }, { prefix: 'shop', team: 'outside' }),
  ],
  labels: [label(byOrigin, { from: '1d', to: '2d' })],
  bootstrap: [bootstrap({ ...query, table: flights, select: { more: 'delay' }, keys: ['origin'] })],
  rowIds: ['origin'],
  skewKeys: { origin: ['ATL'] },
  longNames: true,
  derive: { again: 'from_origin_more', '*': '*' },
  monitor: {
    samplePercent: 10,
    consistency: true,
    consistencyPercent: 5,
    drift: {
      slices: ['origin'],
      derive: { late: 'delay > 15' },
      cardinality: { origin: 'low' },
      tile: '30m',
      lookbacks: ['7d'],
      metric: 'psi',
    },
  },
});
const daily = stagingQuery({
  ...metadata,
  version: 1,
  query: 'SELECT 1',
  start: '2001-01-01',
  setup: ['SELECT 1'],
  engine: 'bigquery',
  recomputeDays: 2,
  dependsOn: [
    dependency(flights, {
      startOffset: '1d',
      endOffset: '1d',
      startCutOff: '2001-01-01',
      endCutOff: '2001-12-31',
      partition,
      cumulative: true,
      trigger: 'MAX(day)',
      optional: true,
      recompute: true,
    }),
  ],
});
const score = model({
  ...metadata,
  version: '1.0',
  dialect: 'spark',
  inference: { backend: 'vertex-ai', parameters: { a: 'b' }, resources },
  inputs: { delay: 'delay' },
  outputs: { late: 'score > 0.5' },
  predicts: { score: 'FLOAT64' },
  artifacts: 'gs://models',
  training: {
    source: events,
    window: '90d',
    schedule: '@daily',
    image: 'trainer:1',
    pythonModule: 'train',
    resources,
    settings: { epochs: '3' },
  },
  deployment: {
    container: { image: 'server:1', healthRoute: '/health', predictRoute: '/predict', env: { A: '1' } },
    endpoint: { name: 'score', settings: { a: 'b' } },
    resources,
    rollout: { strategy: 'rolling', trafficPercents: [10], stepMinutes: [30], thresholds: { errors: 0.01 } },
  },
});
const scored = modelTransforms({
  ...metadata,
  version: 1,
  online: true,
  dialect: 'spark',
  sources: [joinSource({ ...query, join: lateness, time: 'ts', select: { origin: 'origin' } })],
  models: [score],
  keep: ['origin'],
  keys: { origin: 'STRING' },
});
const ofScored = groupBy({
  version: 1,
  sources: [modelSource({ transforms: scored, columns: columnsOf<{ origin: 'STRING' }>() })],
  keys: ['origin'],
});

/** Definitions that between them use every option there is. */
export const everything: readonly Definition[] = [byOrigin, lateness, daily, score, scored, ofScored];
