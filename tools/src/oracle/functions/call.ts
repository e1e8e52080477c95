import type { DialectName, SqlType, SqlValue } from '@isochron/expression';
import type { Case, Column } from '../case.ts';
import { literal } from '../text/literal.ts';

/** One call of one signature with arguments, before it is decided which of them are columns. */
export interface Call {
  /** The text of the call, from the texts of its arguments. */
  readonly write: (args: readonly string[]) => string;
  readonly args: readonly Argument[];
  /** The columns that texts among the arguments name. */
  readonly context: readonly Column[];
  readonly dialect?: DialectName;
}

export type Argument =
  /** A part of a date, a lambda. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'value';
      readonly type: SqlType;
      readonly value: SqlValue;
      readonly written: 'column' | 'literal';
      /** `name => value`; empty for an argument that goes by its place. */
      readonly name: string;
      /** Whether a null is written as the bare word, which is of no type. */
      readonly bareNull: boolean;
    };

export function caseOf({ write, args, context, dialect }: Call): Case {
  const columns: Column[] = [...context];
  const texts = args.map((argument) => {
    if (argument.kind === 'text') return argument.text;
    const { type, value, written, name, bareNull } = argument;
    const prefix = name === '' ? '' : `${name} => `;
    if (written === 'literal') return `${prefix}${value === null && bareNull ? 'NULL' : literal(type, value)}`;
    const column = `c${columns.length - context.length}`;
    columns.push({ name: column, type, value });
    return `${prefix}${column}`;
  });
  return { text: write(texts), columns, ...(dialect !== undefined && { dialect }) };
}

/** The values of the arguments that have one, in order. */
export const valuesOf = ({ args }: Call): readonly SqlValue[] =>
  args.map((argument) => (argument.kind === 'value' ? argument.value : argument.text));
