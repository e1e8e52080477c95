import type { Columns, Select } from './column-type.ts';
import { type ColumnsOf, isColumnsOf } from './columns-of.ts';
import type { JoinDefinition } from './definition.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import { type QueryOptions, queryOptionNames, readQuery } from './query-options.ts';
import type { TypedRows } from './source.ts';
import type { JoinSourceDefinition } from './source-definition.ts';

/** The rows of a join, read as events or entities are. */
export interface JoinSource<Declared extends Columns = Columns, Selected extends Select = Select>
  extends JoinSourceDefinition,
    TypedRows<Declared, Selected> {
  readonly select: Selected;
}

export interface JoinSourceOptions<Declared extends Columns, Selected extends Select>
  extends QueryOptions<Declared, Selected> {
  /** It must be exported from its file, so that it has a name. */
  readonly join: JoinDefinition;
  /**
   * The columns that `isochron compile` found the join to have: `columnsOf<LatenessColumns>()`, with the type imported from `compiled/types`.
   * Not given: names are left to the compiler.
   */
  readonly columns?: ColumnsOf<Declared>;
  /** SQL for the row's time in milliseconds since the epoch: `'ts'` is the join's own. */
  readonly time?: string;
}

const optionNames = ['join', 'columns', ...queryOptionNames];

/** Chains definitions: the rows of a join as the source of a group-by or the left side of another join. */
export function joinSource<const Declared extends Columns, const Selected extends Select>(
  options: JoinSourceOptions<Declared, Selected>,
): JoinSource<Declared, Selected>;
export function joinSource(written: unknown): JoinSourceDefinition {
  const place = placeOfCall(joinSource);
  const options = readOptions('joinSource', place, written, optionNames);
  const join = options.value('join', 'what join() returned', isJoin);
  options.optionalValue('columns', 'what columnsOf() returned', isColumnsOf);
  const read = readQuery(options);
  options.finish();
  if (join === null) throw new Error('finish() throws when there is no join');
  return make({ kind: 'join-source', place, join, ...read });
}

function isJoin(value: unknown): value is JoinDefinition {
  return isMade(value, 'join');
}
