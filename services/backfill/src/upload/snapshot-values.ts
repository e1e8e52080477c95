import { SnapshotFold } from '@isochron/aggregation';
import { AvroOutput, nullableWriterOf } from '@isochron/avro';
import type { GroupByPlan } from '@isochron/compiler';
import { valuesSchemaOf } from '@isochron/serving';
import { cleanName } from '@isochron/thrift';
import { featuresOf } from '../features.ts';
import { type KeyValues, pushChunk } from './key-values.ts';

/** SNAPSHOT: the features of each key as they are at the batch end. A key whose features are all null has no row, as in the GroupBy's own table. */
export function snapshotValues(plan: GroupByPlan, batchEndMs: number): KeyValues {
  const fold = new SnapshotFold(featuresOf(plan), batchEndMs);
  const writers = plan.outputs.map(({ type }) => nullableWriterOf(type));
  const output = new AvroOutput();
  const bytesOf = (key: number): Uint8Array | null => {
    const values = fold.read(key);
    if (values === null || values.every((value) => value === null)) return null;
    output.clear();
    writers.forEach((write, feature) => {
      write(output, values[feature]);
    });
    return output.toBytes();
  };
  return { schema: valuesSchema(plan), push: (chunk) => pushChunk(chunk, fold, bytesOf) };
}

/** Of the features themselves. */
export const valuesSchema = (plan: GroupByPlan) => {
  const name = `${cleanName(plan.name)}_OUTPUT`;
  return valuesSchemaOf(plan.outputs, plan.shape === 'rows' ? [] : featuresOf(plan), name);
};
