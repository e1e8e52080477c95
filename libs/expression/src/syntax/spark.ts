import { COMPARISON_LEVEL, operator, SIGN_LEVEL, type SyntaxDialect } from './dialect.ts';
import { sharedOperators, sharedPrefixes } from './google.ts';
import { readSparkString } from './spark-string.ts';

/** Spark SQL 3.5's expressions, as definitions of features use them. */
export const sparkSyntax: SyntaxDialect = {
  tokens: {
    blank: /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)+/y,
    readString: readSparkString,
    // Of whole numbers, and of floating-point and decimal ones.
    numberSuffix: /(?:BD|[LSYDF])(?![A-Za-z0-9_])/iy,
  },
  operators: new Map([
    ...sharedOperators,
    ['==', operator(COMPARISON_LEVEL, '$equal')],
    ['<=>', operator(COMPARISON_LEVEL, '$null_safe_equal')],
    ['RLIKE', operator(COMPARISON_LEVEL)],
    ['REGEXP', operator(COMPARISON_LEVEL)],
    ['ILIKE', operator(COMPARISON_LEVEL)],
    ['||', operator(9, '$concat')],
    ['%', operator(10, '$modulo')],
    ['DIV', operator(10, '$div')],
  ]),
  prefixes: new Map([...sharedPrefixes, ['!', operator(SIGN_LEVEL, '$not')]]),
  reserved: new Set(
    'AND AS BETWEEN CASE CAST ELSE END FALSE FROM IN IS LIKE NOT NULL OR SELECT THEN TRUE WHEN WHERE'.split(' '),
  ),
  textLiterals: new Set(['DATE', 'TIMESTAMP']),
  matching: new Map([
    ['LIKE', '$like'],
    ['ILIKE', '$ilike'],
    ['RLIKE', '$rlike'],
    ['REGEXP', '$rlike'],
  ]),
  castCalls: new Map([
    ['BOOLEAN', 'BOOLEAN'],
    ['TINYINT', 'TINYINT'],
    ['BYTE', 'TINYINT'],
    ['SMALLINT', 'SMALLINT'],
    ['SHORT', 'SMALLINT'],
    ['INT', 'INT'],
    ['INTEGER', 'INT'],
    ['BIGINT', 'BIGINT'],
    ['LONG', 'BIGINT'],
    ['FLOAT', 'FLOAT'],
    ['REAL', 'FLOAT'],
    ['DOUBLE', 'DOUBLE'],
    ['DECIMAL', 'DECIMAL'],
    ['DEC', 'DECIMAL'],
    ['NUMERIC', 'DECIMAL'],
    ['STRING', 'STRING'],
    ['VARCHAR', 'STRING'],
    ['CHAR', 'STRING'],
    ['BINARY', 'BINARY'],
    ['DATE', 'DATE'],
    ['TIMESTAMP', 'TIMESTAMP'],
  ]),
  partOf: (word) => word.replace(/S$/, ''),
  constructorsAreCalls: true,
};
