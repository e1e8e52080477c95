import type { Cast } from '../registry/cast.ts';
import { castBetween, functionNamed } from '../registry/index.ts';
import { refusedFunctions } from '../registry/refused.ts';
import type { FunctionRow } from '../registry/row.ts';
import { sparkCast } from '../registry/spark/casts.ts';
import { sparkFunctionNamed, sparkRefusals } from '../registry/spark/index.ts';
import type { SyntaxDialect } from '../syntax/dialect.ts';
import { googleSyntax } from '../syntax/google.ts';
import { sparkSyntax } from '../syntax/spark.ts';
import { type Coercions, googleCoercions } from '../types/coercion.ts';
import { sparkCoercions } from '../types/spark-coercion.ts';
import type { SqlType } from '../types/sql-type.ts';
import { withoutNull } from './without-null.ts';

/** What an expression means besides what its text says: the words, the functions, and what becomes what by itself. */
export interface Dialect {
  readonly syntax: SyntaxDialect;
  /** By its name in upper case, or an operator. */
  readonly functionNamed: (name: string) => FunctionRow | undefined;
  /** Why a function that the dialect has is none here; undefined for one that it has not. */
  readonly refusal: (name: string) => string | undefined;
  readonly castBetween: (from: SqlType, to: SqlType) => Cast | undefined;
  readonly coercions: Coercions;
  /** Operators that do not take the word NULL. */
  readonly withoutNull: ReadonlySet<string>;
}

export const dialects = {
  googlesql: {
    syntax: googleSyntax,
    functionNamed,
    refusal: (name) => refusedFunctions.get(name),
    castBetween,
    coercions: googleCoercions,
    withoutNull,
  },
  spark: {
    syntax: sparkSyntax,
    functionNamed: sparkFunctionNamed,
    refusal: (name) => sparkRefusals.get(name),
    castBetween: sparkCast,
    coercions: sparkCoercions,
    withoutNull: new Set(),
  },
} as const satisfies Readonly<Record<string, Dialect>>;

/** GoogleSQL, or the Spark SQL that definitions of the existing system are written in. */
export type DialectName = keyof typeof dialects;
