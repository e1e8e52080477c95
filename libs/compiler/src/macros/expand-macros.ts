import type { Partitions } from '@isochron/schema';
import type { Macro, MacroFault } from './macro.ts';
import { readMacros } from './read-macros.ts';

/** What macros stand for, once a range is to be computed. Partitions are those of the staging query's output. */
export interface MacroValues {
  readonly start: string;
  readonly end: string;
  readonly latest: string;
  /** The newest partition of a table; null where it has none. Asked for tables that `max_date` names, and for no others. */
  newestOf(table: string): string | null;
}

export type Expansion =
  | { readonly kind: 'text'; readonly text: string }
  /** The text is not run with a macro left in it. */
  | { readonly kind: 'faults'; readonly faults: readonly MacroFault[] };

/** The text with each macro replaced by its partition, in single quotes: shifted first, then not before the lower, then not after the upper bound. */
export function expandMacros(text: string, partitions: Partitions, values: MacroValues): Expansion {
  const { macros, faults } = readMacros(text, partitions);
  const found = macros.map((macro) => ({ macro, partition: partitionOf(macro, values) }));
  const missing = found.flatMap(({ macro, partition }) => (partition === null ? [noPartition(macro)] : []));
  if (faults.length + missing.length > 0) return { kind: 'faults', faults: [...faults, ...missing] };
  let end = 0;
  const pieces = found.flatMap(({ macro, partition }) => {
    const before = text.slice(end, macro.at.offset);
    end = macro.at.offset + macro.at.length;
    return [before, `'${bounded(macro, partitions.shift(partition ?? '', macro.offset), partitions)}'`];
  });
  return { kind: 'text', text: pieces.join('') + text.slice(end) };
}

/** Tables that `max_date` asks, each once. */
export function tablesAsked(macros: readonly Macro[]): readonly string[] {
  return [...new Set(macros.flatMap(({ table }) => table ?? []))];
}

function partitionOf(macro: Macro, values: MacroValues): string | null {
  switch (macro.name) {
    case 'start_date':
      return values.start;
    case 'end_date':
      return values.end;
    case 'latest_date':
      return values.latest;
    case 'max_date':
      return values.newestOf(macro.table ?? '');
  }
}

function bounded({ lowerBound, upperBound }: Macro, partition: string, { startMs }: Partitions): string {
  const raised = lowerBound !== null && startMs(lowerBound) > startMs(partition) ? lowerBound : partition;
  return upperBound !== null && startMs(upperBound) < startMs(raised) ? upperBound : raised;
}

const noPartition = ({ table, at }: Macro): MacroFault => ({
  code: 'macro-argument',
  message: `max_date asks the table ${table}, which has no partition yet.`,
  hint: 'Fill it first, or name another table.',
  at,
});
