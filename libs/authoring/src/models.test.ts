import { expect, test } from 'vitest';
import { columnsOf, eventSource, groupBy, isDefinition, model, modelSource, modelTransforms, table } from './index.ts';
import { faultsOf, nothingSaid, plain } from './plain.fixture.ts';

const flights = table('flights', { origin: 'STRING', delay: 'INT64' });
const rows = eventSource({ table: flights, time: '0', select: { origin: 'origin', delay: 'delay' } });
const lateness = model({ version: 1.5, inference: { backend: 'vertex-ai' }, predicts: { score: 'FLOAT64' } });
const scored = modelTransforms({
  version: 1,
  online: true,
  sources: [rows],
  models: [lateness],
  keep: ['origin'],
  keys: { origin: 'STRING' },
});

test('a model that says everything', () => {
  const everything = model({
    version: '1.0',
    dialect: 'spark',
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
        strategy: 'blue-green',
        trafficPercents: [10, 100],
        stepMinutes: [30, 60],
        thresholds: { errors: 0.01 },
      },
    },
  });

  expect(isDefinition(everything)).toBe(true);
  expect(plain(everything)).toEqual({
    kind: 'model',
    version: '1.0',
    metadata: nothingSaid,
    dialect: 'spark',
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
      source: plain(rows),
      window: '90d',
      schedule: '@daily',
      image: 'trainer:1',
      pythonModule: 'train',
      resources: { replicasMin: null, replicasMax: null, machineType: 'n2' },
      settings: { epochs: '3' },
    },
    deployment: {
      container: { image: 'server:1', healthRoute: '/health', predictRoute: '/predict', env: { A: '1' } },
      endpoint: { name: 'lateness', settings: { b: 'c' } },
      resources: { replicasMin: 2, replicasMax: null, machineType: null },
      rollout: {
        strategy: 'blue-green',
        trafficPercents: [10, 100],
        stepMinutes: [30, 60],
        thresholds: { errors: 0.01 },
      },
    },
  });
});

test('rows with what models predict, which are a source again', () => {
  const source = modelSource({
    transforms: scored,
    columns: columnsOf<{ readonly origin: 'STRING'; readonly flights_file_lateness__1_5__score: 'FLOAT64' }>(),
  });
  const byOrigin = groupBy({
    version: 1,
    sources: [source],
    keys: ['origin'],
    aggregations: ({ flights_file_lateness__1_5__score: score }) => [score.average('1d')],
  });

  expect(plain(scored)).toEqual({
    kind: 'model-transforms',
    version: 1,
    online: true,
    dialect: null,
    metadata: nothingSaid,
    sources: [plain(rows)],
    models: [plain(lateness)],
    keep: ['origin'],
    keys: { origin: 'STRING' },
  });
  expect(lateness.version).toBe('1.5');
  expect(plain(byOrigin.sources)).toEqual([{ kind: 'model-source', transforms: plain(scored), select: {} }]);
});

test('every fault of a call is said at once', () => {
  const call = (callee: (...args: never[]) => unknown, ...args: unknown[]) =>
    faultsOf(import.meta.url, callee, ...args);

  expect(
    call(model, {
      version: 'one two',
      inference: { backend: 'local', resources: { replicasMin: -1 } },
      inputs: ['delay'],
      training: { source: flights, window: 7 },
      deployment: { rollout: { strategy: 'slow', trafficPercents: [0.5], thresholds: { errors: 'many' } } },
    }),
  ).toEqual([
    "model: 'version' must be a text such as '1.0', or a number, not 'one two'.",
    "model: 'inference.backend' must be 'vertex-ai' or 'sagemaker', not 'local'.",
    "model: 'inference.resources.replicasMin' must be a whole number, 0 or greater, not -1.",
    "model: 'inputs' must be an object of strings, not an array.",
    "model: 'training.source' must be what eventSource(), entitySource(), joinSource() or modelSource() returned, not an object.",
    "model: 'training.window' must be a string, not 7.",
    "model: 'deployment.rollout.strategy' must be 'blue-green' or 'rolling' or 'immediate', not 'slow'.",
    "model: 'deployment.rollout.trafficPercents' must be an array, each element a whole number, 0 or greater, not an array.",
    "model: 'deployment.rollout.thresholds.errors' must be a number, not 'many'.",
  ]);
  expect(call(modelTransforms, { version: 1, sources: [], models: [scored], keys: [] })).toEqual([
    "modelTransforms: 'keys' must be an object of strings, not an empty array.",
    "modelTransforms: 'sources' must be an array of what eventSource(), entitySource(), joinSource() or modelSource() returned, at least one, not an empty array.",
    "modelTransforms: 'models' must be an array of what model() returned, not an array.",
  ]);
  expect(call(modelSource, { transforms: lateness })).toEqual([
    "modelSource: 'transforms' must be what modelTransforms() returned, not an object.",
    "modelSource: 'columns' must be what columnsOf() returned, not missing.",
  ]);
});
