import type { CheckedSelect, Columns, Select } from './column-type.ts';
import type { OptionReader } from './option-reader.ts';
import { type PartitionOptions, readPartition } from './partition-options.ts';
import type { QueryDefinition } from './source-definition.ts';

/** How rows are read, whatever they are. */
export interface QueryOptions<Declared extends Columns, Selected extends Select> {
  /** First and last day partition the table may be read from, inclusive: `'2001-01-01'`. Not given: without bound. */
  readonly start?: string;
  readonly end?: string;
  /** Name -> SQL over the table's columns. A text that is a name alone must be a column, written as declared. */
  readonly select: CheckedSelect<Declared, Selected>;
  /** SQL conditions; a row counts if all of them hold. */
  readonly where?: readonly string[];
  /** How the table is cut into partitions. Not given: by day, in the column that the warehouse is configured with. */
  readonly partition?: PartitionOptions;
  /** Statements that are run once before the rows are read. */
  readonly setup?: readonly string[];
}

export const queryOptionNames = ['time', 'start', 'end', 'select', 'where', 'partition', 'setup'];

export function readQuery(options: OptionReader): QueryDefinition {
  return {
    time: options.optionalText('time'),
    start: options.optionalText('start'),
    end: options.optionalText('end'),
    select: options.textByName('select'),
    where: options.texts('where'),
    partition: readPartition(options),
    setup: options.texts('setup'),
  };
}
