import type { DataType, Field } from '@isochron/schema';
import { parse } from '../syntax/parser.ts';
import type { Fault } from '../syntax/token.ts';
import { dataTypeOf, type SqlType, sqlTypeOf } from '../types/sql-type.ts';
import { type DialectName, dialects } from './dialect.ts';
import { fold } from './fold.ts';
import type { Typed } from './typed.ts';
import { Typer } from './typer.ts';

export interface AnalysisInput {
  /** What the expression may name. A name is looked up as it is written, then without regard to case where only one fits. */
  readonly columns: readonly Field[];
  /** How expressions see a column; without it by its type. For tests of types that no column can hold. */
  readonly typeOf?: (column: Field) => SqlType;
  /** What the text is written in. Default: GoogleSQL. */
  readonly dialect?: DialectName;
}

/** An expression that is read, typed and folded. Everything else is made of it. */
export interface Analyzed {
  readonly text: string;
  readonly typed: Typed;
  readonly type: SqlType;
  /** The columns it reads, in the order in which the text first names them, called as the table calls them. */
  readonly columns: readonly Field[];
  /** The type of a column that holds the values; `unstorable` for DATETIME and others that no column can hold. */
  readonly dataType: DataType | { readonly unstorable: SqlType['kind'] };
}

export type Analysis =
  | { readonly analyzed: Analyzed; readonly faults: readonly [] }
  | { readonly analyzed: null; readonly faults: readonly [Fault, ...Fault[]] };

/**
 * Reads an expression, gives every part of it a type, and computes what is constant in it. All faults that can be told apart are told, in the order
 * of the text. Never throws for what an author wrote.
 */
export function analyze(text: string, input: AnalysisInput): Analysis {
  const dialect = dialects[input.dialect ?? 'googlesql'];
  const parsed = parse(text, dialect.syntax);
  if (parsed.expression === null) return { analyzed: null, faults: parsed.faults };
  const typer = new Typer(input.columns, input.typeOf ?? (({ type }) => sqlTypeOf(type)), dialect);
  const typed = typer.expression(parsed.expression);
  const [first, ...rest] = [...typer.faults].sort((a, b) => a.offset - b.offset);
  if (first !== undefined) return { analyzed: null, faults: [first, ...rest] };
  if (typed === null) throw new Error(`The expression "${text}" has no type, and nothing said why.`);
  const folded = fold(typed);
  const { type } = folded;
  return {
    analyzed: { text, typed: folded, type, columns: typer.columns, dataType: dataTypeFor(folded, typer.columns) },
    faults: [],
  };
}

/** A bare column stays as narrow as it is. */
function dataTypeFor(typed: Typed, columns: readonly Field[]): Analyzed['dataType'] {
  if (typed.kind === 'column') return columns[typed.column]?.type ?? dataTypeOf(typed.type);
  return dataTypeOf(typed.type);
}
