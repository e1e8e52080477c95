import { baseColumns, batchIrType, type Feature, operationOf, tileIrType } from '@isochron/aggregation';
import { type AvroSchema, avroSchemaOf } from '@isochron/avro';
import { type Field, structType } from '@isochron/schema';
import { hashOf } from '../hash.ts';

/**
 * What values are written with. Names do not tell a feature: of two that differ in arguments alone both may be called the same, with a number behind the second, in
 * hops and tiles; and after a change of definition the same name may be that of another. So each field says which feature it is, in an attribute that Avro passes over, and
 * readers go by that.
 */
const ATTRIBUTE = 'feature';

/** Of a batch half. `name` is the record's. */
export function batchHalfSchemaOf(features: readonly Feature[], name = 'IR'): AvroSchema {
  const states: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    collapsedIr: new Map(features.map(({ spec, state }) => [spec.name, state])),
    tailHopIrs: new Map(baseColumns(features).map((column) => [column.name, column.state])),
  };
  return avroSchemaOf(batchIrType(features, name), name, {
    attributesOf: ([record = '', field = '', ...further]) =>
      said(further.length === 0 ? states[record]?.get(field) : undefined),
  });
}

/** Of features that are finished, or of rows: of these `features` is empty. */
export function valuesSchemaOf(fields: readonly Field[], features: readonly Feature[], name: string): AvroSchema {
  const states = new Map(features.map(({ spec, state }) => [spec.name, state]));
  return avroSchemaOf(structType(name, fields), name, {
    attributesOf: ([field = '', ...further]) => said(further.length === 0 ? states.get(field) : undefined),
  });
}

/** Of a tile. Its name has a hash of the features, for a fingerprint is of names and types: tiles of other arguments must not look alike. */
export function tileSchemaOf(features: readonly Feature[]): AvroSchema {
  const columns = baseColumns(features);
  const states = new Map(columns.map((column) => [column.name, column.state]));
  const hash = hashOf(columns.map(({ state }) => state)).slice(0, 16);
  return avroSchemaOf(tileIrType(features), `TILE_IR_${hash}`, {
    attributesOf: ([, field = '', ...further]) => said(further.length === 0 ? states.get(field) : undefined),
  });
}

/** What a field of a schema says its feature is; null where it says nothing. */
export function featureSaidBy(field: object): string | null {
  const feature: unknown = Reflect.get(field, ATTRIBUTE);
  return typeof feature === 'string' ? feature : null;
}

/** Whether a field that is called as a feature is of that feature. Where it does not say, the name is enough for an operation without parameters. */
export function isOfFeature(feature: string | null, { state, spec }: Feature): boolean {
  return feature === null ? operationOf(spec.operation).parameters.length === 0 : feature === state;
}

const said = (state: string | undefined): Readonly<Record<string, string>> =>
  state === undefined ? {} : { [ATTRIBUTE]: state };
