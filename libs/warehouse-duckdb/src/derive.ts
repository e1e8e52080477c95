import { analyzeStages, type Selection } from '@isochron/expression';
import { type Field, IsochronError, stringType } from '@isochron/schema';
import type { Target } from '@isochron/warehouse';
import { pushedSelection } from './dialect.ts';
import { list, literal, quoted } from './sql.ts';
import { type StageSource, stage, type Workshop } from './stage.ts';

/** The columns of a target, made of those of the rows that would be written without. */
export interface Derived {
  readonly columns: readonly Field[];
  /** The rows of a day, given as a query without `ds`, with the target's columns. */
  readonly queryOf: (shop: Workshop, query: string, day: string) => Promise<string>;
  /** The same rows as the closures evaluate them. */
  readonly sourceOf: (query: string, day: string) => StageSource;
}

/** INVALID_ARGUMENT if an expression is at fault; the compiler has told its author before. */
export function prepareDerived(target: Target, base: readonly Field[]): Derived {
  const stages = target.derive ?? [];
  if (stages.length === 0) {
    return {
      columns: base,
      queryOf: async (_, query) => query,
      sourceOf: (query) => sourceOf(target, { columns: [], where: [] }, query, []),
    };
  }
  const { selection, faults } = analyzeStages(stages, [...base, { name: 'ds', type: stringType }]);
  if (selection === null) {
    const [first] = faults;
    throw new IsochronError('INVALID_ARGUMENT', `Table "${target.table}", ${first?.text}: ${first?.fault.message}`);
  }
  const pushed = pushedSelection(selection);
  return {
    columns: selection.columns.map(({ name, analyzed }) => ({ name, type: analyzed.dataType })),
    queryOf: async (shop, query, day) => {
      if (pushed === null)
        return `SELECT * FROM ${await stage(shop, sourceOf(target, selection, dated(query, day), base))}`;
      const columns = selection.columns.map(({ name }, at) => `${pushed.columns[at]} AS ${quoted(name)}`);
      return `SELECT ${list(columns)} FROM ${dated(query, day)}`;
    },
    sourceOf: (query, day) => sourceOf(target, selection, dated(query, day), base),
  };
}

const dated = (query: string, day: string): string => `(SELECT *, ${literal(day)} AS ds FROM (${query}))`;

function sourceOf(target: Target, selection: Selection, relation: string, base: readonly Field[]): StageSource {
  const plain = selection.columns.filter(({ analyzed }) => analyzed.typed.kind === 'column');
  const own = new Set(base.map(({ name }) => name));
  return {
    relation,
    rows: null,
    selection,
    passing: [],
    // Columns that are only passed on say which row it is, the first few of them: keys and time come first.
    identify: plain.filter(({ name }) => own.has(name)).slice(0, 6),
    of: `table "${target.table}"`,
  };
}
