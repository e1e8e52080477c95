import type { ExpressionDialect, Place } from './definition.ts';
import type { Layers } from './metadata-definition.ts';

/** What holds for a whole repository, as its `isochron.config.ts` says it. */
export interface ConfigDefinition {
  readonly kind: 'config';
  readonly place: Place;
  /** Of definitions and compiled files that do not say theirs; null: GoogleSQL. */
  readonly dialect: ExpressionDialect | null;
  /** What the repository is called where its definitions are published; null: as its folder. */
  readonly repository: string | null;
  /** Where the compiler service is that they are published to, `grpc://host:port`; null: the embedded store. */
  readonly compiler: string | null;
  /** By their names, which are those of the folders in `features/`. What `default` says, all of them say. */
  readonly teams: Readonly<Record<string, TeamDefinition>>;
  /** By their names. */
  readonly environments: Readonly<Record<string, EnvironmentDefinition>>;
}

/** What a team says for all of its definitions; what a definition says itself is laid over it. */
export interface TeamDefinition {
  /** The database or dataset of its output tables. */
  readonly namespace: string | null;
  readonly tableProperties: Readonly<Record<string, string>>;
  readonly env: Layers;
  readonly conf: Layers;
  readonly clusterConf: Layers;
}

/** A place where the same definitions run apart from others. */
export interface EnvironmentDefinition {
  /** What the names of its tables, datasets and topics begin with; empty where they are as they are. */
  readonly prefix: string;
  /** The compiler service of this environment; null: the repository's. */
  readonly compiler: string | null;
}
