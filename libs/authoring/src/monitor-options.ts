import type { Window } from './column-handle.ts';
import type { DriftDefinition, MonitorDefinition } from './metadata-definition.ts';
import type { OptionReader } from './option-reader.ts';

/** What is watched of what a join serves. */
export interface MonitorOptions {
  /** How many percent of the answers are logged, 0 to 100. */
  readonly samplePercent?: number;
  /** Whether logged answers are compared with backfilled ones. Not given: no. */
  readonly consistency?: boolean;
  /** How many percent of the logged answers are compared, 0 to 100. */
  readonly consistencyPercent?: number;
  readonly drift?: DriftOptions;
}

export interface DriftOptions {
  /** Columns by whose values everything is watched apart. */
  readonly slices?: readonly string[];
  /** More that is watched: name -> SQL. */
  readonly derive?: Readonly<Record<string, string>>;
  /** Whether a column has few values or many. Not given: it is found out. */
  readonly cardinality?: Readonly<Record<string, 'low' | 'high'>>;
  /** How much time is summed up in one figure. Not given: `'30m'`. */
  readonly tile?: Window;
  /** With which time before it is compared. */
  readonly lookbacks?: readonly Window[];
  /** How far two distributions are from each other. Not given: `'jensen-shannon'`. */
  readonly metric?: 'jensen-shannon' | 'hellinger' | 'psi';
}

export function readMonitor(options: OptionReader): MonitorDefinition {
  const group = options.group('monitor', ['samplePercent', 'consistency', 'consistencyPercent', 'drift']);
  const drift = group.optionalGroup('drift', ['slices', 'derive', 'cardinality', 'tile', 'lookbacks', 'metric']);
  return {
    samplePercent: group.optionalPercent('samplePercent'),
    consistency: group.optionalFlag('consistency'),
    consistencyPercent: group.optionalPercent('consistencyPercent'),
    drift: drift === null ? null : readDrift(drift),
  };
}

function readDrift(group: OptionReader): DriftDefinition {
  return {
    slices: group.texts('slices'),
    derive: group.textByName('derive'),
    cardinality: group.oneOfByName('cardinality', ['low', 'high']),
    tile: group.optionalText('tile'),
    lookbacks: group.texts('lookbacks'),
    metric: group.oneOf('metric', ['jensen-shannon', 'hellinger', 'psi']),
  };
}
