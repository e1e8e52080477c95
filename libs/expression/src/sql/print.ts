import { rangeOf } from '../analysis/range.ts';
import { castSiteOf, siteOf } from '../analysis/sites.ts';
import { childrenOf, type Typed, type TypedCall } from '../analysis/typed.ts';
import { isWordPattern } from '../analysis/word-argument.ts';
import type { FunctionRow } from '../registry/row.ts';
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
  return new DuckDbPrinter(column).print(node)?.text ?? null;
}

/** A text, and how many parts the engine makes of it, macros written out. */
interface Weighed {
  readonly text: string;
  readonly weight: number;
}

/** The engine is asked for nothing larger. Macros may name an argument several times, so that nesting them multiplies. */
const WEIGHT_MAX = 100_000;
/** How often a macro names an argument, at most; those that name one more often have to say so in their own text. */
const MACRO_USES = 4;

class DuckDbPrinter {
  readonly #column: ColumnText;
  readonly #locals = new Map<number, Weighed>();

  constructor(column: ColumnText) {
    this.#column = column;
  }

  print(node: Typed): Weighed | null {
    switch (node.kind) {
      case 'constant':
        return whole(duckDbLiteral(node.value, node.type));
      case 'column':
        return whole(this.#column(node.column));
      case 'local':
        return this.#locals.get(node.id) ?? null;
      case 'field':
        return this.#written([node.operand], ([operand]) => `struct_extract(${operand}, ${duckDbText(node.field)})`);
      case 'call':
        return this.#call(node);
      case 'cast': {
        const { duckdb } = node.cast;
        if (node.safe || duckdb === null || node.format !== null || node.typeParams.length > 0) return null;
        // What stays constant when constants are folded has no value.
        if (node.operand.kind === 'constant') return null;
        return this.#written([node.operand], ([operand = '']) => duckdb(operand, castSiteOf(node)));
      }
      case 'case':
        return this.#case(node);
      case 'array': {
        const type = duckDbType(node.type);
        return type === null ? null : this.#written(node.items, (items) => `CAST([${items.join(', ')}] AS ${type})`);
      }
      case 'struct': {
        const { type } = node;
        if (type.kind !== 'STRUCT') return null;
        const names = type.fields.map((field, at) => duckDbName(fieldKey(field, at)));
        return this.#written(
          node.fields,
          (fields) => `{${fields.map((field, at) => `${names[at]}: ${field}`).join(', ')}}`,
        );
      }
      case 'lambda':
      case 'unnest':
        return null;
    }
  }

  #call(node: Extract<Typed, { kind: 'call' }>): Weighed | null {
    const { duckdb } = node.signature;
    if (node.safe || duckdb === null || isUnsafe(node)) return null;
    const values = node.args.filter((arg) => !isWord(node, arg));
    return this.#written(values, (texts) => {
      const rest = texts[Symbol.iterator]();
      const args = node.args.map((arg) => (isWord(node, arg) ? '' : (rest.next().value ?? '')));
      return duckdb(args, siteOf(node));
    });
  }

  #case(node: Extract<Typed, { kind: 'case' }>): Weighed | null {
    if (node.subject !== null) {
      const subject = this.print(node.subject.value);
      if (subject === null) return null;
      this.#locals.set(node.subject.local.id, subject);
    }
    const children = [...node.branches.flatMap(({ when, result }) => [when, result]), node.otherwise];
    return this.#written(children, (texts) => {
      const branches = node.branches.map((_, at) => `WHEN ${texts[2 * at]} THEN ${texts[2 * at + 1]}`);
      return `(CASE ${branches.join(' ')} ELSE ${texts.at(-1)} END)`;
    });
  }

  /** First with marks in the place of the children, to count how often each is named before any text is made of it. */
  #written(children: readonly Typed[], write: (texts: readonly string[]) => string | null): Weighed | null {
    const parts = children.map((child) => this.print(child));
    if (!parts.every((part) => part !== null)) return null;
    const marked = write(parts.map((_, at) => `\u0001${at}\u0002`));
    if (marked === null) return null;
    const uses = marked.includes('gs_') ? MACRO_USES : 1;
    let weight = 1;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are characters that no text of ours has
    const text = marked.replaceAll(/\u0001(\d+)\u0002/g, (_, at: string) => {
      const part = parts[Number(at)];
      weight += (part?.weight ?? 0) * uses;
      return weight > WEIGHT_MAX ? '' : (part?.text ?? '');
    });
    return weight > WEIGHT_MAX ? null : { text, weight };
  }
}

const whole = (text: string | null): Weighed | null => (text === null ? null : { text, weight: 1 });

/** Whether everything in the expression is proven to be the same in DuckDB. Columns, constants, fields, CASE, arrays and structs are. */
export function isProven(node: Typed): boolean {
  switch (node.kind) {
    case 'call':
      return node.signature.pushdown === 'proven' && !node.safe && !isUnsafe(node) && node.args.every(isProven);
    case 'cast':
      return node.cast.pushdown === 'proven' && !node.safe && node.format === null && isProven(node.operand);
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

/** What the names of locals begin with, so that none is a column's, in whatever case. */
function localPrefix(node: Typed, column: ColumnText): string {
  const texts = [...columnsIn(node)].map((each) => column(each).toLowerCase());
  let prefix = 'x';
  while (texts.some((text) => new RegExp(`${prefix}\\d`).test(text))) prefix += 'x';
  return prefix;
}

function* columnsIn(node: Typed): Generator<number> {
  if (node.kind === 'column') yield node.column;
  for (const child of childrenOf(node)) yield* columnsIn(child);
}

/**
 * What stays constant when constants are folded has no value, or one too large to be written. DuckDB may fail for it before it is known whether
 * a row asks for it. A null that is written down may keep DuckDB from evaluating the other arguments, whose failure counts, and loses its type on
 * the way.
 */
const isUnsafe = ({ signature, args }: TypedCall): boolean =>
  args.every((arg) => arg.kind === 'constant') ||
  (signature.nulls === 'strict' && args.some((arg) => arg.kind === 'constant' && arg.value === null));

/** Where DuckDB is known to differ from the closure, whatever the function. */
export const duckDbDifference =
  'DuckDB does not evaluate what the result does not need, such as an argument beside a null or a field that is not read, so that a failure there is not told';

const isWord = (call: Extract<Typed, { kind: 'call' }>, arg: Typed): boolean => {
  const { params } = call.signature.type;
  const pattern = (params[call.args.indexOf(arg)] ?? params.at(-1))?.pattern;
  return pattern !== undefined && isWordPattern(pattern);
};

/** Whether GoogleSQL has a text of the same meaning; all that was written in GoogleSQL has. */
export function hasGoogleText(node: Typed): boolean {
  if (node.kind === 'call' && writerOf(node) === 'none') return false;
  if (node.kind === 'cast' && node.cast.write === 'none') return false;
  return childrenOf(node).every(hasGoogleText);
}

const writerOf = (node: TypedCall & Pick<Typed, 'type'>): FunctionRow['write'] =>
  node.signature.writes?.(siteOf(node), () => node.args.map((arg) => rangeOf(arg))) === false
    ? 'none'
    : (node.signature.write ?? node.row.write);

/** GoogleSQL text of the same meaning for BigQuery, parenthesized throughout; read and typed again it gives an equal tree. */
export function bigQueryOf(node: Typed, column: ColumnText): string {
  const prefix = localPrefix(node, column);
  // A local is called apart from every column and every other local, whatever it was called.
  const name = (local: { readonly id: number }): string => googleName(`${prefix}${local.id}`);
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
        const args = each.args
          .map((arg) => (isWord(each, arg) && arg.kind === 'constant' ? String(arg.value) : print(arg)))
          .map((text, at) => (each.names[at] ? `${each.names[at]} => ${text}` : text));
        const called = each.row.name;
        const write = writerOf(each);
        if (write === 'none') throw new Error(`${called} has no text in GoogleSQL; ask hasGoogleText first.`);
        const plain = write?.(args) ?? `${called}(${args.join(', ')})`;
        const written = each.safe ? `SAFE.${plain}` : plain;
        return each.signature.isOfAnyType ? `CAST(${written} AS ${typeName(each.type)})` : written;
      }
      case 'cast': {
        const { write } = each.cast;
        if (write === 'none') throw new Error('A cast has no text in GoogleSQL; ask hasGoogleText first.');
        if (write !== undefined) return write(print(each.operand));
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
