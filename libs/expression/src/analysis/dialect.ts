import type { Cast } from '../registry/cast.ts';
import { castBetween, functionNamed, functionNames } from '../registry/index.ts';
import { refusedFunctions } from '../registry/refused.ts';
import type { FunctionRow } from '../registry/row.ts';
import { sparkCast } from '../registry/spark/casts.ts';
import { sparkFunctionNamed, sparkFunctionNames, sparkRefusals } from '../registry/spark/index.ts';
import { googleInSpark, sparkInGoogle } from '../registry/spark/words.ts';
import type { SyntaxDialect } from '../syntax/dialect.ts';
import { googleSyntax } from '../syntax/google.ts';
import { sparkSyntax } from '../syntax/spark.ts';
import { type Coercions, googleCoercions } from '../types/coercion.ts';
import { sparkCoercions } from '../types/spark-coercion.ts';
import type { SqlType } from '../types/sql-type.ts';
import { withoutNull } from './without-null.ts';

/** What an expression means besides what its text says: the words, the functions, and what becomes what by itself. */
export interface Dialect {
  /** As people call it. */
  readonly label: string;
  readonly syntax: SyntaxDialect;
  /** By its name in upper case, or an operator. */
  readonly functionNamed: (name: string) => FunctionRow | undefined;
  /** Why a function that the dialect has is none here; undefined for one that it has not. */
  readonly refusal: (name: string) => string | undefined;
  /** What to write for functions and operators that only another dialect has, by their names in upper case. */
  readonly insteadOf: ReadonlyMap<string, string>;
  /** In upper case, operators left out. */
  readonly functionNames: readonly string[];
  readonly castBetween: (from: SqlType, to: SqlType) => Cast | undefined;
  readonly coercions: Coercions;
  /** Operators that do not take the word NULL. */
  readonly withoutNull: ReadonlySet<string>;
}

export const dialects = {
  googlesql: {
    label: 'GoogleSQL',
    syntax: googleSyntax,
    functionNamed,
    refusal: (name) => refusedFunctions.get(name),
    insteadOf: sparkInGoogle,
    functionNames,
    castBetween,
    coercions: googleCoercions,
    withoutNull,
  },
  spark: {
    label: 'Spark SQL',
    syntax: sparkSyntax,
    functionNamed: sparkFunctionNamed,
    refusal: (name) => sparkRefusals.get(name),
    insteadOf: googleInSpark,
    functionNames: sparkFunctionNames,
    castBetween: sparkCast,
    coercions: sparkCoercions,
    withoutNull: new Set(),
  },
} as const satisfies Readonly<Record<string, Dialect>>;

/** GoogleSQL, or the Spark SQL that definitions of the existing system are written in. */
export type DialectName = keyof typeof dialects;

export const dialectNames: readonly DialectName[] = ['googlesql', 'spark'];

/** A dialect as people call it: `Spark SQL`. */
export const dialectLabel = (dialect: DialectName): string => dialects[dialect].label;

/** The functions of a dialect, operators left out. */
export const functionNamesIn = (dialect: DialectName): readonly string[] => dialects[dialect].functionNames;
