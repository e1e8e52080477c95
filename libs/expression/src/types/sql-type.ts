import type { DataType } from '@isochron/schema';

/** The types of GoogleSQL that a row expression can have, and MAP, which tables here have besides. */
export type SqlType =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'ARRAY'; readonly element: SqlType }
  | { readonly kind: 'STRUCT'; readonly fields: readonly SqlField[] }
  | { readonly kind: 'MAP'; readonly key: SqlType; readonly value: SqlType };

export type ScalarKind =
  | 'BOOL'
  | 'INT64'
  | 'FLOAT64'
  | 'NUMERIC'
  | 'BIGNUMERIC'
  | 'STRING'
  | 'BYTES'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'TIMESTAMP'
  | 'INTERVAL'
  | 'JSON';

/** `name` is empty for a field that was given none; it is then known by {@link fieldKey}. */
export interface SqlField {
  readonly name: string;
  readonly type: SqlType;
}

export const scalarKinds: readonly ScalarKind[] = [
  'BOOL',
  'INT64',
  'FLOAT64',
  'NUMERIC',
  'BIGNUMERIC',
  'STRING',
  'BYTES',
  'DATE',
  'DATETIME',
  'TIME',
  'TIMESTAMP',
  'INTERVAL',
  'JSON',
];

/** What people also call these types. */
export const typeAliases: Readonly<Record<string, ScalarKind>> = {
  BOOLEAN: 'BOOL',
  INT: 'INT64',
  SMALLINT: 'INT64',
  INTEGER: 'INT64',
  BIGINT: 'INT64',
  TINYINT: 'INT64',
  BYTEINT: 'INT64',
  DECIMAL: 'NUMERIC',
  BIGDECIMAL: 'BIGNUMERIC',
};

export const scalar = (kind: ScalarKind): SqlType => ({ kind });
export const arrayOf = (element: SqlType): SqlType => ({ kind: 'ARRAY', element });
export const structOf = (fields: readonly SqlField[]): SqlType => ({ kind: 'STRUCT', fields });
export const mapOf = (key: SqlType, value: SqlType): SqlType => ({ kind: 'MAP', key, value });

export const BOOL: SqlType = scalar('BOOL');
export const INT64: SqlType = scalar('INT64');
export const FLOAT64: SqlType = scalar('FLOAT64');
export const STRING: SqlType = scalar('STRING');

/** The property of a struct's value that holds the field at a position. */
export const fieldKey = (field: SqlField, position: number): string =>
  field.name === '' ? `_${position + 1}` : field.name;

/** The type as GoogleSQL writes it: `ARRAY<STRUCT<a INT64, STRING>>`. */
export function typeName(type: SqlType): string {
  switch (type.kind) {
    case 'ARRAY':
      return `ARRAY<${typeName(type.element)}>`;
    case 'STRUCT':
      return `STRUCT<${type.fields.map(({ name, type: of }) => (name === '' ? '' : `${quotedWhereNeeded(name)} `) + typeName(of)).join(', ')}>`;
    case 'MAP':
      return `MAP<${typeName(type.key)}, ${typeName(type.value)}>`;
    default:
      return type.kind;
  }
}

const quotedWhereNeeded = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``);

/** Whether two types are the same; names of fields count, their case does not. */
export function sameType(a: SqlType, b: SqlType): boolean {
  if (a.kind === 'ARRAY' && b.kind === 'ARRAY') return sameType(a.element, b.element);
  if (a.kind === 'MAP' && b.kind === 'MAP') return sameType(a.key, b.key) && sameType(a.value, b.value);
  if (a.kind === 'STRUCT' && b.kind === 'STRUCT') {
    return (
      a.fields.length === b.fields.length &&
      a.fields.every(({ name, type }, at) => {
        const other = b.fields[at];
        return other !== undefined && name.toLowerCase() === other.name.toLowerCase() && sameType(type, other.type);
      })
    );
  }
  return a.kind === b.kind;
}

/** How an expression sees a column: whole numbers are INT64, floating-point ones FLOAT64, instants TIMESTAMP. */
export function sqlTypeOf(type: DataType): SqlType {
  switch (type.kind) {
    case 'boolean':
      return BOOL;
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return INT64;
    case 'float':
    case 'double':
      return FLOAT64;
    case 'string':
      return STRING;
    case 'binary':
      return scalar('BYTES');
    case 'date':
      return scalar('DATE');
    case 'timestamp':
      return scalar('TIMESTAMP');
    case 'decimal':
      return scalar(type.scale <= 9 && type.precision - type.scale <= 29 ? 'NUMERIC' : 'BIGNUMERIC');
    case 'list':
      return arrayOf(sqlTypeOf(type.element));
    case 'map':
      return mapOf(sqlTypeOf(type.key), sqlTypeOf(type.value));
    case 'struct':
      return structOf(type.fields.map((field) => ({ name: field.name, type: sqlTypeOf(field.type) })));
  }
}

/** The column that values of this type are kept in; or the kind that no column can hold. A struct's record is named by `name`. */
export function dataTypeOf(type: SqlType, name = 'value'): DataType | { readonly unstorable: SqlType['kind'] } {
  switch (type.kind) {
    case 'BOOL':
      return { kind: 'boolean' };
    case 'INT64':
      return { kind: 'long' };
    case 'FLOAT64':
      return { kind: 'double' };
    case 'NUMERIC':
      return { kind: 'decimal', precision: 38, scale: 9 };
    case 'STRING':
      return { kind: 'string' };
    case 'BYTES':
      return { kind: 'binary' };
    case 'DATE':
      return { kind: 'date' };
    case 'TIMESTAMP':
      return { kind: 'timestamp' };
    case 'ARRAY': {
      const element = dataTypeOf(type.element, name);
      return 'unstorable' in element ? element : { kind: 'list', element };
    }
    case 'MAP': {
      const key = dataTypeOf(type.key, name);
      const value = dataTypeOf(type.value, name);
      if ('unstorable' in key) return key;
      return 'unstorable' in value ? value : { kind: 'map', key, value };
    }
    case 'STRUCT': {
      const fields = [];
      for (const [at, field] of type.fields.entries()) {
        const of = dataTypeOf(field.type, `${name}_${fieldKey(field, at)}`);
        if ('unstorable' in of) return of;
        fields.push({ name: fieldKey(field, at), type: of });
      }
      return { kind: 'struct', name, fields };
    }
    default:
      return { unstorable: type.kind };
  }
}
