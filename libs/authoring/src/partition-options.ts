import type { Window } from './column-handle.ts';
import type { OptionReader } from './option-reader.ts';
import type { PartitionDefinition } from './source-definition.ts';

/** How a table that is written is cut into partitions. */
export interface TablePartitionOptions {
  /** The column that names the partition. Not given: the one that the warehouse is configured with. */
  readonly column?: string;
  /** How a partition's value is written, as a pattern of java.time: `'yyyyMMdd'`. Not given: `yyyy-MM-dd`. */
  readonly format?: string;
  /** The span of time that one partition covers. Not given: `'1d'`. */
  readonly every?: Window;
  /** Whether the column holds times, so that partitions are ranges of it. Not given: no. */
  readonly isTime?: boolean;
}

/** How a table that is read is cut into partitions. */
export interface PartitionOptions extends TablePartitionOptions {
  /** How late the table usually is: `'1d'`. */
  readonly late?: Window;
  /** Partitions below the day that must be there before the day may be read: `['hr=23']`. */
  readonly waitFor?: readonly string[];
}

const tableOptionNames = ['column', 'format', 'every', 'isTime'];

export const readPartition = (options: OptionReader): PartitionDefinition | null =>
  readPartitionGroup(options.optionalGroup('partition', [...tableOptionNames, 'late', 'waitFor']));

/** Of a table that is written: nobody waits for it here. */
export const readTablePartition = (options: OptionReader): PartitionDefinition | null =>
  readPartitionGroup(options.optionalGroup('partition', tableOptionNames));

function readPartitionGroup(group: OptionReader | null): PartitionDefinition | null {
  if (group === null) return null;
  return {
    column: group.optionalText('column'),
    format: group.optionalText('format'),
    every: group.optionalText('every'),
    late: group.optionalText('late'),
    waitFor: group.texts('waitFor'),
    isTime: group.flag('isTime'),
  };
}
