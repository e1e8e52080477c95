import { fieldKey, type SqlType } from '../types/sql-type.ts';
import type { Interval, SqlValue } from '../value.ts';
import { intervalSize } from './compare.ts';

/** A text that two values of a type share exactly when GROUP BY takes them for one: null is null, NaN is NaN, -0 is 0. */
export function groupKeyOf(type: SqlType): (value: SqlValue) => string {
  const of = presentKeyOf(type);
  return (value) => (value === null ? 'n' : `v${of(value as never)}`);
}

function presentKeyOf(type: SqlType): (value: never) => string {
  switch (type.kind) {
    case 'INTERVAL':
      return (value: Interval) => intervalSize(value).toString();
    case 'ARRAY': {
      const element = groupKeyOf(type.element);
      return (items: readonly SqlValue[]) => joined(items.map(element));
    }
    case 'STRUCT': {
      const fields = type.fields.map((field, at) => ({ key: fieldKey(field, at), of: groupKeyOf(field.type) }));
      return (struct: Readonly<Record<string, SqlValue>>) =>
        joined(fields.map(({ key, of }) => of(struct[key] ?? null)));
    }
    default:
      return (value: SqlValue) => String(value);
  }
}

/** With lengths, so that no text of a part passes for two parts. */
const joined = (keys: readonly string[]): string => keys.map((key) => `${key.length}:${key}`).join('');
