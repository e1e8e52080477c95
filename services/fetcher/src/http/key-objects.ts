import { codecOf } from '@isochron/avro';
import {
  createVector,
  getValue,
  IsochronError,
  setValue,
  structType,
  type Value,
  type Vector,
  valueReaderOf,
} from '@isochron/schema';
import { type Fetched, Status } from '@isochron/serving';
import type { ServedObject } from '../served/served-object.ts';
import type { JsonEncoder } from '../wire/json-encoder.ts';

/** A list of objects of keys, each of which is a row or has something wrong with it. */
export interface KeyRows {
  readonly objects: readonly object[];
  /** What is wrong with each; null where it is a row. */
  readonly faults: readonly (string | null)[];
  /** The places of those that are rows. */
  readonly good: readonly number[];
  /** Of these rows alone. */
  readonly columns: ReadonlyMap<string, Vector>;
}

/** INVALID_ARGUMENT where the body is no list of objects. What an object has besides keys and context is passed over, as the existing system does. */
export function keyRowsOf(body: unknown, served: ServedObject): KeyRows {
  if (
    !Array.isArray(body) ||
    !body.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each))
  ) {
    throw new IsochronError('INVALID_ARGUMENT', 'The body must be a list of objects, each with the keys of a row.');
  }
  const objects: readonly object[] = body;
  const readers = [
    ...served.keys.map(({ name, type }) => ({ name, type, isKey: true, read: valueReaderOf(type) })),
    ...served.context.map(({ name, type }) => ({ name, type, isKey: false, read: valueReaderOf(type) })),
  ];
  const rows = objects.map((object) => rowOf(object, readers));
  const good = rows.flatMap((row, at) => (typeof row === 'string' ? [] : [at]));
  const columns = new Map<string, Vector>();
  for (const [column, { name, type }] of readers.entries()) {
    const vector = createVector(type, good.length);
    for (const [row, at] of good.entries()) setValue(vector, row, (rows[at] as readonly Value[])[column] ?? null);
    columns.set(name, vector);
  }
  return { objects, faults: rows.map((row) => (typeof row === 'string' ? row : null)), good, columns };
}

interface Reader {
  readonly name: string;
  readonly isKey: boolean;
  readonly read: (json: unknown) => Value;
}

/** The values of a row, or the sentence that says why it is none. */
function rowOf(object: object, readers: readonly Reader[]): readonly Value[] | string {
  const values: Value[] = [];
  for (const { name, isKey, read } of readers) {
    if (isKey && !(name in object)) return `The key "${name}" is missing.`;
    try {
      values.push(read(Reflect.get(object, name)));
    } catch (thrown) {
      if (!(thrown instanceof IsochronError)) throw thrown;
      return `"${name}": ${thrown.message}`;
    }
  }
  return values;
}

/** An answer whose vectors are still there. */
export interface Answer {
  readonly fetched: Fetched;
  readonly json: JsonEncoder;
}

/** `{"results":[…]}` for rows and their answer; null where no object was a row. */
export interface Results {
  readonly of: (rows: KeyRows, answer: Answer | null) => string;
}

/** Features as JSON; what failed stands beside them under `{part}_exception`. */
export const plainResults: Results = {
  of: (rows, answer) =>
    resultsText(rows, answer, ({ fetched, json }, row) => {
      const open = json.row(fetched, row);
      const comma = fetched.outputs.length === 0 ? '' : ',';
      const faults = exceptionsOf(fetched, row).map(
        ([name, message]) => `${JSON.stringify(name)}:${JSON.stringify(message)}`,
      );
      return `"features":${open}${faults.length === 0 ? '' : comma + faults.join(',')}}`;
    }),
};

/** Features as an Avro record in base64, and what failed. */
export const avroResults: Results = {
  of: (rows, answer) => {
    const fields = answer?.fetched.outputs ?? [];
    const codec = codecOf(structType('Features', fields));
    return resultsText(rows, answer, ({ fetched }, row) => {
      const values = fields.map(({ name, type }, at) => [name, givenValue(fetched, row, at, type)]);
      const avro = Buffer.from(codec.encode(Object.fromEntries(values))).toString('base64');
      const errors = JSON.stringify(Object.fromEntries(exceptionsOf(fetched, row)));
      return `"featureAvroString":"${avro}","featuresErrors":${errors}`;
    });
  },
};

function givenValue(
  { vectors, statuses, outputs }: Fetched,
  row: number,
  at: number,
  type: Fetched['outputs'][number]['type'],
): Value {
  const status = statuses[row * outputs.length + at];
  const isGiven = status === Status.PRESENT || status === Status.APPROXIMATE || status === Status.STALE;
  return isGiven ? getValue(type, vectors[at] as Vector, row) : null;
}

function resultsText(
  { objects, faults }: KeyRows,
  answer: Answer | null,
  featuresOf: (answer: Answer, row: number) => string,
): string {
  let row = 0;
  const results = objects.map((object, at) => {
    const keys = `"entityKeys":${JSON.stringify(object)}`;
    const fault = faults[at] ?? null;
    if (fault !== null || answer === null) return `{"status":"Failure",${keys},"error":${JSON.stringify(fault ?? '')}}`;
    return `{"status":"Success",${keys},${featuresOf(answer, row++)}}`;
  });
  return `{"results":[${results.join(',')}]}`;
}

/** What failed of a row, by part. Parts tell what failed first of any row: where this row has no ERROR, it was another. */
function exceptionsOf(
  { parts, outputs, statuses, derivationError }: Fetched,
  row: number,
): readonly [string, string][] {
  const own = statuses.subarray(row * outputs.length, (row + 1) * outputs.length);
  if (!own.includes(Status.ERROR)) return [];
  const ofParts = parts.flatMap(({ name, error }): [string, string][] =>
    error === null ? [] : [[`${name}_exception`, error.message]],
  );
  return derivationError === null ? ofParts : [...ofParts, ['derivation_fetch_exception', derivationError.message]];
}
