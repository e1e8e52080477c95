import type { Columns, Select } from './column-type.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import { type QueryOptions, queryOptionNames, readQuery } from './query-options.ts';
import { isReadTable, type Readable } from './readable.ts';
import type { TypedRows } from './source.ts';
import type { EntitySourceDefinition } from './source-definition.ts';

/** Entities read from their daily snapshots, and what changed since. */
export interface EntitySource<Declared extends Columns = Columns, Selected extends Select = Select>
  extends EntitySourceDefinition,
    TypedRows<Declared, Selected> {
  readonly snapshots: Readable<Declared>;
  readonly select: Selected;
}

export interface EntitySourceOptions<Declared extends Columns, Selected extends Select>
  extends QueryOptions<Declared, Selected> {
  /** A row an entity, each day all of them as they were at the end of it. */
  readonly snapshots: Readable<Declared>;
  /** Each day's changes: the row before and the row after, with the columns of `snapshots` and the time of the change. */
  readonly mutations?: Readable<Columns>;
  /** The topic that carries the same changes live. */
  readonly topic?: string;
  /** SQL for a time of the row, in milliseconds since the epoch, which windows count from. */
  readonly time?: string;
  /** SQL for the time of a change, in milliseconds since the epoch. Not given: the column `mutation_ts`. */
  readonly mutationTime?: string;
  /** SQL that is true of the row before a change, false of the row after it. Not given: the column `is_before`. */
  readonly reversal?: string;
}

const optionNames = ['snapshots', 'mutations', 'topic', 'mutationTime', 'reversal', ...queryOptionNames];

/** Says how entities are read: from a table of daily snapshots, and, where they change during the day, from a table of changes. */
export function entitySource<const Declared extends Columns, const Selected extends Select>(
  options: EntitySourceOptions<Declared, Selected>,
): EntitySource<Declared, Selected>;
export function entitySource(written: unknown): EntitySourceDefinition {
  const place = placeOfCall(entitySource);
  const options = readOptions('entitySource', place, written, optionNames);
  const snapshots = options.value('snapshots', 'what table() or stagingQuery() returned', isReadTable);
  const read = {
    mutations: options.optionalValue('mutations', 'what table() or stagingQuery() returned', isReadTable),
    topic: options.optionalText('topic'),
    mutationTime: options.optionalText('mutationTime'),
    reversal: options.optionalText('reversal'),
    ...readQuery(options),
  };
  options.finish();
  if (snapshots === null) throw new Error('finish() throws when there are no snapshots');
  return make({ kind: 'entity-source', place, snapshots, ...read });
}

export function isEntitySource(value: unknown): value is EntitySourceDefinition {
  return isMade(value, 'entity-source');
}
