import type { DialectName } from '@isochron/expression';
import { type StagingQuery, stagingQueryStruct, toJson } from '@isochron/thrift';
import { hashOf } from '../hash.ts';
import type { DefinitionObject } from '../objects.ts';
import { type ColumnMeanings, groupByColumns } from './group-by-meaning.ts';
import { joinColumns } from './join-meaning.ts';
import { createMeaningContext, type MeaningContext } from './meaning-context.ts';
import { modelMeaning, modelTransformsColumns } from './model-meaning.ts';
import { sqlWords } from './sql-words.ts';

export type { ColumnMeanings } from './group-by-meaning.ts';
export { createMeaningContext, type MeaningContext } from './meaning-context.ts';

/**
 * What the columns of an object mean, in their order, each as a hash that no name, order or spelling changes, and every select, condition, time, window,
 * operation, key and source does. Taken of the Thrift alone, never of a catalog. A staging query and a model have no columns that are known of them.
 * `reading`: the dialect of objects that do not say theirs, or what several objects share.
 */
export function columnsOf(object: DefinitionObject, reading: DialectName | MeaningContext): ColumnMeanings {
  const context = typeof reading === 'string' ? createMeaningContext(reading) : reading;
  switch (object.kind) {
    case 'group-by':
      return groupByColumns(object.thrift, context);
    case 'join':
      return joinColumns(object.thrift, context);
    case 'model-transforms':
      return modelTransformsColumns(object.thrift, context);
    case 'staging-query':
    case 'model':
      return new Map();
  }
}

/** What an object without known columns means, as one hash; null for the others, whose columns say it. */
export function wholeMeaning(object: DefinitionObject, context: MeaningContext): string | null {
  if (object.kind === 'staging-query') return stagingQueryMeaning(object.thrift);
  return object.kind === 'model' ? modelMeaning(object.thrift, context) : null;
}

/** Its SQL, what is run before it, and which days of which tables it reads; not how or when it runs. */
function stagingQueryMeaning({ query, setups, engineType, tableDependencies, startPartition }: StagingQuery): string {
  return hashOf({
    query: sqlWords(query ?? ''),
    settled: toJson(stagingQueryStruct, {
      ...(setups !== undefined && { setups }),
      ...(engineType !== undefined && { engineType }),
      ...(tableDependencies !== undefined && { tableDependencies }),
      ...(startPartition !== undefined && { startPartition }),
    }),
  });
}
