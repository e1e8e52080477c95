import type { Field } from '@isochron/schema';
import type { FoldChunk, FoldRequest } from '@isochron/warehouse';
import { keyColumns } from './fold-left.ts';
import { list } from './sql.ts';

/** The rows of a fold in order, left rows and events. */
export interface FoldRows {
  /** Whether every row was read. */
  readonly whole: boolean;
  /** As {@link FoldStep.read}. */
  read(): Promise<FoldChunk | null>;
  close(): Promise<void>;
}

/** What a fold reads, as SQL. */
export interface FoldSources {
  /** Left rows: `id`, `ts`, `rn`. */
  readonly leftRows: string;
  /** Events: keys, `t`, inputs; in slices, of about as many rows each. */
  readonly events: readonly string[];
  /** Keys with their `id`. */
  readonly dictionary: string;
  readonly request: FoldRequest;
  /** A condition over an event's `t` and its key's row in the dictionary; null for none. */
  readonly isEventAsked: string | null;
}

export const inputColumns = (inputs: readonly Field[]): readonly string[] => inputs.map((_, at) => `i${at}`);

/** Left rows (null for none), then events of the dictionary's keys, then the row that ends the stream: each as the columns given for it. */
export function unionSql(
  { leftRows, events, dictionary, request, isEventAsked }: Omit<FoldSources, 'leftRows'> & { leftRows: string | null },
  columns: Readonly<Record<'left' | 'event' | 'end', readonly string[]>>,
): string {
  const where = isEventAsked === null ? '' : ` WHERE ${isEventAsked}`;
  const keys = list(keyColumns(request.keys));
  return [
    ...(leftRows === null ? [] : [`SELECT ${list(columns.left)} FROM (${leftRows})`]),
    ...events.map(
      (slice) => `SELECT ${list(columns.event)} FROM (${slice}) JOIN ${dictionary} USING (${keys})${where}`,
    ),
    `SELECT ${list(columns.end)}`,
  ].join(' UNION ALL ');
}
