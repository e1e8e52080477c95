import type { ConfigDefinition, EnvironmentDefinition, TeamDefinition } from './config-definition.ts';
import type { ExpressionDialect } from './definition.ts';
import { dialects } from './dialects.ts';
import { isMade, make } from './made.ts';
import { type OptionReader, readOptions } from './option-reader.ts';
import type { OutputOptions } from './output-options.ts';
import { placeOfCall } from './place.ts';
import type { RunOptions } from './run-options.ts';

export interface ConfigOptions {
  /**
   * What expressions are written in where a definition, or a compiled file, does not say it. Files that the existing system compiled never do, and are
   * Spark SQL. Not given: GoogleSQL.
   */
  readonly dialect?: ExpressionDialect;
  /** What the repository is called where its definitions are published. Not given: as its folder. */
  readonly repository?: string;
  /** The compiler service that `isochron publish` publishes to, `grpc://host:port`, or `grpcs://host:port` for TLS. Not given: the embedded store. */
  readonly compiler?: string;
  /**
   * What teams say for all of their definitions, by the name of their folder in `features/`. `default` is laid under every team. Where others are
   * named, a folder of none of them is a mistake.
   */
  readonly teams?: Readonly<Record<string, TeamOptions>>;
  /** Places where the same definitions run apart, such as `dev` and `prod`: `isochron --environment dev`. */
  readonly environments?: Readonly<Record<string, EnvironmentOptions>>;
}

export interface TeamOptions {
  /** Where its output tables are, and their properties. */
  readonly output?: Pick<OutputOptions, 'namespace' | 'properties'>;
  /** Settings of its jobs. A definition's own are laid over them, mode by mode. */
  readonly run?: Pick<RunOptions, 'env' | 'conf' | 'clusterConf'>;
}

export interface EnvironmentOptions {
  /**
   * Put before the names of what is the environment's own: tables that definitions write, wherever they are read, datasets in the store, and topics.
   * Tables that nothing here writes are read as they are. Letters, digits and underscores. Not given: nothing.
   */
  readonly prefix?: string;
  /** The compiler service of this environment, `grpc://host:port` or `grpcs://host:port`. Not given: the repository's. */
  readonly compiler?: string;
}

const optionNames = ['dialect', 'repository', 'compiler', 'teams', 'environments'];
const SERVICE = /^grpcs?:\/\/[^/\s]+:\d+$/;

/** What holds for a whole repository: the default export of `isochron.config.ts`, beside `features/`. */
export function config(options: ConfigOptions): ConfigDefinition;
export function config(written: unknown): ConfigDefinition {
  const place = placeOfCall(config);
  const options = readOptions('config', place, written, optionNames);
  const read = {
    dialect: options.oneOf('dialect', dialects),
    repository: options.optionalText('repository'),
    compiler: options.optionalText('compiler'),
    teams: options.groupByName('teams', ['output', 'run'], readTeam),
    environments: options.groupByName('environments', ['prefix', 'compiler'], readEnvironment),
  };
  const refuseService = (name: string, service: string | null): void => {
    if (service === null || SERVICE.test(service)) return;
    options.fault(`'${name}' must be the address of a service, grpc://host:port, not '${service}'.`);
  };
  refuseService('compiler', read.compiler);
  for (const [name, { prefix, compiler }] of Object.entries(read.environments)) {
    refuseService(`environments.${name}.compiler`, compiler);
    if (!/^\w*$/.test(prefix)) {
      options.fault(`'environments.${name}.prefix' may hold letters, digits and underscores, not '${prefix}'.`);
    }
  }
  options.finish();
  return make({ kind: 'config', place, ...read });
}

/** Whether a value is what `config` returned. */
export function isConfig(value: unknown): value is ConfigDefinition {
  return isMade(value, 'config');
}

function readTeam(team: OptionReader): TeamDefinition {
  const output = team.group('output', ['namespace', 'properties']);
  const run = team.group('run', ['env', 'conf', 'clusterConf']);
  return {
    namespace: output.optionalText('namespace'),
    tableProperties: output.textByName('properties'),
    env: run.textByNameByName('env'),
    conf: run.textByNameByName('conf'),
    clusterConf: run.textByNameByName('clusterConf'),
  };
}

const readEnvironment = (environment: OptionReader): EnvironmentDefinition => ({
  prefix: environment.optionalText('prefix') ?? '',
  compiler: environment.optionalText('compiler'),
});
