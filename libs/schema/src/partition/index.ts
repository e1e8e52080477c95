export { type DatePattern, datePattern } from './date-pattern.ts';
export { dailyPartitions, type PartitionSpec, type Partitions, partitionsOf } from './partitions.ts';
