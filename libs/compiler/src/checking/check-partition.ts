import { DAY_MS } from '@isochron/aggregation';
import type { MetaData, Query } from '@isochron/thrift';
import { windowMs } from '../window-text.ts';
import type { CheckedPartition } from './checked.ts';

export const PARTITION_COLUMN = 'ds';
export const PARTITION_FORMAT = 'yyyy-MM-dd';

/** Where the existing system's teams say how all of their tables are cut. */
const COLUMN_SETTING = 'spark.chronon.partition.column';
const FORMAT_SETTING = 'spark.chronon.partition.format';

/** How a table is cut: as its query says, else as its object's settings say, else into days, in the column `ds`. */
export const checkPartition = (query: Query, settings: Readonly<Record<string, string>>): CheckedPartition => ({
  column: query.partitionColumn ?? settings[COLUMN_SETTING] ?? PARTITION_COLUMN,
  format: query.partitionFormat ?? settings[FORMAT_SETTING] ?? PARTITION_FORMAT,
  everyMs: query.partitionInterval === undefined ? DAY_MS : windowMs(query.partitionInterval),
  lateMs: query.partitionLag === undefined ? 0 : (windowMs(query.partitionLag) ?? 0),
  isTime: query.timePartitioned === true,
});

/** How an object's own table is cut, as its metadata says. */
export function outputPartition(metaData: MetaData | undefined): CheckedPartition {
  const { partitionColumn, partitionFormat, partitionInterval, timePartitioned } =
    metaData?.executionInfo?.outputTableInfo ?? {};
  const query = {
    ...(partitionColumn !== undefined && { partitionColumn }),
    ...(partitionFormat !== undefined && { partitionFormat }),
    ...(partitionInterval !== undefined && { partitionInterval }),
    ...(timePartitioned !== undefined && { timePartitioned }),
  };
  return checkPartition(query, settingsOf(metaData));
}

/** The columns that it is cut by: the day, and others below it. */
export const outputPartitionColumns = (metaData: MetaData | undefined): readonly string[] => [
  outputPartition(metaData).column,
  ...(metaData?.additionalOutputPartitionColumns ?? []),
];

/** The settings of an object for whatever runs it. */
export const settingsOf = (metaData: MetaData | undefined): Readonly<Record<string, string>> =>
  metaData?.executionInfo?.conf?.common ?? {};
