import {
  type BaseColumn,
  BatchIrFold,
  type BatchIrSink,
  baseColumns,
  type Feature,
  hopSizesMs,
} from '@isochron/aggregation';
import { AvroOutput, nullableWriterOf } from '@isochron/avro';
import type { GroupByPlan } from '@isochron/compiler';
import type { Value } from '@isochron/schema';
import { batchHalfSchemaOf } from '@isochron/serving';
import { cleanName } from '@isochron/thrift';
import { featuresOf } from '../features.ts';
import { type KeyValues, pushChunk } from './key-values.ts';

/** TEMPORAL: the batch half of each key, to be merged with what comes after the batch end. */
export function batchHalves(plan: GroupByPlan, batchEndMs: number): KeyValues {
  const features = featuresOf(plan);
  const fold = new BatchIrFold(features, batchEndMs);
  const writer = new BatchIrWriter(features);
  return {
    schema: batchHalfSchema(plan, features),
    push: (chunk) => pushChunk(chunk, fold, (key) => (fold.visit(key, writer.begin()) ? writer.end() : null)),
  };
}

export const batchHalfSchema = (plan: GroupByPlan, features: readonly Feature[]) => {
  const name = `${cleanName(plan.name)}_IR`;
  return batchHalfSchemaOf(features, name);
};

/** Union branches as they are written. */
const PRESENT = 2;

/** Writes a batch half as Avro while the fold tells it: a value of `batchIrType` that is never made. Lists stand in blocks with their sizes. */
export class BatchIrWriter implements BatchIrSink {
  readonly #output = new AvroOutput();
  readonly #collapsed: readonly ReturnType<typeof nullableWriterOf>[];
  readonly #columns: readonly ReturnType<typeof nullableWriterOf>[];
  #isEmpty = true;
  #hopClasses = 0;
  #hopsLeft = 0;
  #listsStart = 0;
  #hopsStart = 0;

  constructor(features: readonly Feature[]) {
    this.#collapsed = features.map(({ bound }) => nullableWriterOf(bound.ir));
    this.#columns = baseColumns(features).map(({ bound }: BaseColumn) => nullableWriterOf(bound.ir));
  }

  begin(): this {
    this.#output.clear();
    this.#output.byte(PRESENT);
    this.#isEmpty = true;
    this.#hopClasses = 0;
    return this;
  }

  collapsed(feature: number, ir: Value): void {
    this.#isEmpty &&= ir === null;
    this.#collapsed[feature]?.(this.#output, ir);
  }

  hops(count: number): void {
    const output = this.#output;
    if (this.#hopClasses++ === 0) {
      output.byte(PRESENT);
      output.long(-hopSizesMs.length);
      this.#listsStart = output.begin();
    }
    output.byte(PRESENT);
    this.#hopsLeft = count;
    if (count === 0) {
      output.byte(0);
      return;
    }
    output.long(-count);
    this.#hopsStart = output.begin();
  }

  hop(column: number, ir: Value): void {
    if (column === 0) this.#output.byte(PRESENT);
    this.#isEmpty &&= ir === null;
    this.#columns[column]?.(this.#output, ir);
  }

  hopStart(startMs: number): void {
    const output = this.#output;
    output.byte(PRESENT);
    output.long(startMs);
    if (--this.#hopsLeft > 0) return;
    output.end(this.#hopsStart);
    output.byte(0);
  }

  /** The bytes; null where every IR was null: such a key is as good as one without events. */
  end(): Uint8Array | null {
    if (this.#isEmpty) return null;
    this.#output.end(this.#listsStart);
    this.#output.byte(0);
    return this.#output.toBytes();
  }
}
