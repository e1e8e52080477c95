import type { ConfigDefinition, ExpressionDialect } from './definition.ts';
import { dialects } from './dialects.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';

export interface ConfigOptions {
  /**
   * What expressions are written in where a definition, or a compiled file, does not say it. Files that the existing system compiled never do, and are
   * Spark SQL. Not given: GoogleSQL.
   */
  readonly dialect?: ExpressionDialect;
}

const optionNames = ['dialect'];

/** What holds for a whole repository: the default export of `isochron.config.ts`, beside `features/`. */
export function config(options: ConfigOptions): ConfigDefinition;
export function config(written: unknown): ConfigDefinition {
  const place = placeOfCall(config);
  const options = readOptions('config', place, written, optionNames);
  const read = { dialect: options.oneOf('dialect', dialects) };
  options.finish();
  return make({ kind: 'config', place, ...read });
}

/** Whether a value is what `config` returned. */
export function isConfig(value: unknown): value is ConfigDefinition {
  return isMade(value, 'config');
}
