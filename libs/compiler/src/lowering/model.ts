import type {
  DeploymentDefinition,
  InferenceDefinition,
  ModelDefinition,
  ModelTransformsDefinition,
  ResourcesDefinition,
  TrainingDefinition,
} from '@isochron/authoring';
import {
  type DeploymentSpec,
  DeploymentStrategyType,
  type InferenceSpec,
  type Model,
  ModelBackend,
  type ModelTransforms,
  type ResourceConfig,
  type TrainingSpec,
} from '@isochron/thrift';
import { within } from '../places.ts';
import { type Lowering, lengthField, said } from './context.ts';
import { lowerMetadata } from './metadata.ts';
import { schemaOf } from './schema.ts';
import { lowerSource } from './source.ts';

export function lowerModel(definition: ModelDefinition, path: string, lowering: Lowering): Model {
  lowering.placed(path, definition.place);
  const { inference, training, deployment, predicts } = definition;
  return {
    metaData: lowerMetadata(definition, path, lowering),
    ...said({
      inferenceSpec: inference === null ? null : lowerInference(inference),
      inputMapping: definition.inputs,
      outputMapping: definition.outputs,
      valueSchema: predicts === null ? null : schemaOf(predicts, 'prediction', within(path, 'valueSchema'), lowering),
      modelArtifactBaseUri: definition.artifacts,
      trainingConf: training === null ? null : lowerTraining(training, within(path, 'trainingConf'), lowering),
      deploymentConf: deployment === null ? null : lowerDeployment(deployment),
    }),
  };
}

export function lowerModelTransforms(
  definition: ModelTransformsDefinition,
  path: string,
  lowering: Lowering,
): ModelTransforms {
  lowering.placed(path, definition.place);
  const { keep, keys } = definition;
  return {
    metaData: lowerMetadata(definition, path, lowering),
    sources: definition.sources.map((source, position) =>
      lowerSource(source, within(path, `sources[${position}]`), lowering),
    ),
    models: definition.models.map((model, position) => {
      const at = within(path, `models[${position}]`);
      refuseUnnamed(model, at, lowering);
      return lowerModel(model, at, lowering);
    }),
    ...said({
      passthroughFields: keep,
      keySchema: keys === null ? null : schemaOf(keys, 'keys', within(path, 'keySchema'), lowering),
    }),
  };
}

/** What a model predicts is called after it. */
function refuseUnnamed(model: ModelDefinition, path: string, lowering: Lowering): void {
  if (lowering.naming(model) !== null) return;
  lowering.found({
    code: 'unnamed-model',
    path,
    message: 'This model is not exported, so that it has no name.',
    hint: 'Export it from its file: export const … = model(…).',
  });
}

const backends = { 'vertex-ai': ModelBackend.VertexAI, sagemaker: ModelBackend.SageMaker } as const;

function lowerInference({ backend, parameters, resources }: InferenceDefinition): InferenceSpec {
  return said({
    modelBackend: backend === null ? null : backends[backend],
    modelBackendParams: parameters,
    resourceConfig: resources === null ? null : lowerResources(resources),
  });
}

const lowerResources = ({ replicasMin, replicasMax, machineType }: ResourcesDefinition): ResourceConfig =>
  said({ minReplicaCount: replicasMin, maxReplicaCount: replicasMax, machineType });

function lowerTraining(training: TrainingDefinition, path: string, lowering: Lowering): TrainingSpec {
  const { source, window, schedule, image, pythonModule, resources, settings } = training;
  return {
    ...(source !== null && { trainingDataSource: lowerSource(source, `${path}.trainingDataSource`, lowering) }),
    ...lengthField('trainingDataWindow', window, path, 'bad-window', lowering),
    ...said({
      schedule,
      image,
      pythonModule,
      resourceConfig: resources === null ? null : lowerResources(resources),
      jobConfigs: settings,
    }),
  };
}

const rollouts = {
  'blue-green': DeploymentStrategyType.BLUE_GREEN,
  rolling: DeploymentStrategyType.ROLLING,
  immediate: DeploymentStrategyType.IMMEDIATE,
} as const;

function lowerDeployment({ container, endpoint, resources, rollout }: DeploymentDefinition): DeploymentSpec {
  return said({
    containerConfig:
      container === null
        ? null
        : said({
            image: container.image,
            servingHealthRoute: container.healthRoute,
            servingPredictRoute: container.predictRoute,
            servingContainerEnvVars: container.env,
          }),
    endpointConfig:
      endpoint === null ? null : said({ endpointName: endpoint.name, additionalConfigs: endpoint.settings }),
    resourceConfig: resources === null ? null : lowerResources(resources),
    rolloutStrategy:
      rollout === null
        ? null
        : said({
            rolloutType: rollout.strategy === null ? null : rollouts[rollout.strategy],
            validationTrafficPercentRamps: rollout.trafficPercents,
            validationTrafficDurationMins: rollout.stepMinutes,
            rolloutMetricThresholds: Object.entries(rollout.thresholds).map(([name, threshold]) => ({
              name,
              threshold,
            })),
          }),
  });
}
