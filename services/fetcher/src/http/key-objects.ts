import { createVector, type Field, getValue, IsochronError, setValue, type Value, type Vector } from '@isochron/schema';
import { type Fetched, hasValue, type ReadPlan, Status } from '@isochron/serving';
import type { AnswerForms } from '../served/answer-forms.ts';
import type { ServedObject } from '../served/served-object.ts';

/** A list of objects of keys, each of which is a row or has something wrong with it. */
export interface KeyRows {
  readonly objects: readonly object[];
  /** What is wrong with each; null where it is a row. */
  readonly faults: readonly (string | null)[];
  /** The rows, together with those that have the same keys. */
  readonly groups: readonly KeyGroup[];
}

export interface KeyGroup {
  /** The places of its rows among the objects. */
  readonly places: readonly number[];
  /** Of its rows alone, without those of keys that they do not have. */
  readonly columns: ReadonlyMap<string, Vector>;
}

interface Row {
  readonly values: readonly Value[];
  /** The names of keys that it does not have. */
  readonly missing: readonly string[];
}

/**
 * INVALID_ARGUMENT where the body is no list of objects. What an object has besides keys and context is passed over, as the existing system does. A Join is
 * asked without a key as well, for then only the parts that go by it fail; what the caller gives as context is null where it is missing.
 */
export function keyRowsOf(body: unknown, served: ServedObject): KeyRows {
  if (
    !Array.isArray(body) ||
    !body.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each))
  ) {
    throw new IsochronError('INVALID_ARGUMENT', 'The body must be a list of objects, each with the keys of a row.');
  }
  const objects: readonly object[] = body;
  const groups = new Map<
    string,
    { readonly missing: readonly string[]; readonly places: number[]; readonly rows: Row[] }
  >();
  const faults = objects.map((object, place): string | null => {
    const row = rowOf(object, served);
    if (typeof row === 'string') return row;
    const named = row.missing.join('\0');
    const group = groups.get(named) ?? { missing: row.missing, places: [], rows: [] };
    groups.set(named, group);
    group.places.push(place);
    group.rows.push(row);
    return null;
  });
  return {
    objects,
    faults,
    groups: [...groups.values()].map(({ missing, places, rows }) => ({
      places,
      columns: columnsOf(served, missing, rows),
    })),
  };
}

/** A row, or the sentence that says why it is none. */
function rowOf(object: object, { kind, columnReaders }: ServedObject): Row | string {
  const values: Value[] = [];
  const missing: string[] = [];
  for (const { name, isKey, read } of columnReaders) {
    if (isKey && !(name in object)) {
      if (kind === 'group-by') return `The key "${name}" is missing.`;
      missing.push(name);
      values.push(null);
      continue;
    }
    try {
      values.push(read(Reflect.get(object, name)));
    } catch (thrown) {
      if (!(thrown instanceof IsochronError)) throw thrown;
      return `"${name}": ${thrown.message}`;
    }
  }
  return { values, missing };
}

function columnsOf(
  { columnReaders }: ServedObject,
  missing: readonly string[],
  rows: readonly Row[],
): ReadonlyMap<string, Vector> {
  const columns = new Map<string, Vector>();
  for (const [at, { name, type }] of columnReaders.entries()) {
    if (missing.includes(name)) continue;
    const vector = createVector(type, rows.length);
    for (let row = 0; row < rows.length; row++) setValue(vector, row, rows[row]?.values[at] ?? null);
    columns.set(name, vector);
  }
  return columns;
}

/** An answer whose vectors are still there. */
export interface Answer {
  readonly fetched: Fetched;
  readonly forms: AnswerForms;
  readonly plan: ReadPlan;
}

/** What a result says of a row besides its keys, as members of its object. */
export type ResultText = (answer: Answer, row: number) => string;

/** Features as JSON; what failed stands beside them under `{part}_exception`. */
export const plainResult: ResultText = (answer, row) => {
  const { fetched, forms } = answer;
  const open = forms.json.row(fetched, row);
  const faults = exceptionsOf(answer, row).map(
    ([name, message]) => `${JSON.stringify(name)}:${JSON.stringify(message)}`,
  );
  const comma = fetched.outputs.length === 0 || faults.length === 0 ? '' : ',';
  return `"features":${open}${comma}${faults.join(',')}}`;
};

/** Features as an Avro record in base64, by the schema that `/v1/join/NAME/schema` tells, and what failed. */
export const avroResult: ResultText = (answer, row) => {
  const { fetched, forms } = answer;
  const values = fetched.outputs.map((field, at) => [field.name, givenValue(fetched, row, at, field)]);
  const avro = Buffer.from(forms.avro.encode(Object.fromEntries(values))).toString('base64');
  return `"featureAvroString":"${avro}","featuresErrors":${JSON.stringify(Object.fromEntries(exceptionsOf(answer, row)))}`;
};

function givenValue({ vectors, statuses, outputs }: Fetched, row: number, at: number, { type }: Field): Value {
  return hasValue(statuses[row * outputs.length + at]) ? getValue(type, vectors[at] as Vector, row) : null;
}

/** `{"results":[…]}`: a result for each object, of which `texts` has what its features are. */
export function resultsText({ objects, faults }: KeyRows, texts: readonly (string | undefined)[]): string {
  const results = objects.map((object, at) => {
    const keys = `"entityKeys":${JSON.stringify(object)}`;
    const fault = faults[at] ?? null;
    if (fault !== null) return `{"status":"Failure",${keys},"error":${JSON.stringify(fault)}}`;
    return `{"status":"Success",${keys},${texts[at] ?? ''}}`;
  });
  return `{"results":[${results.join(',')}]}`;
}

/** What failed of a row, by part. A part tells what failed first of any row, so it is told where one of its features has failed in this one. */
function exceptionsOf({ fetched, plan }: Answer, row: number): readonly [string, string][] {
  const { parts, outputs, statuses, baseStatuses, derivationError } = fetched;
  const own = statuses.subarray(row * outputs.length, (row + 1) * outputs.length);
  if (!own.includes(Status.ERROR)) return [];
  const width = plan.base.length;
  const firsts = [...plan.parts, ...plan.externals].map(({ first }) => first);
  const told = parts.flatMap(({ name, error }, at): [string, string][] => {
    const from = row * width + (firsts[at] ?? width);
    const to = row * width + (firsts[at + 1] ?? width);
    const hasFailed = error !== null && baseStatuses.subarray(from, to).includes(Status.ERROR);
    return hasFailed ? [[`${name}_exception`, error.message]] : [];
  });
  return derivationError === null ? told : [...told, ['derivation_fetch_exception', derivationError.message]];
}
