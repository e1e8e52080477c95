import { AvroOutput, nullableWriterOf } from '@isochron/avro';
import type { GroupByPlan } from '@isochron/compiler';
import { getValue, type Value, type Vector } from '@isochron/schema';
import { type KeyValue, type KeyValues, told } from './key-values.ts';
import { valuesSchema } from './snapshot-values.ts';

const SEVERAL = 'It has several rows, of which none is its features: without aggregations there must be one a key.';

/** Without aggregations: the columns of a key's row, as they are. A key whose columns are all null has no row. */
export function rowValues(plan: GroupByPlan): KeyValues {
  const writers = plan.outputs.map(({ type }) => nullableWriterOf(type));
  const output = new AvroOutput();
  /** Of keys that are not complete; null: there were several rows. */
  const rows = new Map<number, readonly Value[] | null>();
  const bytesOf = (values: readonly Value[]): Uint8Array | null => {
    if (values.every((value) => value === null)) return null;
    output.clear();
    writers.forEach((write, column) => {
      write(output, values[column] ?? null);
    });
    return output.toBytes();
  };
  return {
    schema: valuesSchema(plan),
    push: ({ n, key, row, inputs }) => {
      const complete: KeyValue[] = [];
      for (let r = 0; r < n; r++) {
        const of = key[r] as number;
        const left = row[r] as number;
        if (left < 0) {
          const values = plan.inputs.map(({ type }, column) => getValue(type, inputs[column] as Vector, r));
          rows.set(of, rows.has(of) ? null : values);
          continue;
        }
        const values = rows.get(of);
        rows.delete(of);
        if (values === null) complete.push({ row: left, bytes: null, fault: SEVERAL });
        else complete.push({ row: left, ...told(() => (values === undefined ? null : bytesOf(values))) });
      }
      return complete;
    },
  };
}
