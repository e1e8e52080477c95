import type { Window } from './column-handle.ts';
import type {
  DeploymentDefinition,
  InferenceDefinition,
  ModelBackendName,
  ResourcesDefinition,
  RolloutName,
  TrainingDefinition,
} from './model-definition.ts';
import type { OptionReader } from './option-reader.ts';
import { type AnySource, isSource, SOURCE } from './source.ts';

/** How many machines, of which type by the provider's name. */
export interface ResourceOptions {
  readonly replicasMin?: number;
  readonly replicasMax?: number;
  readonly machineType?: string;
}

/** How a model is asked. */
export interface InferenceOptions {
  /** Where it runs. */
  readonly backend?: ModelBackendName;
  /** Parameters of that backend. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly resources?: ResourceOptions;
}

/** How a model is trained. */
export interface TrainingOptions {
  /** The rows it learns from. */
  readonly source?: AnySource;
  /** How far back they go: `'90d'`. */
  readonly window?: Window;
  /** When: a cron line or `'@daily'`. */
  readonly schedule?: string;
  /** The container's image, and the Python module in it that trains. */
  readonly image?: string;
  readonly pythonModule?: string;
  readonly resources?: ResourceOptions;
  /** Free settings of the job. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** How a model is deployed. */
export interface DeploymentOptions {
  readonly container?: {
    readonly image?: string;
    /** The paths that tell whether it is well, and that predict. */
    readonly healthRoute?: string;
    readonly predictRoute?: string;
    readonly env?: Readonly<Record<string, string>>;
  };
  readonly endpoint?: { readonly name?: string; readonly settings?: Readonly<Record<string, string>> };
  readonly resources?: ResourceOptions;
  /** How a new version takes over. */
  readonly rollout?: {
    readonly strategy?: RolloutName;
    /** Percent of the traffic at each step, and how many minutes each lasts. */
    readonly trafficPercents?: readonly number[];
    readonly stepMinutes?: readonly number[];
    /** Metric -> where it becomes too much, which stops it. */
    readonly thresholds?: Readonly<Record<string, number>>;
  };
}

const backends = ['vertex-ai', 'sagemaker'] as const satisfies readonly ModelBackendName[];
const rollouts = ['blue-green', 'rolling', 'immediate'] as const satisfies readonly RolloutName[];

export function readInference(options: OptionReader): InferenceDefinition | null {
  const group = options.optionalGroup('inference', ['backend', 'parameters', 'resources']);
  if (group === null) return null;
  return {
    backend: group.oneOf('backend', backends),
    parameters: group.textByName('parameters'),
    resources: readResources(group),
  };
}

export function readTraining(options: OptionReader): TrainingDefinition | null {
  const names = ['source', 'window', 'schedule', 'image', 'pythonModule', 'resources', 'settings'];
  const group = options.optionalGroup('training', names);
  if (group === null) return null;
  return {
    source: group.optionalValue('source', SOURCE, isSource),
    window: group.optionalText('window'),
    schedule: group.optionalText('schedule'),
    image: group.optionalText('image'),
    pythonModule: group.optionalText('pythonModule'),
    resources: readResources(group),
    settings: group.textByName('settings'),
  };
}

export function readDeployment(options: OptionReader): DeploymentDefinition | null {
  const group = options.optionalGroup('deployment', ['container', 'endpoint', 'resources', 'rollout']);
  if (group === null) return null;
  const container = group.optionalGroup('container', ['image', 'healthRoute', 'predictRoute', 'env']);
  const endpoint = group.optionalGroup('endpoint', ['name', 'settings']);
  const rollout = group.optionalGroup('rollout', ['strategy', 'trafficPercents', 'stepMinutes', 'thresholds']);
  return {
    container: container && {
      image: container.optionalText('image'),
      healthRoute: container.optionalText('healthRoute'),
      predictRoute: container.optionalText('predictRoute'),
      env: container.textByName('env'),
    },
    endpoint: endpoint && { name: endpoint.optionalText('name'), settings: endpoint.textByName('settings') },
    resources: readResources(group),
    rollout: rollout && {
      strategy: rollout.oneOf('strategy', rollouts),
      trafficPercents: rollout.wholeNumbers('trafficPercents'),
      stepMinutes: rollout.wholeNumbers('stepMinutes'),
      thresholds: rollout.numberByName('thresholds'),
    },
  };
}

function readResources(options: OptionReader): ResourcesDefinition | null {
  const group = options.optionalGroup('resources', ['replicasMin', 'replicasMax', 'machineType']);
  if (group === null) return null;
  return {
    replicasMin: group.optionalWholeNumber('replicasMin'),
    replicasMax: group.optionalWholeNumber('replicasMax'),
    machineType: group.optionalText('machineType'),
  };
}
