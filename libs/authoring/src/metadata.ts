import type { MetadataDefinition, MonitorDefinition } from './metadata-definition.ts';
import type { OptionReader } from './option-reader.ts';
import { type OutputOptions, readOutput } from './output-options.ts';
import { type RunOptions, readRun } from './run-options.ts';

/** What can be said of every definition besides what it computes. */
export interface MetadataOptions {
  /** Whether production depends on it. Not given: nothing is said, which counts as no. */
  readonly production?: boolean;
  readonly description?: string;
  /** Whom to ask. */
  readonly owners?: readonly string[];
  /** Free names and values. `description` and `owners` have options of their own. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Output column -> what it is. */
  readonly columnDescriptions?: Readonly<Record<string, string>>;
  /** Output column -> free names and values. */
  readonly columnTags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The table that is written. */
  readonly output?: OutputOptions;
  /** How and when its jobs run. */
  readonly run?: RunOptions;
  /** JSON for other tools, kept as it is. */
  readonly customJson?: string;
}

export const metadataOptionNames = [
  'production',
  'description',
  'owners',
  'tags',
  'columnDescriptions',
  'columnTags',
  'output',
  'run',
  'customJson',
];

const nothingWatched: MonitorDefinition = {
  samplePercent: null,
  consistency: null,
  consistencyPercent: null,
  drift: null,
};

/** `monitor`: what is watched, of a definition that is served row by row. */
export function readMetadata(options: OptionReader, monitor: MonitorDefinition = nothingWatched): MetadataDefinition {
  const tags = options.textByName('tags');
  const columnTags = options.textByNameByName('columnTags');
  for (const name of ['description', 'owners']) {
    if (name in tags) options.fault(`'tags.${name}' has an option of its own: ${name}.`);
  }
  for (const [column, of] of Object.entries(columnTags)) {
    if ('description' in of) options.fault(`'columnTags.${column}.description' belongs into columnDescriptions.`);
  }
  return {
    production: options.optionalFlag('production'),
    description: options.optionalText('description'),
    owners: options.texts('owners'),
    tags,
    columnDescriptions: options.textByName('columnDescriptions'),
    columnTags,
    output: readOutput(options),
    run: readRun(options),
    monitor,
    customJson: options.optionalText('customJson'),
  };
}
