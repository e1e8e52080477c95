import type { Columns } from './column-type.ts';
import { type Dependency, isDependencyOrTable, type ReadDependency, recordDependency } from './dependency.ts';
import { isMade, make } from './made.ts';
import { type MetadataOptions, metadataOptionNames, readMetadata } from './metadata.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import type { EngineName, StagingQueryDefinition } from './staging-query-definition.ts';

/** A staging query whose columns are known to TypeScript, as far as its author declares them, so that sources can read its table. */
export interface StagingQuery<Declared extends Columns = Columns> extends StagingQueryDefinition {
  readonly columns: Declared | null;
}

export interface StagingQueryOptions<Declared extends Columns> extends MetadataOptions {
  /** A whole number. It ends the definition's name: `flights/cleaned.daily__1`. */
  readonly version: number;
  /**
   * SQL that makes the rows of the days from `{{ start_date }}` to `{{ end_date }}`, the day of each in the partition column. Other macros are
   * `{{ latest_date }}` and `{{ max_date(table=…) }}`.
   */
  readonly query: string;
  /** The first day that is computed: `'2001-01-01'`. Not given: the first that is asked for. */
  readonly start?: string;
  /** The tables that the query reads: as they are for the same days, or a `dependency` for others. */
  readonly dependsOn?: readonly Dependency[];
  /** Statements that are run once before the query. */
  readonly setup?: readonly string[];
  /** Which engine runs it. Not given: the warehouse's. */
  readonly engine?: EngineName;
  /** How many of the last days are computed anew each time, because their rows still change. Not given: none. */
  readonly recomputeDays?: number;
  /** What the query makes, by GoogleSQL type name, so that what reads it is checked. */
  readonly columns?: Declared;
}

const optionNames = [
  'version',
  'query',
  'start',
  'dependsOn',
  'setup',
  'engine',
  'recomputeDays',
  'columns',
  ...metadataOptionNames,
];
const engines = ['spark', 'bigquery', 'snowflake'] as const satisfies readonly EngineName[];

/** Defines a table made by a SQL query, day by day. */
export function stagingQuery<const Declared extends Columns = Columns>(
  options: StagingQueryOptions<Declared>,
): StagingQuery<Declared>;
export function stagingQuery(written: unknown): StagingQueryDefinition {
  const place = placeOfCall(stagingQuery);
  const options = readOptions('stagingQuery', place, written, optionNames);
  const isDeclared = options.given('columns');
  const columns = options.textByName('columns');
  const dependencies: readonly ReadDependency[] = options.optionalValues(
    'dependsOn',
    'tables, staging queries and what dependency() returned',
    isDependencyOrTable,
  );
  const read = {
    version: options.wholeNumber('version'),
    metadata: readMetadata(options),
    query: options.text('query'),
    start: options.optionalText('start'),
    setup: options.texts('setup'),
    engine: options.oneOf('engine', engines),
    recomputeDays: options.optionalWholeNumber('recomputeDays'),
  };
  options.finish();
  const dependsOn = dependencies.map((each) => recordDependency(each, place));
  return make({ kind: 'staging-query', place, ...read, dependsOn, columns: isDeclared ? columns : null });
}

export function isStagingQuery(value: unknown): value is StagingQueryDefinition {
  return isMade(value, 'staging-query');
}
