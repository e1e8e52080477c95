import type { SqlType } from '../types/sql-type.ts';
import type { Int64 } from '../value.ts';

/**
 * A scalar expression as it was written. Operators are calls too, of functions whose names begin with `$` (`$add`, `$like`), so that whatever has
 * arguments is found in one registry.
 */
export type Expression = Position &
  (
    | { readonly kind: 'literal'; readonly literal: Literal }
    /** `INTERVAL n DAY`, or `INTERVAL '1-2' YEAR TO MONTH`. */
    | { readonly kind: 'interval'; readonly value: Expression; readonly from: string; readonly to: string | null }
    | { readonly kind: 'column'; readonly name: string }
    | { readonly kind: 'field'; readonly operand: Expression; readonly name: string; readonly nameAt: Position }
    | {
        readonly kind: 'subscript';
        readonly operand: Expression;
        readonly mode: SubscriptMode;
        readonly index: Expression;
      }
    | CallExpression
    | {
        readonly kind: 'cast';
        readonly operand: Expression;
        readonly type: SqlType;
        /** `NUMERIC(10, 2)`: the numbers. */
        readonly typeParams: readonly number[];
        readonly safe: boolean;
        readonly format: Expression | null;
        readonly zone: Expression | null;
      }
    | {
        readonly kind: 'case';
        readonly operand: Expression | null;
        readonly branches: readonly Branch[];
        readonly otherwise: Expression | null;
      }
    /** `element`: the type that `ARRAY<T>[…]` names. */
    | { readonly kind: 'array'; readonly element: SqlType | null; readonly items: readonly Expression[] }
    /** `type`: the type that `STRUCT<…>(…)` names. */
    | { readonly kind: 'struct'; readonly type: SqlType | null; readonly fields: readonly StructField[] }
    | { readonly kind: 'lambda'; readonly params: readonly Name[]; readonly body: Expression }
    | UnnestExpression
  );

export type CallExpression = {
  readonly kind: 'call';
  /** In upper case; an operator's begins with `$`. */
  readonly name: string;
  readonly nameAt: Position;
  readonly args: readonly Argument[];
  /** `SAFE.F(…)`: null where F fails. */
  readonly safe: boolean;
};

/** `EXISTS(SELECT … FROM UNNEST(array) AS x WITH OFFSET AS o WHERE …)`, or `ARRAY(SELECT …)` of the same. */
export type UnnestExpression = {
  readonly kind: 'unnest';
  readonly what: 'EXISTS' | 'ARRAY';
  readonly array: Expression;
  readonly element: Name | null;
  readonly position: Name | null;
  readonly where: Expression | null;
  readonly select: Expression;
};

/** Where a piece stands in the text, in UTF-16 units. */
export interface Position {
  readonly offset: number;
  readonly length: number;
}

export interface Name extends Position {
  readonly text: string;
}

export type Literal =
  | { readonly type: 'NULL' }
  | { readonly type: 'BOOL'; readonly value: boolean }
  | { readonly type: 'INT64'; readonly value: Int64 }
  /** `text`: as it is written, with its sign. */
  | { readonly type: 'FLOAT64'; readonly value: number; readonly text: string }
  | { readonly type: 'STRING'; readonly value: string }
  | { readonly type: 'BYTES'; readonly value: Uint8Array }
  /** `DATE '2001-01-01'`: text that its type has to read. */
  | { readonly type: TextLiteralType; readonly text: string };

export const textLiteralTypes = ['NUMERIC', 'BIGNUMERIC', 'DATE', 'DATETIME', 'TIME', 'TIMESTAMP', 'JSON'] as const;
export type TextLiteralType = (typeof textLiteralTypes)[number];

export const subscriptModes = ['OFFSET', 'SAFE_OFFSET', 'ORDINAL', 'SAFE_ORDINAL', 'KEY', 'SAFE_KEY'] as const;
/** `PLAIN`: no word stands around the index. */
export type SubscriptMode = (typeof subscriptModes)[number] | 'PLAIN';

export interface Argument {
  /** Given as `name => value`, in lower case; null for an argument that goes by its place. */
  readonly name: Name | null;
  readonly value: Expression;
}

export interface Branch {
  readonly when: Expression;
  readonly result: Expression;
}

export interface StructField {
  readonly name: Name | null;
  readonly value: Expression;
}
