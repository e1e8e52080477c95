import { canEqual, canOrder, equalOf, isPlain, isPlainlyOrdered, orderOf } from '../../runtime/compare.ts';
import { groupKeyOf } from '../../runtime/group-key.ts';
import { typeName } from '../../types/sql-type.ts';
import type { SqlValue } from '../../value.ts';
import { type CallFault, type CallSite, type FunctionRow, type Implementation, inline, made, row } from '../row.ts';

const typeOf = (call: CallSite) => call.args[0]?.type ?? call.result;

const mustEqual = (call: CallSite): CallFault | null =>
  canEqual(typeOf(call))
    ? null
    : { argument: null, message: `values of type ${typeName(typeOf(call))} are not compared.` };

const mustOrder = (call: CallSite): CallFault | null =>
  canOrder(typeOf(call))
    ? null
    : { argument: null, message: `values of type ${typeName(typeOf(call))} have no order.` };

/** DuckDB has NaN equal to itself and greatest; other types compare alike. Structs and arrays with nulls inside do not. */
const duckdbOf =
  (operator: string): NonNullable<Implementation['duckdb']> =>
  ([a, b], call) => {
    const { kind } = typeOf(call);
    if (['ARRAY', 'STRUCT', 'INTERVAL', 'BIGNUMERIC'].includes(kind)) return null;
    return kind === 'FLOAT64'
      ? `gs_compare(${a} ${operator} ${b}, ${a}, ${b}, ${operator === '<>'})`
      : `(${a} ${operator} ${b})`;
  };

const infix =
  (operator: string) =>
  (args: readonly string[]): string =>
    `(${args[0]} ${operator} ${args[1]})`;

const equality = (name: string, doc: string, written: string, isEqual: boolean): FunctionRow =>
  row(
    name,
    'comparison',
    doc,
    {
      '(T1, T1) -> BOOL': {
        js: inline(([a, b], use, call) => {
          const type = typeOf(call);
          if (isPlain(type)) return `${a} ${isEqual ? '===' : '!=='} ${b}`;
          const equal = use(equalOf(type));
          return isEqual ? `${equal}(${a}, ${b})` : `${use(negated)}(${equal}(${a}, ${b}))`;
        }),
        pushdown: 'proven',
        duckdb: duckdbOf(written === '!=' ? '<>' : written),
        check: mustEqual,
      },
    },
    infix(written),
  );

const negated = (value: boolean | null): boolean | null => (value === null ? null : !value);

const ordering = (name: string, doc: string, operator: string): FunctionRow =>
  row(
    name,
    'comparison',
    doc,
    {
      '(T1, T1) -> BOOL': {
        js: inline(([a, b], use, call) =>
          isPlainlyOrdered(typeOf(call))
            ? `${a} ${operator} ${b}`
            : `${use(orderOf(typeOf(call)))}(${a}, ${b}) ${operator} 0`,
        ),
        givesNull: false,
        pushdown: 'proven',
        duckdb: duckdbOf(operator),
        check: mustOrder,
      },
    },
    infix(operator),
  );

/** TRUE if one is equal, else NULL if one leaves it open, else FALSE. */
function isIn(equal: (a: never, b: never) => boolean | null) {
  return (value: SqlValue, items: readonly SqlValue[]): boolean | null => {
    if (value === null) return null;
    let open = false;
    for (const item of items) {
      const same = item === null ? null : equal(value as never, item as never);
      if (same === true) return true;
      if (same === null) open = true;
    }
    return open ? null : false;
  };
}

/** NaN is not distinct from NaN, nor null from null, inside of structs and arrays too. */
const isDistinct = (call: CallSite) => {
  if (isPlain(typeOf(call))) return (a: SqlValue, b: SqlValue) => a !== b && !(Number.isNaN(a) && Number.isNaN(b));
  const key = groupKeyOf(typeOf(call));
  return (a: SqlValue, b: SqlValue) => key(a) !== key(b);
};

export const comparisonRows: readonly FunctionRow[] = [
  equality('$equal', 'Whether two values are equal; NaN equals nothing.', '=', true),
  equality('$not_equal', 'Whether two values differ; NaN differs from everything.', '!=', false),
  ordering('$less', 'Whether the first comes before the second; NaN is in no order with anything.', '<'),
  ordering('$less_or_equal', 'Whether the first does not come after the second; FALSE where one is NaN.', '<='),
  ordering('$greater', 'Whether the first comes after the second; FALSE where one is NaN.', '>'),
  ordering('$greater_or_equal', 'Whether the first does not come before the second; FALSE where one is NaN.', '>='),
  row(
    '$between',
    'comparison',
    'Whether a value is at least the one and at most the other, as two comparisons joined by AND.',
    {
      '(T1, T1, T1) -> BOOL': {
        nulls: 'own',
        js: made((call) => {
          const order = orderOf(typeOf(call));
          const atLeast = (a: SqlValue, b: SqlValue): boolean | null =>
            a === null || b === null ? null : order(a as never, b as never) >= 0;
          return (value: SqlValue, low: SqlValue, high: SqlValue) => {
            const [above, below] = [atLeast(value, low), atLeast(high, value)];
            return above === false || below === false ? false : above === null || below === null ? null : true;
          };
        }),
        pushdown: 'proven',
        duckdb: ([a, b, c], call) => {
          const [above, below] = [duckdbOf('>=')([`${a}`, `${b}`], call), duckdbOf('<=')([`${a}`, `${c}`], call)];
          return above === null || below === null ? null : `(${above} AND ${below})`;
        },
        check: mustOrder,
      },
    },
    ([a, b, c]) => `(${a} BETWEEN ${b} AND ${c})`,
  ),
  row(
    '$in',
    'comparison',
    'Whether a value equals one of a list; NULL where none is equal and a null leaves it open.',
    {
      '(T1, repeated T1) -> BOOL': {
        nulls: 'own',
        js: made((call) => {
          const test = isIn(equalOf(typeOf(call)));
          return (value: SqlValue, ...items: readonly SqlValue[]) => test(value, items);
        }),
        pushdown: 'proven',
        duckdb: ([a, ...items], call) => {
          const tests = items.map((item) => duckdbOf('=')([`${a}`, item], call));
          return tests.includes(null) ? null : `(${tests.join(' OR ')})`;
        },
        check: mustEqual,
      },
    },
    ([a, ...items]) => `(${a} IN (${items.join(', ')}))`,
  ),
  row(
    '$in_array',
    'comparison',
    'Whether a value equals an element of an array; FALSE for an array that is null or empty.',
    {
      '(T1, ARRAY<T1>) -> BOOL': {
        nulls: 'own',
        js: made((call) => {
          const test = isIn(equalOf(typeOf(call)));
          return (value: SqlValue, array: readonly SqlValue[] | null) =>
            array === null || array.length === 0 ? false : test(value, array);
        }),
        check: mustEqual,
      },
    },
    ([a, array]) => `(${a} IN UNNEST(${array}))`,
  ),
  row(
    '$is_distinct_from',
    'comparison',
    'Whether two values differ, where null equals null and NaN equals NaN.',
    {
      '(T1, T1) -> BOOL': {
        nulls: 'own',
        givesNull: false,
        js: made(isDistinct),
        pushdown: 'proven',
        duckdb: ([a, b], call) =>
          ['ARRAY', 'STRUCT', 'INTERVAL', 'BIGNUMERIC'].includes(typeOf(call).kind)
            ? null
            : `(${a} IS DISTINCT FROM ${b})`,
        check: mustEqual,
      },
    },
    ([a, b]) => `(${a} IS DISTINCT FROM ${b})`,
  ),
];
