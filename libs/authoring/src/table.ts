import type { Columns } from './column-type.ts';
import type { TableDefinition } from './definition.ts';
import { make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';

export interface Table<Declared extends Columns = Columns> extends TableDefinition {
  readonly columns: Declared;
}

/**
 * Declares a table of the warehouse: its name there, and its columns by GoogleSQL type name.
 *
 * ```ts
 * const flights = table('flights', { date: 'TIMESTAMP', delay: 'INT64', origin: 'STRING' });
 * ```
 */
export function table<const Declared extends Columns>(name: string, columns: Declared): Table<Declared> {
  const place = placeOfCall(table);
  const options = readOptions('table', place, { name, columns }, ['name', 'columns']);
  const read = { name: options.text('name'), columns: options.textByName('columns') };
  options.finish();
  // The columns are a copy of `columns`, entry by entry; without a fault they are all there.
  return make({ kind: 'table', place, ...read, columns: read.columns as Declared });
}
