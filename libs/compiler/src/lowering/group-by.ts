import type { AggregationDefinition, GroupByDefinition } from '@isochron/authoring';
import { Accuracy, type Aggregation, type GroupBy, Operation } from '@isochron/thrift';
import { within } from '../places.ts';
import { type Lowering, lengthOf } from './context.ts';
import { derivationsOf } from './derivations.ts';
import { loweredOnce } from './lowered-before.ts';
import { lowerMetadata } from './metadata.ts';
import { lowerSource } from './source.ts';

export const lowerGroupBy = (definition: GroupByDefinition, path: string, lowering: Lowering): GroupBy =>
  loweredOnce(lowering.before.groupBys, definition, path, lowering, (apart) => lowerNew(definition, path, apart));

function lowerNew(definition: GroupByDefinition, path: string, lowering: Lowering): GroupBy {
  lowering.placed(path, definition.place);
  return {
    metaData: lowerMetadata(definition, path, lowering),
    sources: definition.sources.map((source, position) =>
      lowerSource(source, within(path, `sources[${position}]`), lowering),
    ),
    keyColumns: definition.keys,
    ...(definition.aggregations !== null && {
      aggregations: definition.aggregations.map((each, position) =>
        lowerAggregation(each, within(path, `aggregations[${position}]`), lowering),
      ),
    }),
    ...(definition.accuracy !== null && { accuracy: accuracies[definition.accuracy] }),
    ...derivationsOf(definition),
  };
}

const accuracies = { temporal: Accuracy.TEMPORAL, snapshot: Accuracy.SNAPSHOT } as const;

function lowerAggregation(aggregation: AggregationDefinition, path: string, lowering: Lowering): Aggregation {
  lowering.placed(path, aggregation.place);
  const windows = aggregation.windows.flatMap((text, position) => {
    const window = lengthOf(text, `${path}.windows[${position}]`, 'bad-window', lowering);
    return window === null ? [] : [window];
  });
  return {
    inputColumn: aggregation.input,
    operation: Operation[aggregation.operation],
    argMap: aggregation.args,
    ...(aggregation.windows.length > 0 && { windows }),
    ...(aggregation.buckets.length > 0 && { buckets: aggregation.buckets }),
  };
}
