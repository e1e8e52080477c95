import {
  batchIrType,
  bindFeature,
  DAY_MS,
  type Feature,
  featureName,
  isRefusal,
  LambdaColumns,
} from '@isochron/aggregation';
import { AvroOutput, avroSchemaOf } from '@isochron/avro';
import { longType, type OperationName } from '@isochron/schema';
import { expect, test } from 'vitest';
import { BatchHalfDecoder } from './batch-half-decoder.ts';
import { Cursor } from './cursor.ts';
import { Texts } from './texts.ts';

const E = 1_705_276_800_000;
const operations: readonly OperationName[] = ['COUNT', 'SUM', 'MIN', 'MAX', 'AVERAGE', 'FIRST', 'LAST', 'VARIANCE'];
const features = operations.map((operation): Feature => {
  const parts = { operation, args: {}, input: 'amount', bucket: null, windowMs: 7 * DAY_MS };
  const feature = bindFeature({ ...parts, name: featureName(parts) }, [{ name: 'amount', type: longType }]);
  if (isRefusal(feature)) throw new Error(feature.refusal);
  return feature;
});

test('a count of more hops than the bytes that are left can hold takes no room for them', () => {
  const columns = new LambdaColumns(features);
  const decoder = new BatchHalfDecoder(columns, avroSchemaOf(batchIrType(features), 'IR'), new Texts());
  const hops = 100_000;
  const output = new AvroOutput();
  output.byte(2);
  for (const _ of features) output.byte(0);
  output.byte(2);
  output.long(3);
  // Of days nothing, of hours more than there can be.
  output.byte(2);
  output.byte(0);
  output.byte(2);
  output.long(hops);
  output.written(new Uint8Array(hops));
  const bytes = output.toBytes();
  const cursor = new Cursor();
  cursor.start(bytes, 0, bytes.length);
  expect(() => decoder.read(cursor, E, E)).toThrow(/they count 100000 hops/);
  for (const { states } of columns.columns) expect(states.slots).toBeLessThan(1_000);
});
