import type { Window } from './column-handle.ts';
import type { Columns } from './column-type.ts';
import type { Place } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { type PartitionOptions, readPartition } from './partition-options.ts';
import { placeOfCall } from './place.ts';
import { isReadTable, type Readable } from './readable.ts';
import type { ReadTable } from './source-definition.ts';
import type { DependencyDefinition } from './staging-query-definition.ts';
import { describe } from './written-value.ts';

/** What must be there first: the same days of a table, or what `dependency` says. */
export type Dependency = Readable<Columns> | DependencyDefinition;
export type ReadDependency = ReadTable | DependencyDefinition;

export interface DependencyOptions {
  /** How far before the first day computed the first day needed is. `'unbounded'`: everything before is needed. Not given: `'0d'`. */
  readonly startOffset?: Window | 'unbounded';
  /** How far before the last day computed the last day needed is. Not given: `'0d'`. */
  readonly endOffset?: Window;
  /** No day before this one is needed, and none after that. */
  readonly startCutOff?: string;
  readonly endCutOff?: string;
  readonly partition?: PartitionOptions;
  /** Whether each partition holds everything up to its day, so that any at or after the day needed will do. */
  readonly cumulative?: boolean;
  /** A SQL scalar over the table that has to be beyond the end of what is waited for, in place of partitions. */
  readonly trigger?: string;
  /** Whether the table may be missing. */
  readonly optional?: boolean;
  /** Whether what writes the table is run again even if the table is there. */
  readonly recompute?: boolean;
}

const optionNames = [
  'startOffset',
  'endOffset',
  'startCutOff',
  'endCutOff',
  'partition',
  'cumulative',
  'trigger',
  'optional',
  'recompute',
];

/** Other days of a table than those that are computed, or other conditions: `dependency(flights, { startOffset: '7d' })`. */
export function dependency(table: Readable<Columns>, options?: DependencyOptions): DependencyDefinition;
export function dependency(table: unknown, written: unknown = {}): DependencyDefinition {
  const place = placeOfCall(dependency);
  if (!isReadTable(table)) {
    throw new DefinitionError(place, [
      `dependency takes what table() or stagingQuery() returned, not ${describe(table)}.`,
    ]);
  }
  return readDependency(table, place, written);
}

/** A table by itself is needed for the very days that are computed. */
export function recordDependency(written: ReadDependency, place: Place): DependencyDefinition {
  return written.kind === 'dependency' ? written : readDependency(written, place, {});
}

export function isDependencyOrTable(value: unknown): value is ReadDependency {
  return isReadTable(value) || isMade(value, 'dependency');
}

function readDependency(table: ReadTable, place: Place, written: unknown): DependencyDefinition {
  const options = readOptions('dependency', place, written, optionNames);
  const startOffset = options.optionalText('startOffset') ?? '0d';
  const read = {
    startOffset: startOffset === 'unbounded' ? null : startOffset,
    endOffset: options.optionalText('endOffset') ?? '0d',
    startCutOff: options.optionalText('startCutOff'),
    endCutOff: options.optionalText('endCutOff'),
    partition: readPartition(options),
    cumulative: options.optionalFlag('cumulative'),
    trigger: options.optionalText('trigger'),
    optional: options.optionalFlag('optional'),
    recompute: options.optionalFlag('recompute'),
  };
  options.finish();
  return make({ kind: 'dependency', place, table, ...read });
}
