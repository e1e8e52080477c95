import type { DataType, Field, Value, Vector } from '@isochron/schema';
import { readLong, vectorKind, writeSafeLong } from '@isochron/schema';
import type { Analyzed } from '../analysis/analyze.ts';
import type { Typed } from '../analysis/typed.ts';
import { ExpressionError } from '../expression-error.ts';
import { RowFault } from '../row-fault.ts';
import { STRING } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';
import { readerOf, type ValueReader, writerOf } from './boundary.ts';
import { type Atom, Emitter, type FaultSite } from './emitter.ts';
import { shortText } from './short-text.ts';

/** An expression as a function of rows. It throws an `ExpressionError` for a row that has no value. */
export interface CompiledExpression {
  /** The columns it reads, in the order in which rows hold them. */
  readonly columns: readonly Field[];
  readonly type: DataType;
  /** `row[i]` is the value of `columns[i]`, as `DataType` says it is held; missing counts as null. */
  readonly evaluate: (row: readonly (Value | undefined)[]) => Value;
  /**
   * Rows [0, n): `vectors[i]` holds `columns[i]`, `output` is a vector of `type` with a place for each row's validity. A fault names the row in
   * `ExpressionError.row`; rows before it are written.
   */
  readonly evaluateVectors: (vectors: readonly Vector[], n: number, output: Vector) => void;
}

/** A typed tree as a function of the values of its columns, which stay what they are inside of expressions: for folding, and for tests. */
export function compileTyped(
  typed: Typed,
  text: string,
  columns: readonly Field[],
): (row: readonly SqlValue[]) => SqlValue {
  const emitter = emitterFor(columns);
  const result = emitter.value(typed);
  const reads = columns.map((_, at) => `const c${at} = row[${at}];`).join(' ');
  const body = `return (row) => { let at = -1; ${emitter.declarations} ${reads}
try { ${emitter.body}
return ${result.code}; } catch (error) { ${rethrow(emitter, 'null')} } };`;
  return build(text, emitter, body) as (row: readonly SqlValue[]) => SqlValue;
}

/** An expression as a function of columns alone. */
export type CompiledColumns = Omit<CompiledExpression, 'evaluate'>;

/** Code that was made before, by what it says. Expressions that differ by names alone are one code, which the engine optimizes once. */
export interface KnownCode {
  get(text: string): CodeFactory | undefined;
  set(text: string, made: CodeFactory): unknown;
}

/** Makes a function of what an expression has of its own. */
export type CodeFactory = (fail: unknown, ...constants: readonly unknown[]) => unknown;

/** Compiles once; the result holds no tree and walks none. */
export function compileExpression(analyzed: Analyzed & { readonly dataType: DataType }): CompiledExpression {
  return { ...compileColumns(analyzed), evaluate: rowFunction(analyzed, analyzed.dataType) };
}

/** The same without `evaluate`. `known`: what others were compiled to; default: none is looked for. */
export function compileColumns(
  analyzed: Analyzed & { readonly dataType: DataType },
  known: KnownCode = new Map(),
): CompiledColumns {
  const { columns, dataType } = analyzed;
  return { columns, type: dataType, evaluateVectors: vectorFunction(analyzed, dataType, known) };
}

function rowFunction(analyzed: Analyzed, dataType: DataType): CompiledExpression['evaluate'] {
  const emitter = emitterFor(analyzed.columns);
  const result = emitter.value(analyzed.typed);
  const reads = analyzed.columns.map(({ type }, at) => {
    const reader = readerOf(type);
    const plain = `const c${at} = row[${at}] ?? null;`;
    return reader === null
      ? plain
      : `const r${at} = row[${at}] ?? null; const c${at} = r${at} === null ? null : ${emitter.use(reader)}(r${at});`;
  });
  const body = `return (row) => { let at = -1; ${emitter.declarations} ${reads.join(' ')}
try { ${emitter.body}
return ${written(emitter, result, dataType)}; } catch (error) { ${rethrow(emitter, 'null')} } };`;
  return build(analyzed.text, emitter, body) as CompiledExpression['evaluate'];
}

function vectorFunction(
  analyzed: Analyzed,
  dataType: DataType,
  known: KnownCode,
): CompiledExpression['evaluateVectors'] {
  const emitter = emitterFor(analyzed.columns);
  const result = emitter.value(analyzed.typed);
  const opens = analyzed.columns.map(({ type }, at) => {
    const data = vectorKind(type) === 'longs' ? 'words' : 'data';
    const valid = vectorKind(type) === 'values' ? '' : `, n${at} = vectors[${at}].valid`;
    return `const d${at} = vectors[${at}].${data}${valid};`;
  });
  const reads = analyzed.columns.map(({ type }, at) => columnRead(emitter, type, at));
  // Declared outside of the loop, because a fault is told with the values of the columns.
  const names = analyzed.columns.map((_, at) => `, c${at}`).join('');
  const body = `return (vectors, n, output) => { let at = -1, r = 0${names}; ${emitter.declarations} ${opens.join(' ')}
const data = output.data, valid = output.valid ?? null;
try { for (; r < n; r++) { ${reads.join(' ')}
${emitter.body}
${columnWrite(emitter, result, dataType)} } } catch (error) { ${rethrow(emitter, 'r')} } };`;
  return build(analyzed.text, emitter, body, known) as CompiledExpression['evaluateVectors'];
}

const emitterFor = (columns: readonly Field[]): Emitter =>
  new Emitter(columns.map((_, at) => ({ code: `c${at}`, nullable: true })));

/** One value out of a vector, null or as expressions hold it. */
function columnRead(emitter: Emitter, type: DataType, at: number): string {
  const reader = readerOf(type);
  const through = (value: string): string => (reader === null ? value : `${emitter.use(reader)}(${value})`);
  switch (vectorKind(type)) {
    case 'ints': {
      const value = type.kind === 'boolean' ? `d${at}[r] === 1` : through(`d${at}[r]`);
      return `c${at} = n${at} !== null && n${at}[r] === 0 ? null : ${value};`;
    }
    case 'doubles':
      return `c${at} = n${at} !== null && n${at}[r] === 0 ? null : ${through(`d${at}[r]`)};`;
    case 'longs':
      return `c${at} = n${at} !== null && n${at}[r] === 0 ? null : ${through(`${emitter.use(readLong)}(d${at}, r)`)};`;
    case 'values':
      return reader === null
        ? `c${at} = d${at}[r] ?? null;`
        : `c${at} = d${at}[r] ?? null; if (c${at} !== null) c${at} = ${through(`c${at}`)};`;
  }
}

/** One value into a vector. */
function columnWrite(emitter: Emitter, result: Atom, type: DataType): string {
  const value = written(emitter, result, type);
  if (vectorKind(type) === 'values') return `data[r] = ${value};`;
  const isLong = vectorKind(type) === 'longs';
  const stored = type.kind === 'boolean' ? '(w ? 1 : 0)' : 'w';
  const isSafe = `if (typeof w === 'number') ${emitter.use(writeSafeLong)}(output.words, r, w); else`;
  const store = `${isLong ? isSafe : ''} data[r] = ${stored};`;
  return `const w = ${value}; if (w === null) { if (valid !== null) valid[r] = 0; } else { if (valid !== null) valid[r] = 1; ${store} }`;
}

/** The result as a column of the type holds it. */
function written(emitter: Emitter, result: Atom, type: DataType): string {
  const writer: ValueReader | null = writerOf(type);
  if (writer === null) return result.code;
  const code = `${emitter.use(writer)}(${result.code})`;
  return result.nullable ? `${result.code} === null ? null : ${code}` : code;
}

/** What a catch block does: a fault of the row becomes an error that says where, with the values that stood there. */
function rethrow(emitter: Emitter, row: string): string {
  const cases = emitter.faultSites.map(({ args }, site) => `case ${site}: args = [${args.join(', ')}]; break;`);
  return `let args = []; switch (at) { ${cases.join(' ')} } throw fail(error, at, args, ${row});`;
}

type Fail = (error: unknown, site: number, args: readonly SqlValue[], row: number | null) => unknown;

/**
 * The one place where code is made of text. All of the text is ours: names and numbers that the emitter counted up, and templates of the registry;
 * what an author wrote comes in as values.
 */
function build(text: string, emitter: Emitter, body: string, known: KnownCode = new Map()): unknown {
  const names = emitter.constants.map((_, at) => `k${at}`);
  const code = `${names.length}: ${body}`;
  // A function of these parameters, which answers the function that the body says.
  const factory = known.get(code) ?? (new Function('fail', ...names, `'use strict'; ${body}`) as CodeFactory);
  known.set(code, factory);
  return factory(failFor(text, emitter.faultSites), ...emitter.constants);
}

const failFor =
  (text: string, sites: readonly FaultSite[]): Fail =>
  (error, site, args, row) => {
    if (!(error instanceof RowFault)) return error;
    const { position, types } = sites[site] ?? { position: { offset: 0, length: text.length }, types: [] };
    const values = args.map((arg, at) => shortText(arg, types[at] ?? STRING));
    const value = values.join(', ');
    return new ExpressionError({ expression: text, position, value, reason: error.message, row, key: '' });
  };
