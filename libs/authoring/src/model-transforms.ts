import type { Columns } from './column-type.ts';
import type { ExpressionDialect } from './definition.ts';
import { dialects } from './dialects.ts';
import { isMade, make } from './made.ts';
import { type MetadataOptions, metadataOptionNames, readMetadata } from './metadata.ts';
import { isModel } from './model.ts';
import type { ModelDefinition, ModelTransformsDefinition } from './model-definition.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import { type AnySource, isSource, SOURCE } from './source.ts';

export interface ModelTransformsOptions<Sources extends readonly AnySource[]> extends MetadataOptions {
  /** A whole number. It ends the definition's name: `flights/lateness.scored__1`. */
  readonly version: number;
  /** Whether it is served. Not given: no. */
  readonly online?: boolean;
  /** What its sources' expressions are written in; its models say their own. Not given: what the repository's configuration says, else GoogleSQL. */
  readonly dialect?: ExpressionDialect;
  /** The rows. */
  readonly sources: Sources;
  /** They must be exported from their files, so that they have names: what they predict is called after them. */
  readonly models: readonly ModelDefinition[];
  /** Columns of the rows that are kept beside the predictions. Not given: none. */
  readonly keep?: readonly (keyof NoInfer<Sources>[number]['select'] & string)[];
  /** Names and GoogleSQL types of the key. Not given: the rows are those of a join, and have its keys. */
  readonly keys?: Columns;
}

const optionNames = ['version', 'online', 'dialect', 'sources', 'models', 'keep', 'keys', ...metadataOptionNames];

/** Defines rows with what models predict of them: `{team}_{file}_{model}__{version}__{output}`. */
export function modelTransforms<const Sources extends readonly [AnySource, ...(readonly AnySource[])]>(
  options: ModelTransformsOptions<Sources>,
): ModelTransformsDefinition;
export function modelTransforms(written: unknown): ModelTransformsDefinition {
  const place = placeOfCall(modelTransforms);
  const options = readOptions('modelTransforms', place, written, optionNames);
  const areKeyed = options.given('keys');
  const keys = options.textByName('keys');
  const read = {
    version: options.wholeNumber('version'),
    online: options.optionalFlag('online'),
    dialect: options.oneOf('dialect', dialects),
    metadata: readMetadata(options),
    sources: options.values('sources', SOURCE, isSource),
    models: options.arrayOf('models', 'what model() returned', isModel),
    keep: options.texts('keep'),
  };
  options.finish();
  return make({ kind: 'model-transforms', place, ...read, keys: areKeyed ? keys : null });
}

export function isModelTransforms(value: unknown): value is ModelTransformsDefinition {
  return isMade(value, 'model-transforms');
}
