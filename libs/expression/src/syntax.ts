/** A scalar expression as a tree. `offset` and `length` say where in the text it stands. */
export type Expression = Position &
  (
    | { readonly kind: 'null' }
    | { readonly kind: 'boolean'; readonly value: boolean }
    /** Within 64 bits, as decimal text with its sign. */
    | { readonly kind: 'integer'; readonly text: string }
    | { readonly kind: 'float'; readonly text: string }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'bytes'; readonly value: Uint8Array }
    /** `DATE '2001-01-01'`, `TIMESTAMP '…'`. */
    | { readonly kind: 'instant'; readonly type: 'DATE' | 'TIMESTAMP'; readonly value: string }
    /** A column, and the fields that are taken of it. */
    | {
        readonly kind: 'column';
        readonly name: string;
        readonly nameLength: number;
        readonly fields: readonly string[];
      }
    | { readonly kind: 'unary'; readonly operator: 'NOT' | '-' | '+'; readonly operand: Expression }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'is';
        readonly operand: Expression;
        readonly what: 'NULL' | 'TRUE' | 'FALSE';
        readonly not: boolean;
      }
    | {
        readonly kind: 'in';
        readonly operand: Expression;
        readonly items: readonly Expression[];
        readonly not: boolean;
      }
    | {
        readonly kind: 'between';
        readonly operand: Expression;
        readonly low: Expression;
        readonly high: Expression;
        readonly not: boolean;
      }
    | { readonly kind: 'like'; readonly operand: Expression; readonly pattern: Expression; readonly not: boolean }
    | {
        readonly kind: 'case';
        readonly operand: Expression | null;
        readonly branches: readonly Branch[];
        readonly otherwise: Expression | null;
      }
    | { readonly kind: 'cast'; readonly operand: Expression; readonly type: string; readonly safe: boolean }
    | { readonly kind: 'extract'; readonly part: string; readonly operand: Expression }
    | { readonly kind: 'call'; readonly name: string; readonly nameLength: number; readonly args: readonly Argument[] }
  );

export interface Position {
  readonly offset: number;
  readonly length: number;
}

export interface Branch {
  readonly when: Expression;
  readonly result: Expression;
}

/** What stands between a function's parentheses: a value, a unit of time by its name, or `INTERVAL value UNIT`. */
export type Argument =
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'interval'; readonly value: Expression; readonly unit: string };

export type BinaryOperator = 'OR' | 'AND' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '||';

/** Every expression directly inside `expression`, in the order of the text. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'unary':
    case 'is':
    case 'cast':
    case 'extract':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'in':
      return [expression.operand, ...expression.items];
    case 'between':
      return [expression.operand, expression.low, expression.high];
    case 'like':
      return [expression.operand, expression.pattern];
    case 'case': {
      const { operand, otherwise } = expression;
      const branches = expression.branches.flatMap(({ when, result }) => [when, result]);
      return [...(operand === null ? [] : [operand]), ...branches, ...(otherwise === null ? [] : [otherwise])];
    }
    case 'call':
      return expression.args.flatMap((argument) => (argument.kind === 'unit' ? [] : [argument.value]));
    default:
      return [];
  }
}
