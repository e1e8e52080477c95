import type { PartitionDefinition } from '@isochron/authoring';
import type { Query, TableInfo } from '@isochron/thrift';
import { type Lowering, lengthField, said } from './context.ts';

/** How a table is partitioned. What a query waits for, and how late it is, is not of the table. */
export function tablePartition(
  partition: PartitionDefinition | null,
  path: string,
  lowering: Pick<Lowering, 'found'>,
): Omit<TableInfo, 'table'> {
  if (partition === null) return {};
  return {
    ...said({ partitionColumn: partition.column, partitionFormat: partition.format }),
    ...lengthField('partitionInterval', partition.every, path, 'bad-partition', lowering),
    ...(partition.isTime && { timePartitioned: true }),
  };
}

/** The same of a table that is read. */
export function queryPartition(
  partition: PartitionDefinition | null,
  path: string,
  lowering: Pick<Lowering, 'found'>,
): Query {
  if (partition === null) return {};
  return {
    ...tablePartition(partition, path, lowering),
    ...lengthField('partitionLag', partition.late, path, 'bad-lag', lowering),
    ...said({ subPartitionsToWaitFor: partition.waitFor }),
  };
}
