import type { ServedPlan } from '@isochron/compiler';
import { type Field, type Value, valueReaderOf } from '@isochron/schema';
import { ColumnDecoder } from '../wire/request-decoder.ts';

/** How a value of a request is read from JSON. */
export interface ColumnReader extends Field {
  readonly isKey: boolean;
  readonly read: (json: unknown) => Value;
}

/** What a request may have: by what its rows are asked, and what it gives besides. */
export type RequestFields = Pick<RequestColumns, 'keys' | 'context'>;

export const requestFieldsOf = ({ left, externals }: ServedPlan): RequestFields => ({
  keys: left.columns.map(({ name, type }) => ({ name, type })),
  context: externals
    .filter(({ isContextual }) => isContextual)
    .flatMap(({ outputs }) => outputs.map(({ name, type }) => ({ name, type }))),
});

/** How the columns of a request are read: one for all objects that are asked by the same. */
export class RequestColumns {
  readonly keys: readonly Field[];
  readonly context: readonly Field[];
  /** Of both. */
  readonly readers: readonly ColumnReader[];
  /** By the names of both. */
  readonly decoders: ReadonlyMap<string, ColumnDecoder>;

  constructor({ keys, context }: RequestFields) {
    this.keys = keys;
    this.context = context;
    this.readers = [
      ...keys.map((field) => ({ ...field, isKey: true, read: valueReaderOf(field.type) })),
      ...context.map((field) => ({ ...field, isKey: false, read: valueReaderOf(field.type) })),
    ];
    this.decoders = new Map([...keys, ...context].map((field) => [field.name, new ColumnDecoder(field)]));
  }
}
