import type { CheckedSelect, Columns, Select } from './column-type.ts';
import type { JoinDefinition } from './definition.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import type { BootstrapDefinition } from './part-definition.ts';
import { placeOfCall } from './place.ts';
import { type QueryOptions, queryOptionNames, readQuery } from './query-options.ts';
import { isReadTable, type Readable } from './readable.ts';
import type { ReadTable } from './source-definition.ts';

export interface BootstrapOptions<Declared extends Columns, Selected extends Select>
  extends Omit<QueryOptions<Declared, Selected>, 'select'> {
  /** The table; or a join, for what it wrote; or `'log'`, for what was logged of the answers that this very join served. */
  readonly table: Readable<Declared> | JoinDefinition | 'log';
  /** Column of this join -> SQL over the table's columns. Not given: every column as it is. */
  readonly select?: CheckedSelect<Declared, Selected>;
  /** Columns that find the row of the left side. Not given: the join's row ids. */
  readonly keys?: readonly string[];
}

const optionNames = ['table', 'keys', ...queryOptionNames.filter((name) => name !== 'time')];

/** Takes values of a join from a table instead of computing them, where the table has the row. Of several, the first that has it counts. */
export function bootstrap<const Declared extends Columns, const Selected extends Select>(
  options: BootstrapOptions<Declared, Selected>,
): BootstrapDefinition;
export function bootstrap(written: unknown): BootstrapDefinition {
  const place = placeOfCall(bootstrap);
  const options = readOptions('bootstrap', place, written, optionNames);
  const table = options.value('table', "what table(), stagingQuery() or join() returned, or 'log'", isBootstrapTable);
  const isSelected = options.given('select');
  const query = readQuery(options);
  const keys = options.optionalTexts('keys');
  options.finish();
  const from = table === 'log' ? null : table;
  return make({ kind: 'bootstrap', place, ...query, table: from, select: isSelected ? query.select : null, keys });
}

export function isBootstrap(value: unknown): value is BootstrapDefinition {
  return isMade(value, 'bootstrap');
}

function isBootstrapTable(value: unknown): value is ReadTable | JoinDefinition | 'log' {
  return value === 'log' || isReadTable(value) || isMade(value, 'join');
}
