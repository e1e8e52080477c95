import { type Field, IsochronError, valueReaderOf, valueToJson } from '@isochron/schema';
import { z } from 'zod';
import { givenOf, givenRows, misshapen } from './given-rows.ts';
import type { Batch, Given, GivenRow } from './transport.ts';

/** A request as JSON. `columns`: a list a key; `rows`: an object a row. */
export function jsonOfBatch(
  service: string,
  { rows, keys, columns, fields }: Batch,
  shape: 'columns' | 'rows',
): string {
  const lists = keys.map(({ type }, key) => (columns[key] ?? []).map((value) => valueToJson(type, value)));
  const wanted = fields.map(({ name }) => name);
  if (shape === 'columns') {
    const named = Object.fromEntries(keys.map(({ name }, key) => [name, lists[key]]));
    return JSON.stringify({ source: service, rows, keys: named, fields: wanted });
  }
  const objects = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(keys.map(({ name }, key) => [name, lists[key]?.[row]])),
  );
  return JSON.stringify({ source: service, keys: objects, fields: wanted });
}

const rowNumber = z.number().int().min(0);
const errors = z.record(z.string().regex(/^\d+$/), z.string()).default({});
const inColumns = z.object({
  columns: z.record(z.string(), z.unknown()),
  not_found: z.array(rowNumber).default([]),
  errors,
});
const inRows = z.object({ rows: z.array(z.record(z.string(), z.unknown()).nullable()), errors });

/** An answer in either form. DATA_LOSS where it is neither; what is wrong with one value is told of that value. */
export function rowsOfJson(service: string, batch: Batch, text: string): readonly GivenRow[] {
  const json = parsed(service, text);
  const columns = inColumns.safeParse(json);
  if (columns.success) return rowsOfColumns(service, batch, columns.data);
  const rows = inRows.safeParse(json);
  if (rows.success) return rowsOfRows(service, batch, rows.data);
  throw new IsochronError(
    'DATA_LOSS',
    `The external service "${service}" answered neither {"columns": {…}} nor {"rows": […]}: ${(columns.error ?? rows.error).issues[0]?.message}.`,
  );
}

function rowsOfColumns(service: string, batch: Batch, answer: z.output<typeof inColumns>): readonly GivenRow[] {
  const notFound = new Set(answer.not_found);
  const faults = answer.errors;
  return givenRows(service, batch, {
    isFound: (row) => !notFound.has(row),
    errorOf: (row) => faults[row] ?? null,
    columnOf: (at) => {
      const field = batch.fields[at] as Field;
      const column = Object.hasOwn(answer.columns, field.name) ? answer.columns[field.name] : undefined;
      if (!Array.isArray(column) || column.length !== batch.rows)
        return misshapen(
          service,
          field.name,
          Array.isArray(column) ? `${column.length} values` : 'no list',
          batch.rows,
        );
      const read = valueReaderOf(field.type);
      return column.map((value: unknown, row): Given => {
        return notFound.has(row) || faults[row] !== undefined ? null : givenOf(service, field.name, () => read(value));
      });
    },
  });
}

function rowsOfRows(service: string, batch: Batch, answer: z.output<typeof inRows>): readonly GivenRow[] {
  const { rows, errors: faults } = answer;
  return givenRows(service, batch, {
    isFound: (row) => rows[row] !== null,
    errorOf: (row) => faults[row] ?? null,
    columnOf: (at) => {
      const field = batch.fields[at] as Field;
      if (rows.length !== batch.rows) return misshapen(service, field.name, `${rows.length} rows`, batch.rows);
      const read = valueReaderOf(field.type);
      return rows.map((row): Given => {
        if (row === null) return null;
        if (!Object.hasOwn(row, field.name)) return misshapen(service, field.name, 'a row without a value', batch.rows);
        return givenOf(service, field.name, () => read(row[field.name]));
      });
    },
  });
}

function parsed(service: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new IsochronError('DATA_LOSS', `The external service "${service}" did not answer JSON.`, thrown);
  }
}
