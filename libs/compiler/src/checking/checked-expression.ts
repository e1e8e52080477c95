import {
  type Analyzed,
  analyze,
  type DialectName,
  type ExpressionText,
  type Fault,
  type FaultCode,
  inDialect,
  quotedName,
  syntaxFaults,
} from '@isochron/expression';
import { type DataType, type Field, stringType } from '@isochron/schema';

/** One SQL text of a definition, read and typed as far as it can be. */
export interface CheckedExpression {
  readonly path: string;
  readonly text: string;
  /** Of its object; of what is written here in place of an author, GoogleSQL. */
  readonly dialect: DialectName;
  /** Where it stands, to be read in a sentence: `the select late`. */
  readonly what: string;
  /** What its names belong to, to be read in a sentence: `Table flights`. */
  readonly owner: string;
  /** The names it may use. */
  readonly names: readonly string[];
  readonly role: 'time' | 'select' | 'condition' | 'derivation';
  /** null while it has faults, or while its columns are not known. */
  readonly analyzed: Analyzed | null;
  readonly faults: readonly Fault[];
}

/** A column whose type may not be known, because something else is at fault. */
export interface Output {
  readonly name: string;
  readonly type: DataType | null;
}

/**
 * `columns`: those that it may name; null when they are not known, so that only what is wrong with any columns is said. While one has no type, the names
 * are looked up and nothing more.
 */
export function checkExpression(
  about: Pick<CheckedExpression, 'path' | 'text' | 'dialect' | 'what' | 'owner' | 'role'>,
  columns: readonly Output[] | null,
): CheckedExpression {
  const { text, dialect } = about;
  if (columns === null) return { ...about, names: [], analyzed: null, faults: syntaxFaults(text, dialect) };
  const names = columns.map(({ name }) => name);
  if (columns.every(isField)) return { ...about, names, ...analyze(text, { columns, dialect }) };
  // Of any type, a name is a column or is none.
  const { faults } = analyze(text, { columns: names.map((name) => ({ name, type: stringType })), dialect });
  return { ...about, names, analyzed: null, faults: faults.filter(({ code }) => ofAnyType.includes(code)) };
}

const ofAnyType: readonly FaultCode[] = ['syntax', 'unknown-column', 'unknown-function'];

const isField = (output: Output): output is Field => output.type !== null;

/** The expression as plans have it. What is nothing but a column means the same in every dialect, and says none. */
export function plannedText({ text, dialect, analyzed }: CheckedExpression): ExpressionText {
  const column = dialect === 'googlesql' || analyzed === null ? null : columnOf(analyzed);
  return column === null ? inDialect(text, dialect) : column === text && isWord(text) ? text : quotedName(column);
}

/** The column that an expression is nothing but. */
export const columnOf = ({ typed, columns }: Analyzed): string | null =>
  typed.kind === 'column' ? (columns[typed.column]?.name ?? null) : null;

/** Whether GoogleSQL reads a text as the column of that name. */
const isWord = (text: string): boolean =>
  analyze(text, { columns: [{ name: text, type: { kind: 'boolean' } }] }).analyzed?.typed.kind === 'column';
