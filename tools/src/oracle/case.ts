import type { DialectName, SqlType, SqlValue } from '@isochron/expression';
import { literal } from './text/literal.ts';

/** An expression over columns, and one row of them. Every engine is asked for its value. */
export interface Case {
  readonly text: string;
  readonly columns: readonly Column[];
  /** What the text is written in; not given: GoogleSQL. Of another, our closure is the judge, and our texts are judged. */
  readonly dialect?: DialectName;
}

export interface Column {
  readonly name: string;
  readonly type: SqlType;
  readonly value: SqlValue;
}

/** The case as one GoogleSQL expression without columns. WITH gives its names no literals: a name is of its type only. */
export function standalone({ text, columns }: Case): string {
  if (columns.length === 0) return text;
  return `WITH(${columns.map(({ name, type, value }) => `${name} AS ${literal(type, value)}`).join(', ')}, ${text})`;
}

/** Whether there are maps in the type, which GoogleSQL does not have. */
export function hasMap(type: SqlType): boolean {
  switch (type.kind) {
    case 'MAP':
      return true;
    case 'ARRAY':
      return hasMap(type.element);
    case 'STRUCT':
      return type.fields.some((field) => hasMap(field.type));
    default:
      return false;
  }
}
