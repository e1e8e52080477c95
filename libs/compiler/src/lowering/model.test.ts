import { columnsOf, eventSource, groupBy, model, modelSource, modelTransforms, table } from '@isochron/authoring';
import { DataKind, DeploymentStrategyType, ExpressionDialect, ModelBackend, TimeUnit } from '@isochron/thrift';
import { expect, it } from 'vitest';
import { type Defaults, lower, type Naming } from '../lower.ts';

const nothing: Defaults = { dialect: 'googlesql', teams: {} };

const flights = table('flights', { origin: 'STRING', delay: 'INT64' });
const rows = eventSource({ table: flights, time: '0', select: { origin: 'origin', delay: 'delay' } });
const naming: Naming = ({ kind, version }) => ({ name: `team/file.${kind}__${version}`, sourceFile: 'x.ts' });
const events = { table: 'flights', query: { selects: { origin: 'origin', delay: 'delay' }, timeColumn: '0' } };
const score = {
  kind: DataKind.STRUCT,
  name: 'prediction',
  params: [{ name: 'score', dataType: { kind: DataKind.DOUBLE } }],
};

it('a model', () => {
  const everything = model({
    version: '1.0',
    inference: {
      backend: 'sagemaker',
      parameters: { model_type: 'xgboost' },
      resources: { replicasMin: 1, replicasMax: 3, machineType: 'n1' },
    },
    inputs: { delay: 'delay' },
    outputs: { late: 'score > 0.5' },
    predicts: { score: 'FLOAT64' },
    artifacts: 'gs://models',
    training: {
      source: rows,
      window: '90d',
      schedule: '@daily',
      image: 'trainer:1',
      pythonModule: 'train',
      resources: { machineType: 'n2' },
      settings: { epochs: '3' },
    },
    deployment: {
      container: { image: 'server:1', healthRoute: '/health', predictRoute: '/predict', env: { A: '1' } },
      endpoint: { name: 'lateness', settings: { b: 'c' } },
      resources: { replicasMin: 2 },
      rollout: {
        strategy: 'immediate',
        trafficPercents: [10, 100],
        stepMinutes: [30, 60],
        thresholds: { errors: 0.01 },
      },
    },
  });
  const { thrift, findings } = lower(everything, naming, nothing);

  expect(findings).toEqual([]);
  expect(thrift).toEqual({
    metaData: {
      name: 'team.file.model__1.0',
      team: 'team',
      sourceFile: 'x.ts',
      version: '1.0',
      expressionDialect: ExpressionDialect.GOOGLESQL,
    },
    inferenceSpec: {
      modelBackend: ModelBackend.SageMaker,
      modelBackendParams: { model_type: 'xgboost' },
      resourceConfig: { minReplicaCount: 1, maxReplicaCount: 3, machineType: 'n1' },
    },
    inputMapping: { delay: 'delay' },
    outputMapping: { late: 'score > 0.5' },
    valueSchema: score,
    modelArtifactBaseUri: 'gs://models',
    trainingConf: {
      trainingDataSource: { events },
      trainingDataWindow: { length: 90, timeUnit: TimeUnit.DAYS },
      schedule: '@daily',
      image: 'trainer:1',
      pythonModule: 'train',
      resourceConfig: { machineType: 'n2' },
      jobConfigs: { epochs: '3' },
    },
    deploymentConf: {
      containerConfig: {
        image: 'server:1',
        servingHealthRoute: '/health',
        servingPredictRoute: '/predict',
        servingContainerEnvVars: { A: '1' },
      },
      endpointConfig: { endpointName: 'lateness', additionalConfigs: { b: 'c' } },
      resourceConfig: { minReplicaCount: 2 },
      rolloutStrategy: {
        rolloutType: DeploymentStrategyType.IMMEDIATE,
        validationTrafficPercentRamps: [10, 100],
        validationTrafficDurationMins: [30, 60],
        rolloutMetricThresholds: [{ name: 'errors', threshold: 0.01 }],
      },
    },
  });
});

it('model transforms, and rows of theirs as a source', () => {
  const lateness = model({ version: 2, predicts: { score: 'FLOAT64' } });
  const scored = modelTransforms({
    version: 1,
    online: true,
    sources: [rows],
    models: [lateness],
    keep: ['origin'],
    keys: { origin: 'STRING' },
  });
  const source = modelSource({ transforms: scored, columns: columnsOf<{ origin: 'STRING' }>() });
  const group = groupBy({
    version: 1,
    sources: [source],
    keys: ['origin'],
    aggregations: ({ origin }) => [origin.count()],
  });
  const transforms = {
    metaData: expect.objectContaining({ name: 'team.file.model-transforms__1', online: true }),
    sources: [{ events }],
    models: [lower(lateness, naming, nothing).thrift],
    passthroughFields: ['origin'],
    keySchema: {
      kind: DataKind.STRUCT,
      name: 'keys',
      params: [{ name: 'origin', dataType: { kind: DataKind.STRING } }],
    },
  };

  expect(lower(scored, naming, nothing)).toMatchObject({ findings: [], thrift: transforms });
  expect(lower(group, naming, nothing)).toMatchObject({
    findings: [],
    thrift: { sources: [{ modelTransforms: transforms }] },
  });
});

it('what has no name is found', () => {
  const lateness = model({ version: 1 });
  const scored = modelTransforms({ version: 1, sources: [rows], models: [lateness] });
  const source = modelSource({ transforms: scored, columns: columnsOf() });
  const group = groupBy({ version: 1, sources: [source], keys: ['origin'] });
  const { findings } = lower(group, (definition) => (definition === group ? naming(group) : null), nothing);

  expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'unnamed-transforms sources[0].modelTransforms',
    'unnamed-model sources[0].modelTransforms.models[0]',
  ]);
});

it('what has no name is found where it is read', () => {
  const unnamed: Naming = (definition) => (definition.kind === 'group-by' ? naming(definition) : null);
  const asked = model({ version: 1, predicts: { score: 'FLOAT64' } });
  const transforms = modelTransforms({ version: 1, sources: [rows], models: [asked], keep: ['origin'] });
  const source = modelSource({ transforms, columns: columnsOf<{ readonly origin: 'STRING' }>() });
  const byOrigin = groupBy({
    version: 1,
    sources: [source],
    keys: ['origin'],
    aggregations: ({ origin }) => [origin.count('1d')],
  });

  expect(
    lower(byOrigin, unnamed, nothing).findings.map(({ code, message }) => `${code}: ${message}`),
  ).toMatchInlineSnapshot(`
    [
      "unnamed-transforms: The model transforms of this source are not exported, so that they have no name.",
      "unnamed-model: This model is not exported, so that it has no name.",
    ]
  `);
});
