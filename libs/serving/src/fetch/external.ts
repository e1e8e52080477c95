import type { ExternalPlan } from '@isochron/compiler';
import { type DataType, IsochronError, typeText, type Value, type Vector, vectorKind } from '@isochron/schema';
import { type Fetched, isNullAt, putNull } from './fetched.ts';
import type { ReadPlan } from './plan.ts';
import { hasValue, Status } from './status.ts';

/** What was given from outside for the rows of a request. */
export interface ExternalAnswer {
  /** One an output of the external, in its order; each of the request's rows. They are read, not kept. */
  readonly vectors: readonly Vector[];
  /** A {@link Status} each: `statuses[row * vectors.length + output]`. */
  readonly statuses: Uint8Array;
  /** How long ago each row was given, in milliseconds, NaN where it was not; null: all of it just now. */
  readonly agesMs: Float64Array | null;
  /** The first thing that went wrong, of any row. */
  readonly error: IsochronError | null;
}

/** Copies what was given to the base features of an answer. Of an external without an answer the columns of the request are taken. */
export function putExternals(
  fetched: Fetched,
  { parts, externals, base }: ReadPlan,
  answers: readonly (ExternalAnswer | null)[],
  columns: ReadonlyMap<string, Vector>,
): void {
  const { rows, baseVectors, baseStatuses } = fetched;
  externals.forEach(({ asked, first }, at) => {
    const answer = answers[at] ?? answerOfColumns(asked, rows, columns);
    const part = parts.length + at;
    const told = fetched.parts[part];
    if (told !== undefined) told.error = answer.error;
    for (let output = 0; output < asked.outputs.length; output++) {
      const target = baseVectors[first + output] as Vector;
      const source = answer.vectors[output] as Vector;
      for (let row = 0; row < rows; row++) {
        const status = answer.statuses[row * asked.outputs.length + output] as Status;
        baseStatuses[row * base.length + first + output] = status;
        if (hasValue(status)) copyValue(source, target, row);
        else putNull(target, row);
      }
    }
    for (let row = 0; row < rows; row++) fetched.agesMs[row * fetched.parts.length + part] = answer.agesMs?.[row] ?? 0;
  });
}

/**
 * What a request itself gives of an external: a column by the feature's name in the Join or, of what is contextual, by the name of its key. A column that is
 * missing is null where it is contextual, else an ERROR, as is one of another type.
 */
export function answerOfColumns(
  { service, isContextual, keys, outputs }: ExternalPlan,
  rows: number,
  columns: ReadonlyMap<string, Vector>,
): ExternalAnswer {
  const statuses = new Uint8Array(rows * outputs.length);
  let error: IsochronError | null = null;
  const vectors = outputs.map(({ name, field, type }, output): Vector => {
    const left = isContextual ? keys.find(({ right }) => right === field)?.left : undefined;
    const column = columns.get(name) ?? (left === undefined ? undefined : columns.get(left));
    const own = column !== undefined && isOfType(column, rows, type) ? column : null;
    if (column !== undefined && own === null) error ??= misfit(name, column, type);
    else if (column === undefined && !isContextual) error ??= notAsked(service, name);
    const absent = column === undefined && isContextual ? Status.NULL : Status.ERROR;
    for (let row = 0; row < rows; row++) {
      const given = own !== null && !isNullAt(own, row) ? Status.PRESENT : Status.NULL;
      statuses[row * outputs.length + output] = own === null ? absent : given;
    }
    return own ?? NOTHING;
  });
  return { vectors, statuses, agesMs: null, error };
}

const NOTHING: Vector = { kind: 'values', data: [] };

const misfit = (name: string, { kind }: Vector, type: DataType): IsochronError =>
  new IsochronError(
    'INVALID_ARGUMENT',
    `"${name}" is given as ${kind}, or not for each row; it is of type ${typeText(type)}.`,
  );

const notAsked = (service: string, name: string): IsochronError =>
  new IsochronError(
    'FAILED_PRECONDITION',
    `The external service "${service}" was not asked, and the request does not give "${name}".`,
  );

/** By its layout, and of texts by their values, since columns of a request come from anywhere. */
function isOfType(column: Vector, rows: number, type: DataType): boolean {
  if (column.kind !== vectorKind(type) || column.data.length < rows) return false;
  return type.kind !== 'string' || (column.kind === 'values' && column.data.every(isText));
}

const isText = (value: Value): boolean => value === null || typeof value === 'string';

function copyValue(source: Vector, target: Vector, row: number): void {
  if (target.kind !== 'values' && target.valid !== null) target.valid[row] = 1;
  if (source.kind === 'longs' && target.kind === 'longs') {
    target.words[2 * row] = source.words[2 * row] as number;
    target.words[2 * row + 1] = source.words[2 * row + 1] as number;
  } else if (source.kind === 'values' && target.kind === 'values') target.data[row] = source.data[row] ?? null;
  else if (source.kind === 'ints' && target.kind === 'ints') target.data[row] = source.data[row] as number;
  else if (source.kind === 'doubles' && target.kind === 'doubles') target.data[row] = source.data[row] as number;
  else throw new Error(`an external gave ${source.kind} where ${target.kind} were planned`);
}
