import { sparkRows } from '@isochron/expression';
import { type Subject, signatureSubject } from './subject.ts';

/**
 * Signatures of Spark SQL that have a text in GoogleSQL. There is no Spark to ask: what is put to the test is that the text means what our closure gives,
 * in ZetaSQL, which stands for BigQuery, and in DuckDB, which is asked for it where both are proven.
 */
export const sparkSubjects = (): readonly Subject[] =>
  sparkRows.flatMap((row) =>
    row.signatures
      .filter(({ write }) => (write ?? row.write) !== 'none')
      .map((signature) => ({
        ...signatureSubject(row, signature),
        dialect: 'spark' as const,
        write: (_, args) => written(row.name, args),
      })),
  );

function written(name: string, args: readonly string[]): string {
  const [a = '', b = '', ...more] = args;
  switch (name) {
    case '$between':
      return `${a} BETWEEN ${b} AND ${more.join('')}`;
    case '$in':
      return `${a} IN (${[b, ...more].join(', ')})`;
    case '$subscript':
      return `${a}[${b}]`;
    default: {
      const operator = operators.get(name);
      if (operator === undefined) return `${name}(${args.join(', ')})`;
      return args.length === 1 ? `${operator} ${a}` : args.join(` ${operator} `);
    }
  }
}

const operators: ReadonlyMap<string, string> = new Map([
  ['$add', '+'],
  ['$subtract', '-'],
  ['$divide', '/'],
  ['$modulo', '%'],
  ['$negate', '-'],
  ['$plus', '+'],
  ['$equal', '='],
  ['$not_equal', '!='],
  ['$less', '<'],
  ['$less_or_equal', '<='],
  ['$greater', '>'],
  ['$greater_or_equal', '>='],
  ['$null_safe_equal', '<=>'],
  ['$is_distinct_from', 'IS DISTINCT FROM'],
  ['$bitwise_or', '|'],
  ['$bitwise_and', '&'],
  ['$bitwise_xor', '^'],
  ['$bitwise_not', '~'],
  ['$concat', '||'],
  ['$like', 'LIKE'],
  ['$rlike', 'RLIKE'],
]);
