import type { OutputDefinition } from './metadata-definition.ts';
import type { OptionReader } from './option-reader.ts';
import { readTablePartition, type TablePartitionOptions } from './partition-options.ts';

/** The table that a definition writes. */
export interface OutputOptions {
  /** Its database or dataset. Not given: the team's. */
  readonly namespace?: string;
  /** Its whole name. Not given: the definition's, with underscores, in the namespace. */
  readonly table?: string;
  /** Properties given to it; they are laid over the team's. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Columns it is partitioned by besides the day. */
  readonly partitionColumns?: readonly string[];
  /** How it is cut by the day, or whatever its partitions are. Not given: by day, in the column that the warehouse is configured with. */
  readonly partition?: TablePartitionOptions;
}

const optionNames = ['namespace', 'table', 'properties', 'partitionColumns', 'partition'];

export function readOutput(options: OptionReader): OutputDefinition {
  const group = options.group('output', optionNames);
  return {
    namespace: group.optionalText('namespace'),
    table: group.optionalText('table'),
    properties: group.textByName('properties'),
    partitionColumns: group.texts('partitionColumns'),
    partition: readTablePartition(group),
  };
}
