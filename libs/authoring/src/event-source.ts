import type { Columns, Select } from './column-type.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import { type QueryOptions, queryOptionNames, readQuery } from './query-options.ts';
import { isReadTable, type Readable } from './readable.ts';
import type { TypedRows } from './source.ts';
import type { EventSourceDefinition } from './source-definition.ts';

/** Events read from a table. The types of both are kept: they say which columns there are, and what each can do. */
export interface EventSource<Declared extends Columns = Columns, Selected extends Select = Select>
  extends EventSourceDefinition,
    TypedRows<Declared, Selected> {
  readonly table: Readable<Declared>;
  readonly select: Selected;
}

export interface EventSourceOptions<Declared extends Columns, Selected extends Select>
  extends QueryOptions<Declared, Selected> {
  readonly table: Readable<Declared>;
  /** The topic that carries the same events live. */
  readonly topic?: string;
  /**
   * SQL for the event's time in milliseconds since the epoch; an event counts from then on. It is GoogleSQL, unless who reads it says `dialect`. Not given: events of a day count from its last
   * millisecond on, which only features as of midnight can do with.
   */
  readonly time?: string;
  /** By how much event time may leave the day of its partition, either way: `'2d'`. Not given: not at all. */
  readonly lag?: string;
  /** SQL for the event's own identity: events that have the same count once. Not given: every row is an event. */
  readonly id?: string;
  /** Whether each partition holds everything since the beginning, so that the last one is enough. Not given: no. */
  readonly cumulative?: boolean;
}

const optionNames = ['table', 'topic', 'lag', 'id', 'cumulative', ...queryOptionNames];

/** Says how events are read from a table: when each happened, what of it is taken, and which count. */
export function eventSource<const Declared extends Columns, const Selected extends Select>(
  options: EventSourceOptions<Declared, Selected>,
): EventSource<Declared, Selected>;
export function eventSource(written: unknown): EventSourceDefinition {
  const place = placeOfCall(eventSource);
  const options = readOptions('eventSource', place, written, optionNames);
  const table = options.value('table', 'what table() or stagingQuery() returned', isReadTable);
  const read = {
    topic: options.optionalText('topic'),
    lag: options.optionalText('lag'),
    id: options.optionalText('id'),
    cumulative: options.flag('cumulative'),
    ...readQuery(options),
  };
  options.finish();
  if (table === null) throw new Error('finish() throws when there is no table');
  return make({ kind: 'event-source', place, table, ...read });
}

export function isEventSource(value: unknown): value is EventSourceDefinition {
  return isMade(value, 'event-source');
}
