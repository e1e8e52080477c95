import { DAY_MS } from '@isochron/aggregation';
import { cleanSpec, EngineType, type TableDependency } from '@isochron/thrift';
import { checkPartition, settingsOf } from '../checking/check-partition.ts';
import type { CheckedStagingQuery } from '../checking/checked.ts';
import { hashOf } from '../hash.ts';
import { createMeaningContext, wholeMeaning } from '../meaning/index.ts';
import { windowMs } from '../window-text.ts';
import type { EngineName, StagingQueryPlan, TableRead } from './plan.ts';
import { planOutput } from './plan-output.ts';
import { planPartition } from './plan-scan.ts';

/** The plan of a staging query that no rule has anything against. */
export function planStagingQuery(staging: CheckedStagingQuery): StagingQueryPlan {
  const { thrift, name, table, dialect } = staging;
  const settings = settingsOf(thrift.metaData);
  return {
    kind: 'staging-query',
    name,
    table,
    query: thrift.query ?? '',
    setups: thrift.setups ?? [],
    engine: thrift.engineType === undefined ? null : (engines.get(thrift.engineType) ?? null),
    reads: (thrift.tableDependencies ?? []).map((each, at) => readOf(each, settings, `tableDependencies[${at}]`)),
    ...planOutput(thrift.metaData),
    startDay: thrift.startPartition ?? null,
    recomputeDays: thrift.recomputeDays ?? 0,
    semanticHash: hashOf(wholeMeaning({ kind: 'staging-query', name, thrift }, createMeaningContext(dialect))),
  };
}

const engines: ReadonlyMap<EngineType, EngineName> = new Map([
  [EngineType.SPARK, 'spark'],
  [EngineType.BIGQUERY, 'bigquery'],
  [EngineType.SNOWFLAKE, 'snowflake'],
]);

/** Without a start offset everything before is read, and without an end offset the day itself is the last. */
function readOf(dependency: TableDependency, settings: Readonly<Record<string, string>>, path: string): TableRead {
  const { tableInfo = {}, startOffset, endOffset } = dependency;
  const { partitionColumn, partitionFormat, partitionInterval, timePartitioned } = tableInfo;
  const cut = checkPartition(
    {
      ...(partitionColumn !== undefined && { partitionColumn }),
      ...(partitionFormat !== undefined && { partitionFormat }),
      ...(partitionInterval !== undefined && { partitionInterval }),
      ...(timePartitioned !== undefined && { timePartitioned }),
    },
    settings,
  );
  const days = (offset: typeof endOffset): number =>
    Math.ceil((offset === undefined ? 0 : (windowMs(offset) ?? 0)) / DAY_MS);
  return {
    table: cleanSpec(tableInfo.table ?? ''),
    partition: planPartition(cut, `${path}.tableInfo`),
    firstDaysBefore: startOffset === undefined ? null : days(startOffset),
    lastDaysBefore: days(endOffset),
    startDay: dependency.startCutOff ?? null,
    endDay: dependency.endCutOff ?? null,
    isCumulative: tableInfo.isCumulative === true,
    isOptional: dependency.isSoftNodeDependency === true,
  };
}
