import { castSiteOf, siteOf } from '../analysis/sites.ts';
import type { Typed } from '../analysis/typed.ts';
import { fieldKey, typeName } from '../types/sql-type.ts';
import { duckDbLiteral, duckDbType, googleLiteral } from './literal.ts';
import { duckDbName, duckDbText, googleName } from './text.ts';

/** How a column stands in the text, by its place among the columns of the expression. */
export type ColumnText = (column: number) => string;

/**
 * DuckDB text that means what the expression means, over the macros, in a session whose time zone is UTC; null where DuckDB cannot say it. It is
 * parenthesized throughout and every name is quoted, so that it can stand anywhere and no word of it is DuckDB's own. Columns must come as
 * their types have it: INT64 as BIGINT, FLOAT64 as DOUBLE, NUMERIC as DECIMAL(38, 9).
 */
export function duckDbOf(node: Typed, column: ColumnText): string | null {
  const locals = new Map<number, string>();
  const print = (each: Typed): string | null => {
    switch (each.kind) {
      case 'constant':
        return duckDbLiteral(each.value, each.type);
      case 'column':
        return column(each.column);
      case 'local':
        return locals.get(each.id) ?? null;
      case 'field': {
        const operand = print(each.operand);
        return operand === null ? null : `struct_extract(${operand}, ${duckDbText(each.field)})`;
      }
      case 'call': {
        const args = each.args.map((arg) => (isPart(each, arg) ? '' : print(arg)));
        if (each.safe || each.signature.duckdb === null || !args.every((arg) => arg !== null)) return null;
        return each.signature.duckdb(args, siteOf(each));
      }
      case 'cast': {
        const operand = print(each.operand);
        if (operand === null || each.cast.duckdb === null || each.format !== null || each.typeParams.length > 0)
          return null;
        const text = each.cast.duckdb(operand, castSiteOf(each));
        return text === null || each.safe ? null : text;
      }
      case 'case': {
        if (each.subject !== null) {
          const subject = print(each.subject.value);
          if (subject === null) return null;
          locals.set(each.subject.local.id, subject);
        }
        const branches = each.branches.map(({ when, result }) => [print(when), print(result)]);
        const otherwise = print(each.otherwise);
        if (otherwise === null || branches.some((branch) => branch.includes(null))) return null;
        return `(CASE ${branches.map(([when, result]) => `WHEN ${when} THEN ${result}`).join(' ')} ELSE ${otherwise} END)`;
      }
      case 'array': {
        const items = each.items.map(print);
        const type = duckDbType(each.type);
        return items.includes(null) || type === null ? null : `CAST([${items.join(', ')}] AS ${type})`;
      }
      case 'struct': {
        const { type } = each;
        const fields = each.fields.map(print);
        if (type.kind !== 'STRUCT' || fields.includes(null)) return null;
        return `{${type.fields.map((field, at) => `${duckDbName(fieldKey(field, at))}: ${fields[at]}`).join(', ')}}`;
      }
      case 'lambda':
      case 'unnest':
        return null;
    }
  };
  return print(node);
}

/** Whether everything in the expression is proven to be the same in DuckDB. Columns, constants, fields, CASE, arrays and structs are. */
export function isProven(node: Typed): boolean {
  switch (node.kind) {
    case 'call':
      return node.signature.pushdown === 'proven' && !node.safe && node.args.every(isProven);
    case 'cast':
      return node.cast.pushdown === 'proven' && !node.safe && isProven(node.operand);
    case 'case':
      return (
        (node.subject === null || isProven(node.subject.value)) &&
        node.branches.every(({ when, result }) => isProven(when) && isProven(result)) &&
        isProven(node.otherwise)
      );
    case 'field':
      return isProven(node.operand);
    case 'array':
      return node.items.every(isProven);
    case 'struct':
      return node.fields.every(isProven);
    case 'lambda':
    case 'unnest':
      return false;
    default:
      return true;
  }
}

const isPart = (call: Extract<Typed, { kind: 'call' }>, arg: Typed): boolean => {
  const { params } = call.signature.type;
  return (params[call.args.indexOf(arg)] ?? params.at(-1))?.pattern.kind === 'part';
};

/** GoogleSQL text of the same meaning for BigQuery, parenthesized throughout; read and typed again it gives an equal tree. */
export function bigQueryOf(node: Typed, column: ColumnText): string {
  const names = new Map<number, string>();
  const name = (local: { readonly id: number; readonly name: string }): string => {
    // A local is called apart from every column and every other local, whatever it was called.
    const known = names.get(local.id) ?? `x${local.id}`;
    names.set(local.id, known);
    return googleName(known);
  };
  const subjects = new Map<number, string>();
  const print = (each: Typed): string => {
    switch (each.kind) {
      case 'constant':
        return googleLiteral(each.value, each.type);
      case 'column':
        return column(each.column);
      case 'local':
        return subjects.get(each.id) ?? name(each);
      case 'field':
        return `${print(each.operand)}.${googleName(each.field)}`;
      case 'call': {
        const args = each.args.map((arg) =>
          isPart(each, arg) && arg.kind === 'constant' ? String(arg.value) : print(arg),
        );
        const written = each.row.write?.(args) ?? `${each.row.name}(${args.join(', ')})`;
        return each.safe ? `SAFE.${written}` : written;
      }
      case 'cast': {
        const format = each.format === null ? '' : ` FORMAT ${print(each.format)}`;
        const zone = each.zone === null ? '' : ` AT TIME ZONE ${print(each.zone)}`;
        const params = each.typeParams.length === 0 ? '' : `(${each.typeParams.join(', ')})`;
        return `${each.safe ? 'SAFE_CAST' : 'CAST'}(${print(each.operand)} AS ${typeName(each.type)}${params}${format}${zone})`;
      }
      case 'case': {
        if (each.subject !== null) subjects.set(each.subject.local.id, print(each.subject.value));
        const branches = each.branches.map(({ when, result }) => `WHEN ${print(when)} THEN ${print(result)}`);
        return `(CASE ${branches.join(' ')} ELSE ${print(each.otherwise)} END)`;
      }
      case 'array':
        return `${typeName(each.type)}[${each.items.map(print).join(', ')}]`;
      case 'struct':
        return `${typeName(each.type)}(${each.fields.map(print).join(', ')})`;
      case 'lambda':
        return `(${each.params.map(name).join(', ')}) -> ${print(each.body)}`;
      case 'unnest': {
        const where = each.where === null ? '' : ` WHERE ${print(each.where)}`;
        const from = `UNNEST(${print(each.array)}) AS ${name(each.element)} WITH OFFSET AS ${name(each.position)}`;
        return `${each.what}(SELECT ${print(each.select)} FROM ${from}${where})`;
      }
    }
  };
  return print(node);
}
