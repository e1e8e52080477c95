import { structType } from '@isochron/schema';
import { dataTypeToThrift, type TDataType } from '@isochron/thrift';
import { parseType } from '../type-text.ts';
import type { Lowering } from './context.ts';

/** Names and types, as an author declares them, as the struct of this name. Fields whose type is none are left out, and found. */
export function schemaOf(
  types: Readonly<Record<string, string>>,
  name: string,
  path: string,
  lowering: Pick<Lowering, 'found'>,
): TDataType {
  const fields = Object.entries(types).flatMap(([field, text]) => {
    const type = parseType(text, `${name}_${field}`);
    if (!('fault' in type)) return [{ name: field, type }];
    lowering.found({
      code: 'bad-type',
      path,
      message: `The type of ${field} cannot be read: ${type.fault}.`,
      hint: 'Write a type of GoogleSQL, such as INT64, ARRAY<STRING> or STRUCT<a INT64, b STRING>, or MAP<STRING, INT64>.',
      sql: { text, offset: type.at, length: Math.max(1, text.length - type.at) },
    });
    return [];
  });
  return dataTypeToThrift(structType(name, fields));
}
