import { type AvroSchema, avroSchemaOf, keySchemaOf } from '@isochron/avro';
import type { GroupByPlan } from '@isochron/compiler';
import { structType } from '@isochron/schema';
import { type GroupBy, groupByServingInfoStruct, toJson } from '@isochron/thrift';
import { addDays } from '../days.ts';

/**
 * What a reader must know of an upload to read it, as Thrift JSON: the definition as it was, the schemas of keys, of values, and of the rows that the definition's
 * features are of. The hashes of columns are left out: a join's copy of the definition has none, and must read as the definition itself does.
 */
export function servingInfoJson(
  plan: GroupByPlan,
  groupBy: GroupBy,
  { day, values }: { readonly day: string; readonly values: AvroSchema },
): string {
  return toJson(groupByServingInfoStruct, {
    groupBy: withoutColumnHashes(groupBy),
    keyAvroSchema: JSON.stringify(keySchemaOf(plan.keys)),
    selectedAvroSchema: JSON.stringify(avroSchemaOf(structType('Value', plan.inputs), 'Value')),
    batchValueAvroSchema: JSON.stringify(values),
    batchEndDate: addDays(day, 1),
    dateFormat: 'yyyy-MM-dd',
  });
}

function withoutColumnHashes({ metaData, ...others }: GroupBy): GroupBy {
  if (metaData === undefined) return others;
  const { columnHashes: _, ...kept } = metaData;
  return { ...others, metaData: kept };
}
