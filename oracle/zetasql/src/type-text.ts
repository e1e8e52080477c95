import type { StructFieldMessage, TypeMessage } from './messages.ts';

/** A type as GoogleSQL writes it: `ARRAY<STRUCT<a INT64, STRING>>`. Throws on a type that our expressions do not have. */
export function typeText(type: TypeMessage): string {
  if (type.type_kind === 'TYPE_ARRAY') return `ARRAY<${typeText(elementType(type))}>`;
  if (type.type_kind === 'TYPE_STRUCT') return `STRUCT<${structFields(type).map(fieldText).join(', ')}>`;
  const name = scalarNames.get(type.type_kind);
  if (name === undefined) throw new Error(`A value of type ${type.type_kind} is none that expressions have.`);
  return name;
}

export function elementType(type: TypeMessage): TypeMessage {
  const element = type.array_type?.element_type;
  if (element === undefined) throw new Error('An array type came without the type of its elements.');
  return element;
}

export const structFields = (type: TypeMessage): readonly StructFieldMessage[] => type.struct_type?.field ?? [];

const scalarNames: ReadonlyMap<string, string> = new Map([
  ['TYPE_DOUBLE', 'FLOAT64'],
  ...['BOOL', 'INT64', 'NUMERIC', 'BIGNUMERIC', 'STRING', 'BYTES', 'JSON', 'INTERVAL'].map(named),
  ...['DATE', 'TIME', 'DATETIME', 'TIMESTAMP'].map(named),
]);

function named(name: string): [string, string] {
  return [`TYPE_${name}`, name];
}

function fieldText(field: StructFieldMessage): string {
  const type = typeText(field.field_type);
  if (!field.field_name) return type;
  return `${/^[A-Za-z_]\w*$/.test(field.field_name) ? field.field_name : `\`${field.field_name}\``} ${type}`;
}
