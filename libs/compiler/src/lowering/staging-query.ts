import type { DependencyDefinition, StagingQueryDefinition } from '@isochron/authoring';
import { EngineType, type StagingQuery, type TableDependency } from '@isochron/thrift';
import { type Lowering, lengthField, said } from './context.ts';
import { lowerMetadata } from './metadata.ts';
import { tablePartition } from './partition.ts';
import { schemaOf } from './schema.ts';
import { readTableName } from './table-name.ts';

const engines = { spark: EngineType.SPARK, bigquery: EngineType.BIGQUERY, snowflake: EngineType.SNOWFLAKE } as const;

export function lowerStagingQuery(definition: StagingQueryDefinition, lowering: Lowering): StagingQuery {
  lowering.placed('', definition.place);
  // Its columns are not in Thrift; that they can be read is seen here, where everything else of it is.
  schemaOf(definition.columns ?? {}, 'columns', 'query', lowering);
  const { engine, start, setup, recomputeDays } = definition;
  return {
    metaData: lowerMetadata(definition, '', lowering),
    query: definition.query,
    ...said({
      startPartition: start,
      setups: setup,
      engineType: engine === null ? null : engines[engine],
      recomputeDays,
      tableDependencies: definition.dependsOn.map((each, position) =>
        lowerDependency(each, `tableDependencies[${position}]`, lowering),
      ),
    }),
  };
}

function lowerDependency(dependency: DependencyDefinition, path: string, lowering: Lowering): TableDependency {
  lowering.placed(path, dependency.place);
  const { startCutOff, endCutOff, optional, recompute, trigger, cumulative } = dependency;
  return {
    tableInfo: {
      table: readTableName(dependency.table, `${path}.tableInfo.table`, lowering),
      ...tablePartition(dependency.partition, `${path}.tableInfo`, lowering),
      ...said({ isCumulative: cumulative, triggerExpr: trigger }),
    },
    ...lengthField('startOffset', dependency.startOffset, path, 'bad-offset', lowering),
    ...lengthField('endOffset', dependency.endOffset, path, 'bad-offset', lowering),
    ...said({ startCutOff, endCutOff, isSoftNodeDependency: optional, forceCompute: recompute }),
  };
}
