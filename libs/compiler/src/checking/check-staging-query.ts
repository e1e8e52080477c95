import { dailyPartitions, IsochronError, partitionsOf } from '@isochron/schema';
import { cleanSpec, outputTable, type StagingQuery } from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { type ReadMacros, readMacros, tablesAsked } from '../macros/index.ts';
import { nameOfThrift } from '../names.ts';
import { sqlTables } from '../staging/sql-tables.ts';
import { outputPartition } from './check-partition.ts';
import type { CheckedPartition, CheckedStagingQuery } from './checked.ts';
import type { Checking } from './checking.ts';

export function checkStagingQuery(thrift: StagingQuery, { unsaid }: Checking): CheckedStagingQuery {
  const { metaData, query = '' } = thrift;
  const partition = outputPartition(metaData);
  const macros = macrosOf(query, partition);
  return {
    kind: 'staging-query',
    name: nameOfThrift(metaData?.name ?? ''),
    path: '',
    dialect: dialectOf(metaData, unsaid),
    table: outputTable(metaData ?? {}),
    thrift,
    partition,
    macros,
    tables: [...new Set([...sqlTables(query), ...tablesAsked(macros.macros).map(cleanSpec)])],
  };
}

/** Of partitions that cannot be cut as they are said to be, macros are read as of days: that is said elsewhere. */
function macrosOf(query: string, { format, everyMs }: CheckedPartition): ReadMacros {
  try {
    return readMacros(query, partitionsOf({ format, spanMs: everyMs ?? 0 }));
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    return readMacros(query, partitionsOf(dailyPartitions));
  }
}
