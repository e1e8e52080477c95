import { inspect } from '@isochron/expression';
import type { CheckedSource } from './checked.ts';

/** Whether an expression can be read and is made of known functions and of columns of the table alone: then the engine can say its type. */
export function isReadable(source: Pick<CheckedSource, 'tableColumns'>, text: string): boolean {
  const { columns, functions, faults } = inspect(text);
  if (faults.length > 0 || functions.some(({ known }) => !known)) return false;
  const known = tableNames(source);
  return columns.every(({ name }) => known.has(name));
}

/** The columns an expression over the table may name: its own, and the day of its partition. */
export const tableNames = ({ tableColumns }: Pick<CheckedSource, 'tableColumns'>): ReadonlySet<string> =>
  new Set([...(tableColumns ?? []).map(({ name }) => name), 'ds']);
