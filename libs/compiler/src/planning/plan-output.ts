import type { MetaData } from '@isochron/thrift';
import { outputPartition, outputPartitionColumns } from '../checking/check-partition.ts';
import type { PartitionPlan, RunPlan } from './plan.ts';
import { planRun } from './plan-run.ts';
import { planPartition } from './plan-scan.ts';

/** How an object's own table is cut, and how the jobs run that fill it. */
export const planOutput = (
  metaData: MetaData | undefined,
): { readonly partitionColumns: readonly string[]; readonly partition: PartitionPlan; readonly run: RunPlan } => ({
  partitionColumns: outputPartitionColumns(metaData),
  partition: planPartition(outputPartition(metaData), 'metaData.executionInfo.outputTableInfo'),
  run: planRun(metaData),
});
