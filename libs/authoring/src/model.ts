import type { Columns } from './column-type.ts';
import type { ExpressionDialect } from './definition.ts';
import { dialects } from './dialects.ts';
import { isMade, make } from './made.ts';
import { type MetadataOptions, metadataOptionNames, readMetadata } from './metadata.ts';
import type { ModelDefinition } from './model-definition.ts';
import {
  type DeploymentOptions,
  type InferenceOptions,
  readDeployment,
  readInference,
  readTraining,
  type TrainingOptions,
} from './model-options.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';

export interface ModelOptions extends MetadataOptions {
  /** Letters, digits, dots and dashes: `'1.0'`. It ends the definition's name: `flights/lateness.model__1.0`. */
  readonly version: string | number;
  /** What its inputs and outputs are written in. Not given: what the repository's configuration says, else GoogleSQL. */
  readonly dialect?: ExpressionDialect;
  readonly inference?: InferenceOptions;
  /** Input of the model -> SQL over a row. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Output column -> SQL over a prediction. Not given: the fields of the prediction. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** The fields of a prediction, by GoogleSQL type name. */
  readonly predicts?: Columns;
  /** Where its artifacts lie. */
  readonly artifacts?: string;
  readonly training?: TrainingOptions;
  readonly deployment?: DeploymentOptions;
}

const optionNames = [
  'version',
  'dialect',
  'inference',
  'inputs',
  'outputs',
  'predicts',
  'artifacts',
  'training',
  'deployment',
  ...metadataOptionNames,
];

/** Defines a model: how it is asked, and what of a row it is asked with. */
export function model(options: ModelOptions): ModelDefinition;
export function model(written: unknown): ModelDefinition {
  const place = placeOfCall(model);
  const options = readOptions('model', place, written, optionNames);
  const arePredicted = options.given('predicts');
  const predicts = options.textByName('predicts');
  const version = options.value('version', "a text such as '1.0', or a number", isVersion);
  const read = {
    metadata: readMetadata(options),
    dialect: options.oneOf('dialect', dialects),
    inference: readInference(options),
    inputs: options.textByName('inputs'),
    outputs: options.textByName('outputs'),
    artifacts: options.optionalText('artifacts'),
    training: readTraining(options),
    deployment: readDeployment(options),
  };
  options.finish();
  return make({ kind: 'model', place, version: String(version), ...read, predicts: arePredicted ? predicts : null });
}

export function isModel(value: unknown): value is ModelDefinition {
  return isMade(value, 'model');
}

function isVersion(value: unknown): value is string | number {
  return (typeof value === 'string' || typeof value === 'number') && /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(String(value));
}
