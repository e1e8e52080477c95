import type { SqlValue } from './sql-value.ts';

/** What the engine makes of an expression. */
export type Outcome =
  /** `type` as GoogleSQL writes it: `ARRAY<STRUCT<a INT64>>`. */
  | { readonly kind: 'value'; readonly type: string; readonly value: SqlValue }
  /** It has a type, but the row fails: division by zero, overflow. The message is empty when none was asked for. */
  | { readonly kind: 'error'; readonly message: string }
  /** It does not parse, or has no type. */
  | { readonly kind: 'invalid'; readonly message: string }
  /** The engine has no answer: it cannot evaluate the function, took too long, crashed, or answered a type that our expressions lack. */
  | { readonly kind: 'unanswered'; readonly message: string };
