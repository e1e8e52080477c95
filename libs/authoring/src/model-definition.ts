import type { ExpressionDialect, Place } from './definition.ts';
import type { MetadataDefinition } from './metadata-definition.ts';
import type { SourceDefinition } from './source-definition.ts';

/** A model and how its inputs and predictions hang together with columns. */
export interface ModelDefinition {
  readonly kind: 'model';
  readonly place: Place;
  /** Letters, digits, dots and dashes: `1.0`. */
  readonly version: string;
  readonly metadata: MetadataDefinition;
  /** Of its inputs and outputs; null: the repository's. */
  readonly dialect: ExpressionDialect | null;
  readonly inference: InferenceDefinition | null;
  /** Input of the model -> SQL expression over a row. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Output column -> SQL expression over a prediction. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Fields of a prediction and their types; null: nothing is said. */
  readonly predicts: Readonly<Record<string, string>> | null;
  /** Where its artifacts lie. */
  readonly artifacts: string | null;
  readonly training: TrainingDefinition | null;
  readonly deployment: DeploymentDefinition | null;
}

export type ModelBackendName = 'vertex-ai' | 'sagemaker';

export interface InferenceDefinition {
  readonly backend: ModelBackendName | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly resources: ResourcesDefinition | null;
}

export interface ResourcesDefinition {
  readonly replicasMin: number | null;
  readonly replicasMax: number | null;
  readonly machineType: string | null;
}

export interface TrainingDefinition {
  readonly source: SourceDefinition | null;
  readonly window: string | null;
  readonly schedule: string | null;
  readonly image: string | null;
  readonly pythonModule: string | null;
  readonly resources: ResourcesDefinition | null;
  readonly settings: Readonly<Record<string, string>>;
}

export interface DeploymentDefinition {
  readonly container: ContainerDefinition | null;
  readonly endpoint: EndpointDefinition | null;
  readonly resources: ResourcesDefinition | null;
  readonly rollout: RolloutDefinition | null;
}

export interface ContainerDefinition {
  readonly image: string | null;
  readonly healthRoute: string | null;
  readonly predictRoute: string | null;
  readonly env: Readonly<Record<string, string>>;
}

export interface EndpointDefinition {
  readonly name: string | null;
  readonly settings: Readonly<Record<string, string>>;
}

export type RolloutName = 'blue-green' | 'rolling' | 'immediate';

export interface RolloutDefinition {
  readonly strategy: RolloutName | null;
  /** Percent of the traffic at each step, and how long each lasts. */
  readonly trafficPercents: readonly number[];
  readonly stepMinutes: readonly number[];
  /** Metric -> where it becomes too much. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** Rows, each with what models predict of it. */
export interface ModelTransformsDefinition {
  readonly kind: 'model-transforms';
  readonly place: Place;
  readonly version: number;
  readonly online: boolean | null;
  readonly metadata: MetadataDefinition;
  /** Of its sources' expressions; its models say their own. null: the repository's. */
  readonly dialect: ExpressionDialect | null;
  readonly sources: readonly SourceDefinition[];
  readonly models: readonly ModelDefinition[];
  /** Columns of the rows that are kept. */
  readonly keep: readonly string[];
  /** Names and types of the key; null: the rows are a join's, whose keys they have. */
  readonly keys: Readonly<Record<string, string>> | null;
}
