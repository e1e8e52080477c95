import type { CheckedSelect, Columns, Select } from './column-type.ts';
import type { EventSourceDefinition, TableDefinition } from './definition.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import type { Table } from './table.ts';

/** Events read from a table. The types of both are kept: they say which columns there are, and what each can do. */
export interface EventSource<Declared extends Columns = Columns, Selected extends Select = Select>
  extends EventSourceDefinition {
  readonly table: Table<Declared>;
  readonly select: Selected;
}

export interface EventSourceOptions<Declared extends Columns, Selected extends Select> {
  readonly table: Table<Declared>;
  /** The topic that carries the same events live. */
  readonly topic?: string;
  /** SQL for the event's time in milliseconds since the epoch; an event counts from then on. It is GoogleSQL, unless who reads it says `dialect`. */
  readonly time: string;
  /** By how much event time may leave the day of its partition, either way: `'2d'`. Not given: not at all. */
  readonly lag?: string;
  /** First and last day partition the table may be read from, inclusive: `'2001-01-01'`. Not given: without bound. */
  readonly start?: string;
  readonly end?: string;
  /** Name -> SQL over the table's columns. A text that is a name alone must be a column, written as declared. */
  readonly select: CheckedSelect<Declared, Selected>;
  /** SQL conditions; an event counts if all of them hold. */
  readonly where?: readonly string[];
}

const optionNames = ['table', 'topic', 'time', 'lag', 'start', 'end', 'select', 'where'];

/** Says how events are read from a table: when each happened, what of it is taken, and which count. */
export function eventSource<const Declared extends Columns, const Selected extends Select>(
  options: EventSourceOptions<Declared, Selected>,
): EventSource<Declared, Selected>;
export function eventSource(written: unknown): EventSourceDefinition {
  const place = placeOfCall(eventSource);
  const options = readOptions('eventSource', place, written, optionNames);
  const table = options.value('table', 'what table() returned', isTable);
  const read = {
    topic: options.optionalText('topic'),
    time: options.text('time'),
    lag: options.optionalText('lag'),
    start: options.optionalText('start'),
    end: options.optionalText('end'),
    select: options.textByName('select'),
    where: options.texts('where'),
  };
  options.finish();
  if (table === null) throw new Error('finish() throws when there is no table');
  return make({ kind: 'event-source', place, table, ...read });
}

export function isEventSource(value: unknown): value is EventSourceDefinition {
  return isMade(value, 'event-source');
}

function isTable(value: unknown): value is TableDefinition {
  return isMade(value, 'table');
}
