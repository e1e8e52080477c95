import {
  analyzeStages,
  type CompiledColumns,
  compileColumns,
  ExpressionError,
  quotedName,
  type SelectionText,
} from '@isochron/expression';
import {
  createVector,
  type Field,
  getValue,
  IsochronError,
  longType,
  setValue,
  stringType,
  type Value,
  type Vector,
  vectorKind,
  writeSafeLong,
} from '@isochron/schema';
import { hashOf } from '../hash.ts';
import { isNullAt, putNull } from './fetched.ts';
import type { PartReaders } from './part-readers.ts';
import { Status } from './status.ts';

/** What a derivation reads: a feature by its position, a column of the request by its name, or the request's instant. */
type Source =
  | { readonly kind: 'base'; readonly index: number }
  | { readonly kind: 'request'; readonly field: Field }
  | { readonly kind: 'ts' | 'ds' };

export type DerivedColumn =
  | { readonly kind: 'alias'; readonly name: string; readonly base: number }
  | {
      readonly kind: 'made';
      readonly name: string;
      readonly type: CompiledColumns['type'];
      readonly compiled: CompiledColumns;
      readonly sources: readonly Source[];
      /** The features among the sources. */
      readonly bases: readonly number[];
    };

export interface DerivationFields {
  /** The features before anything is derived of them. */
  readonly base: readonly Field[];
  /** Columns that a request may have: keys first of all. */
  readonly request: readonly Field[];
}

type Stages = readonly SelectionText['columns'][];

/** What derived columns are made among. */
export interface Deriving {
  readonly stages: Stages;
  readonly fields: DerivationFields;
  /** Says what the fields are, however briefly. */
  readonly fieldsKey: unknown;
  readonly shared: Pick<PartReaders, 'derived' | 'codes'>;
}

/** Columns of the last of a plan's stages by their names, compiled once for all plans that make them of the same. The plan was checked, so a fault here is one of ours. */
export function derivedColumns(names: ReadonlySet<string>, deriving: Deriving): ReadonlyMap<string, DerivedColumn> {
  const { stages, fields, fieldsKey, shared } = deriving;
  const last = stages.at(-1) ?? [];
  const earlier = stages.slice(0, -1);
  const places = new Map(fields.base.map(({ name }, at) => [name, at] as const).reverse());
  const made = new Map<string, DerivedColumn>();
  for (const column of last) {
    const { name } = column;
    if (!names.has(name)) continue;
    const passed = passedOn(name, stages);
    const base = passed === null || isHidden(passed, fields) ? undefined : places.get(passed);
    if (base !== undefined) made.set(name, { kind: 'alias', name, base });
    else {
      const key = hashOf([fieldsKey, earlier, column]);
      const compile = () => compiledColumn(name, analyzedIn([...earlier, [column]], fields), deriving);
      made.set(name, shared.derived.of(key, compile));
    }
  }
  return made;
}

/** The column of the row that a column of the last stage is, where it is but passed on; null: it is made of something. */
function passedOn(name: string, stages: Stages): string | null {
  let passed = name;
  for (const stage of stages.toReversed()) {
    const column = stage.find((each) => each.name === passed);
    const read = typeof column?.expression === 'string' ? nameIn(column.expression) : null;
    if (read === null) return null;
    passed = read;
  }
  return passed;
}

/** Of a name as plans write it; null: it is written otherwise, or no name. */
function nameIn(expression: string): string | null {
  const name = expression.slice(1, -1);
  return quotedName(name) === expression ? name : null;
}

/** Whether a name is that of something else than a feature, too. */
const isHidden = (name: string, { request }: DerivationFields): boolean =>
  name === 'ts' || name === 'ds' || request.some((field) => field.name === name);

function analyzedIn(stages: Stages, { base, request }: DerivationFields) {
  const fields = [...request, { name: 'ts', type: longType }, { name: 'ds', type: stringType }, ...base];
  const { selection, faults } = analyzeStages(stages, fields);
  const [column] = selection?.columns ?? [];
  if (column === undefined) throw new Error(`a derivation was planned with ${faults[0]?.text}, which has faults`);
  return column.analyzed;
}

function compiledColumn(
  name: string,
  analyzed: ReturnType<typeof analyzedIn>,
  { fields, shared }: Pick<Deriving, 'fields' | 'shared'>,
): DerivedColumn {
  const compiled = compileColumns(analyzed, shared.codes);
  const sources = compiled.columns.map((field) => sourceOf(field, fields));
  const [only] = sources;
  if (analyzed.typed.kind === 'column' && only?.kind === 'base') return { kind: 'alias', name, base: only.index };
  const bases = sources.flatMap((source) => (source.kind === 'base' ? [source.index] : []));
  return { kind: 'made', name, type: analyzed.dataType, compiled, sources, bases };
}

function sourceOf(field: Field, { base, request }: DerivationFields): Source {
  const index = base.findIndex(({ name }) => name === field.name);
  if (index !== -1) return { kind: 'base', index };
  const own = request.find(({ name }) => name === field.name);
  if (own !== undefined) return { kind: 'request', field: own };
  return { kind: field.name === 'ts' ? 'ts' : 'ds' };
}

/** What derivations of a request are made of. */
export interface DerivationInput {
  readonly rows: number;
  readonly atMs: number;
  readonly request: ReadonlyMap<string, Vector>;
  readonly base: readonly Vector[];
  /** Row by row, one a feature. */
  readonly statuses: Uint8Array;
}

/**
 * Writes a column and its statuses (`statuses[row * width + at]`) for all rows. A row with a feature that is ERROR, or over which the expression fails, is null
 * and ERROR. Answers what failed first.
 */
export function derive(
  column: DerivedColumn & { readonly kind: 'made' },
  input: DerivationInput,
  output: Vector,
  target: { readonly statuses: Uint8Array; readonly width: number; readonly at: number },
): IsochronError | null {
  const vectors: Vector[] = [];
  for (const source of column.sources) {
    const vector = vectorOfSource(source, input);
    if (vector === null) return failAll(column, source, input.rows, output, target);
    vectors.push(vector);
  }
  const failed = evaluate(column.compiled, vectors, input.rows, output);
  for (let row = 0; row < input.rows; row++) {
    const status = failed?.rows.has(row) ? Status.ERROR : statusOf(column.bases, input, row, isNullAt(output, row));
    if (status === Status.ERROR) putNull(output, row);
    target.statuses[row * target.width + target.at] = status;
  }
  return failed?.first ?? null;
}

function vectorOfSource(source: Source, { rows, atMs, request, base }: DerivationInput): Vector | null {
  switch (source.kind) {
    case 'base':
      return base[source.index] ?? null;
    case 'request': {
      const vector = request.get(source.field.name);
      return vector !== undefined && vector.kind === vectorKind(source.field.type) ? vector : null;
    }
    case 'ts': {
      const data = new BigInt64Array(rows);
      const words = new Int32Array(data.buffer);
      for (let row = 0; row < rows; row++) writeSafeLong(words, row, atMs);
      return { kind: 'longs', data, words, valid: null };
    }
    case 'ds':
      return { kind: 'values', data: new Array<Value>(rows).fill(new Date(atMs).toISOString().slice(0, 10)) };
  }
}

function failAll(
  column: DerivedColumn,
  source: Source,
  rows: number,
  output: Vector,
  { statuses, width, at }: { readonly statuses: Uint8Array; readonly width: number; readonly at: number },
): IsochronError {
  for (let row = 0; row < rows; row++) {
    putNull(output, row);
    statuses[row * width + at] = Status.ERROR;
  }
  const name = source.kind === 'request' ? source.field.name : source.kind;
  return new IsochronError(
    'INVALID_ARGUMENT',
    `"${column.name}" is derived of the column "${name}", which the request does not have, or not of its type.`,
  );
}

interface Failed {
  readonly rows: ReadonlySet<number>;
  readonly first: IsochronError;
}

/** All rows at once; where one fails, row by row. */
function evaluate(compiled: CompiledColumns, vectors: readonly Vector[], rows: number, output: Vector): Failed | null {
  try {
    compiled.evaluateVectors(vectors, rows, output);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown;
    return evaluateEach(compiled, vectors, rows, output, thrown);
  }
}

function evaluateEach(
  compiled: CompiledColumns,
  vectors: readonly Vector[],
  rows: number,
  output: Vector,
  first: ExpressionError,
): Failed {
  const failed = new Set<number>();
  const given = compiled.columns.map(({ type }) => createVector(type, 1));
  const made = createVector(compiled.type, 1);
  for (let row = 0; row < rows; row++) {
    for (const [at, { type }] of compiled.columns.entries())
      setValue(given[at] as Vector, 0, getValue(type, vectors[at] as Vector, row));
    try {
      compiled.evaluateVectors(given, 1, made);
      setValue(output, row, getValue(compiled.type, made, 0));
    } catch (thrown) {
      if (!(thrown instanceof ExpressionError)) throw thrown;
      failed.add(row);
    }
  }
  return { rows: failed, first: new IsochronError('INVALID_ARGUMENT', first.message, first) };
}

/** The worst of what it is made of; NOT_FOUND only where there is no value and none of it was found. */
function statusOf(bases: readonly number[], { statuses, base }: DerivationInput, row: number, isNull: boolean): Status {
  let found = 0;
  let stale = 0;
  let approximate = 0;
  for (let index = 0; index < bases.length; index++) {
    const status = statuses[row * base.length + (bases[index] as number)];
    if (status === Status.ERROR) return Status.ERROR;
    if (status === Status.STALE) stale++;
    if (status === Status.APPROXIMATE) approximate++;
    if (status !== Status.NOT_FOUND) found++;
  }
  if (isNull && found === 0 && bases.length > 0) return Status.NOT_FOUND;
  if (stale > 0) return Status.STALE;
  if (approximate > 0) return Status.APPROXIMATE;
  return isNull ? Status.NULL : Status.PRESENT;
}
