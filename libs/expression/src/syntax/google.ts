import {
  AND_LEVEL,
  COMPARISON_LEVEL,
  NOT_LEVEL,
  type Operator,
  OR_LEVEL,
  operator,
  SIGN_LEVEL,
  type SyntaxDialect,
} from './dialect.ts';
import { readStringLiteral } from './string-literal.ts';
import { textLiteralTypes } from './tree.ts';

/** The operators that dialects share. */
export const sharedOperators: readonly (readonly [string, Operator])[] = [
  ['OR', operator(OR_LEVEL, '$or')],
  ['AND', operator(AND_LEVEL, '$and')],
  ['=', operator(COMPARISON_LEVEL, '$equal')],
  ['!=', operator(COMPARISON_LEVEL, '$not_equal')],
  ['<>', operator(COMPARISON_LEVEL, '$not_equal')],
  ['<', operator(COMPARISON_LEVEL, '$less')],
  ['<=', operator(COMPARISON_LEVEL, '$less_or_equal')],
  ['>', operator(COMPARISON_LEVEL, '$greater')],
  ['>=', operator(COMPARISON_LEVEL, '$greater_or_equal')],
  ['IS', operator(COMPARISON_LEVEL)],
  ['IN', operator(COMPARISON_LEVEL)],
  ['LIKE', operator(COMPARISON_LEVEL)],
  ['BETWEEN', operator(COMPARISON_LEVEL)],
  ['NOT', operator(COMPARISON_LEVEL)],
  ['|', operator(5, '$bitwise_or')],
  ['^', operator(6, '$bitwise_xor')],
  ['&', operator(7, '$bitwise_and')],
  ['+', operator(9, '$add')],
  ['-', operator(9, '$subtract')],
  ['*', operator(10, '$multiply')],
  ['/', operator(10, '$divide')],
];

export const sharedPrefixes: readonly (readonly [string, Operator])[] = [
  ['NOT', operator(NOT_LEVEL, '$not')],
  ['~', operator(SIGN_LEVEL, '$bitwise_not')],
];

export const googleSyntax: SyntaxDialect = {
  tokens: {
    blank: /(?:\s+|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)+/y,
    readString: readStringLiteral,
    numberSuffix: null,
  },
  operators: new Map([
    ...sharedOperators,
    ['<<', operator(8, '$shift_left')],
    ['>>', operator(8, '$shift_right')],
    ['||', operator(10, '$concat')],
  ]),
  prefixes: new Map(sharedPrefixes),
  reserved: new Set(
    `ALL AND ANY ARRAY AS ASC ASSERT_ROWS_MODIFIED AT BETWEEN BY CASE CAST COLLATE CONTAINS CREATE CROSS CUBE CURRENT DEFAULT DEFINE DESC DISTINCT
    ELSE END ENUM ESCAPE EXCEPT EXCLUDE EXISTS EXTRACT FALSE FETCH FOLLOWING FOR FROM FULL GROUP GROUPING GROUPS HASH HAVING IF IGNORE IN INNER
    INTERSECT INTERVAL INTO IS JOIN LATERAL LEFT LIKE LIMIT LOOKUP MERGE NATURAL NEW NO NOT NULL NULLS OF ON OR ORDER OUTER OVER PARTITION
    PRECEDING PROTO QUALIFY RANGE RECURSIVE RESPECT RIGHT ROLLUP ROWS SELECT SET SOME STRUCT TABLESAMPLE THEN TO TREAT TRUE UNBOUNDED UNION
    UNNEST USING WHEN WHERE WINDOW WITH WITHIN`.split(/\s+/),
  ),
  textLiterals: new Set(textLiteralTypes),
  matching: new Map([['LIKE', '$like']]),
  castCalls: null,
  partOf: (word) => word,
  constructorsAreCalls: false,
};
