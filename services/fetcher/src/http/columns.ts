import { createVector, type Field, IsochronError, setValue, type Vector, valueReaderOf } from '@isochron/schema';
import type { Fetched } from '@isochron/serving';
import type { AnswerForms } from '../served/answer-forms.ts';
import type { ServedObject } from '../served/served-object.ts';

interface Given {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}

/** The columns of a request, and how many rows it has: as many as its columns have values, 1 where none is a list. INVALID_ARGUMENT names the column and the row. */
export function columnsOf(
  served: ServedObject,
  { keys, context }: Given,
): { readonly rows: number; readonly columns: ReadonlyMap<string, Vector> } {
  const given = Object.entries({ ...keys, ...context });
  const rows = rowsOf(given);
  const fields = [...served.keys, ...served.context];
  const columns = given.map(([name, values]): [string, Vector] => {
    // Refuses a name that nothing is asked by.
    served.decoderOf(name);
    const field = fields.find((each) => each.name === name) as Field;
    return [name, vectorOf(field, values, rows)];
  });
  return { rows, columns: new Map(columns) };
}

function rowsOf(given: readonly (readonly [string, unknown])[]): number {
  const lists = given.flatMap(([name, values]) => (Array.isArray(values) ? [[name, values.length] as const] : []));
  const rows = lists[0]?.[1] ?? 1;
  const other = lists.find(([, length]) => length !== rows);
  if (other === undefined) return rows;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `The column "${other[0]}" has ${other[1]} values, and "${lists[0]?.[0]}" has ${rows}.`,
  );
}

function vectorOf({ name, type }: Field, values: unknown, rows: number): Vector {
  const vector = createVector(type, rows);
  const read = valueReaderOf(type);
  for (let row = 0; row < rows; row++) {
    try {
      setValue(vector, row, read(Array.isArray(values) ? values[row] : values));
    } catch (thrown) {
      if (!(thrown instanceof IsochronError)) throw thrown;
      throw new IsochronError(thrown.code, `The column "${name}", row ${row}: ${thrown.message}`, thrown);
    }
  }
  return vector;
}

/** `{"schemaHash":…,"rows":…,"atMs":…,"names":[…],"values":[[…],…],"statuses":[[…],…],"parts":[…]}`; without names for who has the schema. */
export function columnsAnswer(fetched: Fetched, { wire, json }: AnswerForms, schemaHash: string): string {
  const { rows, atMs, outputs, parts, agesMs, derivationError } = fetched;
  const { hash, fields } = wire.schema;
  const names = hash === schemaHash ? '' : `,"names":${JSON.stringify(fields.map(({ name }) => name))}`;
  let values = '';
  let statuses = '';
  for (let row = 0; row < rows; row++) {
    const comma = row === 0 ? '' : ',';
    values += `${comma}${json.values(fetched, row)}`;
    statuses += `${comma}[${fetched.statuses.subarray(row * outputs.length, (row + 1) * outputs.length).join(',')}]`;
  }
  const told = parts.map(({ name, generation, batchEndMs, error }, at) => ({
    name,
    generation,
    batchEndMs,
    agesMs: Array.from({ length: rows }, (_, row) => ageOf(agesMs[row * parts.length + at])),
    ...(error !== null && { fault: { code: error.code, message: error.message } }),
  }));
  const fault =
    derivationError === null
      ? ''
      : `,"derivationFault":${JSON.stringify({ code: derivationError.code, message: derivationError.message })}`;
  return `{"schemaHash":"${hash}","rows":${rows},"atMs":${atMs}${names},"values":[${values}],"statuses":[${statuses}],"parts":${JSON.stringify(told)}${fault}}`;
}

const ageOf = (age: number | undefined): number | null =>
  age === undefined || Number.isNaN(age) ? null : Math.round(age);
