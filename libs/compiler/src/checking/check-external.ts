import { type DataType, IsochronError } from '@isochron/schema';
import { type DataField, dataTypeFromThrift, type ExternalPart } from '@isochron/thrift';
import { externalColumns } from '../external-columns.ts';
import type { CheckedExternal } from './checked.ts';

export function checkExternal(thrift: ExternalPart, path: string): CheckedExternal {
  const { service, isContextual, keys, values } = externalColumns(thrift);
  const faults: { path: string; message: string }[] = [];
  const typeOf = (name: string, type: DataField['dataType'] | null, field: string): DataType | null => {
    const read = readType(type ?? undefined);
    if (typeof read !== 'string') return read;
    faults.push({ path: `${path}.source.${field}`, message: `The type of ${name} cannot be read. ${read}` });
    return null;
  };
  const leftOf = new Map(Object.entries(thrift.keyMapping ?? {}).map(([left, right]) => [right, left]));
  return {
    path,
    thrift,
    service,
    isContextual,
    keys: keys.map(({ name: right = '', dataType }) => ({
      left: leftOf.get(right) ?? right,
      right,
      type: typeOf(right, dataType, 'keySchema'),
    })),
    outputs: values.map(({ name, field, type }) => ({ name, field, type: typeOf(field, type, 'valueSchema') })),
    faults,
  };
}

/** A type of Thrift, or the sentence that says why it is none. */
export function readType(type: DataField['dataType']): DataType | string {
  if (type === undefined) return 'It has none.';
  try {
    return dataTypeFromThrift(type);
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    return thrown.message;
  }
}
