import type { Range } from '../analysis/range.ts';
import type { Typed } from '../analysis/typed.ts';
import type { Atom, Emitter } from '../javascript/emitter.ts';
import type { Given } from '../types/coercion.ts';
import { parseSignature, type SignatureType } from '../types/pattern.ts';
import type { SqlType } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';

/** A function, or an operator (`$add`), as one row: everything the platform knows of it. */
export interface FunctionRow {
  /** In upper case; an operator's begins with `$` and is in lower case. */
  readonly name: string;
  readonly family: Family;
  /** One sentence for people: what it gives, and what is special about it. */
  readonly doc: string;
  readonly signatures: readonly Signature[];
  /**
   * How a call is written in GoogleSQL, from its arguments' texts, where that is not `NAME(a, b)`; `none` where GoogleSQL has nothing of the same
   * meaning, as of some functions of another dialect.
   */
  readonly write: ((args: readonly string[]) => string) | 'none' | null;
}

export const families = [
  'arithmetic',
  'comparison',
  'logic',
  'conditional',
  'cast',
  'mathematics',
  'bits',
  'text',
  'bytes',
  'patterns',
  'hashing',
  'network',
  'date and time',
  'interval',
  'JSON',
  'array',
  'struct and map',
] as const;
export type Family = (typeof families)[number];

export interface Signature {
  /** `(STRING, STRING) -> INT64`. */
  readonly text: string;
  readonly type: SignatureType;
  /** The type of the result where the signature's text cannot say it. */
  readonly resultOf: ((call: CallSite) => SqlType) | null;
  /** `strict`: null where any argument is null, and the implementation never sees one. `own`: it deals with nulls itself. */
  readonly nulls: 'strict' | 'own';
  /** False where a value always comes of arguments that are not null; only to make code shorter. */
  readonly givesNull: boolean;
  readonly js: JsOutput;
  /** DuckDB text over the macros; null where it has none, or for a call (`(…) => null`) that it cannot say. */
  readonly duckdb: ((args: readonly string[], call: CallSite) => string | null) | null;
  /**
   * `proven`: the DuckDB text has been tested against ZetaSQL and against the closure without a difference, and is pushed down to the engine.
   * `closure`: evaluated by the closure alone.
   */
  readonly pushdown: 'proven' | 'closure';
  /**
   * What is wrong with a call beyond its types, such as a part that this function doesn't know; null if nothing is. `given`: what the arguments were
   * before they became what the parameters are.
   */
  readonly check: ((call: CallSite, given: readonly Given[]) => CallFault | null) | null;
  /** Whether the literal of a text may be given where something else is asked for that it reads as. */
  readonly readsTexts: boolean;
  /** It never gives a value, so that it is of whatever type its place asks for, as NULL is. */
  readonly isOfAnyType: boolean;
  /** What kind of values make sense for each argument, for random tests: `json`, `json-path`, `pattern`, `time-zone`, `small` …; '' for any. */
  readonly hints: readonly string[];
  /** How far a FLOAT64 may be from ZetaSQL's, in units in the last place: 0 for all that IEEE 754 defines. */
  readonly ulps: number;
  /** How a call of this signature is written, where that is not how the row says. */
  readonly write?: FunctionRow['write'];
  /** Which calls have such a text; not given: all. Only of another dialect are there some that have none. */
  readonly writes?: (call: CallSite, ranges: () => readonly (Range | null)[]) => boolean;
  /** Between which whole numbers its values are, by those of its arguments; not given: nothing is known. */
  readonly range?: (args: readonly (Range | null)[]) => Range | null;
  /** Where it is known to differ from ZetaSQL on purpose, and why; such cases are counted apart. */
  readonly differs: Difference | null;
}

export interface Difference {
  readonly reason: string;
  /** Whether this call, with these argument values, is one of the cases. */
  readonly covers: (args: readonly SqlValue[]) => boolean;
}

/** `argument`: the place of the argument that is at fault, null for the whole call. */
export interface CallFault {
  readonly argument: number | null;
  readonly message: string;
}

/** One call in one expression, as an implementation may look at it when the expression is compiled. */
export interface CallSite {
  readonly args: readonly ArgumentSite[];
  readonly result: SqlType;
}

export interface ArgumentSite {
  /** What it goes by (`name => value`); empty where it goes by its place. Named arguments come last, in the order of the parameters. */
  readonly name: string;
  /** Of a part of a date: STRING. Of a lambda: the type of what it gives. */
  readonly type: SqlType;
  /** The value, where it is the same for all rows; undefined where it isn't. A part of a date is a constant: its name in upper case. */
  readonly constant: SqlValue | undefined;
}

/** An implementation in JavaScript. It throws a `RowFault` for a row that has no value. */
export type JsOutput =
  /** Made once an expression is compiled, called a row. A lambda argument arrives as a function. */
  | { readonly kind: 'function'; readonly make: (call: CallSite) => RowFunction }
  /**
   * The text of a JavaScript expression over the names of its arguments, each of which it may use many times. `use` gives a name for a
   * value of ours.
   */
  | {
      readonly kind: 'inline';
      readonly write: (args: readonly string[], use: (value: unknown) => string, call: CallSite) => string;
    }
  /** Writes its own code, to evaluate arguments only when they are needed. */
  | { readonly kind: 'lazy'; readonly emit: (emitter: Emitter, args: readonly Typed[]) => Atom };

/** Its signature in the registry says what it takes and gives, which TypeScript cannot relate to this type. */
// biome-ignore lint/suspicious/noExplicitAny: the row's signature is the type, checked by the property tests
export type RowFunction = (...args: any[]) => SqlValue;

export type Implementation = Partial<Omit<Signature, 'text' | 'type' | 'js'>> & { readonly js: JsOutput };

/** A row of the registry. `signatures` maps each signature's text to what implements it. */
export function row(
  name: string,
  family: Family,
  doc: string,
  signatures: Readonly<Record<string, Implementation>>,
  write: FunctionRow['write'] = null,
): FunctionRow {
  return {
    name,
    family,
    doc,
    write,
    signatures: Object.entries(signatures).map(([text, implementation]) => ({
      text,
      type: parseSignature(text),
      resultOf: null,
      nulls: 'strict',
      givesNull: true,
      duckdb: null,
      pushdown: 'closure',
      check: null,
      readsTexts: true,
      isOfAnyType: false,
      hints: [],
      ulps: 0,
      differs: null,
      ...implementation,
    })),
  };
}

/** A plain function of the arguments' values. */
export const fn = (of: RowFunction): JsOutput => ({ kind: 'function', make: () => of });

/** A function made for one call, so that what is constant in it (a pattern, a format) is prepared once. */
export const made = (make: (call: CallSite) => RowFunction): JsOutput => ({ kind: 'function', make });

export const inline = (
  write: (args: readonly string[], use: (value: unknown) => string, call: CallSite) => string,
): JsOutput => ({ kind: 'inline', write });

/** DuckDB text with `$1`, `$2`, … for the arguments: `strpos($1, $2)`. */
export const sql =
  (template: string): ((args: readonly string[]) => string) =>
  (args) =>
    template.replaceAll(/\$(\d)/g, (_, at: string) => args[Number(at) - 1] ?? '');
