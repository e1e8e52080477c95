import type { Typed } from '../../analysis/typed.ts';
import type { Atom, Emitter } from '../../javascript/emitter.ts';
import { canEqual, canOrder, equalOf, orderOf } from '../../runtime/compare.ts';
import type { SqlValue } from '../../value.ts';
import { type CallSite, type FunctionRow, made, row, sql } from '../row.ts';

/** IF: only the branch that is chosen is evaluated. */
function choose(emitter: Emitter, [condition, then, otherwise]: readonly Typed[]): Atom {
  if (condition === undefined || then === undefined || otherwise === undefined)
    throw new Error('IF has three arguments.');
  const result = emitter.assign('null', true);
  const isTrue = emitter.condition(condition);
  emitter.block(`if (${isTrue})`, () => emitter.line(`${result.code} = ${emitter.value(then).code};`));
  emitter.block('else', () => emitter.line(`${result.code} = ${emitter.value(otherwise).code};`));
  return result;
}

/** COALESCE: each argument is evaluated only if those before it are null. */
function firstOf(emitter: Emitter, args: readonly Typed[]): Atom {
  const result = emitter.assign('null', true);
  emitter.labelled((leave) => {
    for (const arg of args) {
      emitter.line(`${result.code} = ${emitter.value(arg).code};`);
      emitter.line(`if (${result.code} !== null) ${leave}`);
    }
  });
  return result;
}

const typeOf = (call: CallSite) => call.args[0]?.type ?? call.result;

/** The greatest or the least; null with any null, NaN with any NaN. */
const extreme = (sign: 1 | -1) => (call: CallSite) => {
  const order = orderOf(typeOf(call));
  return (...values: readonly SqlValue[]): SqlValue => {
    let best = values[0] ?? null;
    for (const value of values) {
      if (value === null) return null;
      if (Number.isNaN(best)) continue;
      if (Number.isNaN(value) || order(value as never, best as never) * sign > 0) best = value;
    }
    return best;
  };
};

/** DuckDB's own pass over nulls, and have NaN greatest. */
const extremeInDuckDb =
  (name: 'greatest' | 'least') =>
  (args: readonly string[], call: CallSite): string | null => {
    const { kind } = typeOf(call);
    if (args.length > EXTREME_MAX || ['INTERVAL', 'BIGNUMERIC'].includes(kind)) return null;
    const anyNull = args.map((arg) => `${arg} IS NULL`).join(' OR ');
    const nan = args.map((arg) => `isnan(${arg})`).join(' OR ');
    const whenNan = kind === 'FLOAT64' && name === 'least' ? ` WHEN ${nan} THEN CAST('nan' AS DOUBLE)` : '';
    return `(CASE WHEN ${anyNull} THEN NULL${whenNan} ELSE ${name}(${args.join(', ')}) END)`;
  };

/** The text has each argument three times. */
const EXTREME_MAX = 8;

const needsOrder = (call: CallSite) =>
  canOrder(typeOf(call)) ? null : { argument: null, message: `values of type ${typeOf(call).kind} have no order.` };

/** Not DuckDB's own COALESCE, which computes what occurs twice in the later arguments ahead of it, and fails where they are not asked for. */
function firstPresent(args: readonly string[]): string {
  const tests = args.slice(0, -1).map((arg) => `WHEN ${arg} IS NOT NULL THEN ${arg}`);
  return tests.length === 0 ? `${args[0]}` : `(CASE ${tests.join(' ')} ELSE ${args.at(-1)} END)`;
}

export const conditionalRows: readonly FunctionRow[] = [
  row(
    'IF',
    'conditional',
    'The second argument where the first is TRUE, else the third. The other one is not evaluated.',
    {
      '(BOOL, T1, T1) -> T1': {
        nulls: 'own',
        js: { kind: 'lazy', emit: choose },
        pushdown: 'proven',
        duckdb: sql('(CASE WHEN $1 THEN $2 ELSE $3 END)'),
      },
    },
  ),
  row('COALESCE', 'conditional', 'The first argument that is not null. Those after it are not evaluated.', {
    '(T1, repeated T1) -> T1': {
      nulls: 'own',
      js: { kind: 'lazy', emit: firstOf },
      pushdown: 'proven',
      duckdb: firstPresent,
    },
  }),
  row('IFNULL', 'conditional', 'The first argument, or the second where the first is null.', {
    '(T1, T1) -> T1': {
      nulls: 'own',
      js: { kind: 'lazy', emit: firstOf },
      duckdb: firstPresent,
      pushdown: 'proven',
    },
  }),
  row('NULLIF', 'conditional', 'Null where the two are equal, else the first.', {
    '(T1, T1) -> T1': {
      nulls: 'own',
      js: made((call) => {
        const equal = equalOf(typeOf(call));
        return (a: SqlValue, b: SqlValue) =>
          a !== null && b !== null && equal(a as never, b as never) === true ? null : a;
      }),
      pushdown: 'proven',
      duckdb: ([a, b], call) =>
        ['ARRAY', 'STRUCT', 'INTERVAL', 'BIGNUMERIC'].includes(typeOf(call).kind)
          ? null
          : typeOf(call).kind === 'FLOAT64'
            ? `(CASE WHEN gs_compare(${a} = ${b}, ${a}, ${b}, false) THEN NULL ELSE ${a} END)`
            : `(CASE WHEN ${a} = ${b} THEN NULL ELSE ${a} END)`,
      check: (call) =>
        canEqual(typeOf(call))
          ? null
          : { argument: null, message: `values of type ${typeOf(call).kind} are not compared.` },
    },
  }),
  row('GREATEST', 'conditional', 'The greatest of its arguments; null with any null, NaN with any NaN.', {
    '(T1, repeated T1) -> T1': {
      js: made(extreme(1)),
      givesNull: false,
      duckdb: extremeInDuckDb('greatest'),
      pushdown: 'proven',
      check: needsOrder,
    },
  }),
  row('LEAST', 'conditional', 'The least of its arguments; null with any null, NaN with any NaN.', {
    '(T1, repeated T1) -> T1': {
      js: made(extreme(-1)),
      givesNull: false,
      duckdb: extremeInDuckDb('least'),
      pushdown: 'proven',
      check: needsOrder,
    },
  }),
];
