import type { SqlValue } from '@isochron/expression';

/** What an engine makes of a case. */
export type Answer =
  | { readonly kind: 'value'; readonly type: string; readonly value: SqlValue }
  /** It has a type, but no value for the row. */
  | { readonly kind: 'error'; readonly message: string }
  /** It does not parse, or has no type. */
  | { readonly kind: 'invalid'; readonly message: string }
  /** The engine cannot say. */
  | { readonly kind: 'unanswered'; readonly message: string };
