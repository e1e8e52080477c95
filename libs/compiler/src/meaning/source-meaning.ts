import type { Canonical, DialectName } from '@isochron/expression';
import { cleanSpec, type Query, type Source, type Window } from '@isochron/thrift';
import { type Hashed, hashOf } from '../hash.ts';
import { windowMs } from '../window-text.ts';
import { expressionMeaning, tableColumn } from './expression-meaning.ts';
import { joinColumns, joinRows } from './join-meaning.ts';
import { knownOr, type MeaningContext } from './meaning-context.ts';
import { modelTransformsColumns, modelTransformsRows } from './model-meaning.ts';

/** What a source gives: which rows at which time, and what each of their columns is made of. */
export interface SourceMeaning {
  /** A hash of the rows: where they come from, their conditions, their time, how far they are read. */
  readonly rows: string;
  /** What a selected column, or one of the table where none is selected, is made of. */
  readonly column: (name: string) => Canonical;
  /** {@link column} as text: equal for equal meanings. */
  readonly text: (name: string) => string;
  /** The names of the columns, in the order of Thrift; null where every column of the table is one. */
  readonly names: readonly string[] | null;
}

/** `isBounded`: whether the first and last partition that may be read count. They do for features, which see less; a left side is only shorter. */
export function sourceMeaning(
  source: Source,
  dialect: DialectName,
  context: MeaningContext,
  { isBounded = true }: { readonly isBounded?: boolean } = {},
): SourceMeaning {
  return knownOr(context.sameSources, source, `${dialect} ${isBounded}`, () => {
    const key = JSON.stringify([dialect, isBounded, source]);
    const known = context.sources.get(key) ?? newMeaning(source, dialect, context, isBounded);
    context.sources.set(key, known);
    return known;
  });
}

function newMeaning(source: Source, dialect: DialectName, context: MeaningContext, isBounded: boolean): SourceMeaning {
  const origin = originOf(source, context);
  const { query } = origin;
  const raw = (text: string): Canonical => expressionMeaning(text, origin.column, dialect);
  const selects = new Map(Object.entries(query.selects ?? {}));
  const made = new Map<string, Canonical>();
  const column = (name: string): Canonical => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const selected = selects.get(name);
    const meaning = selected === undefined ? origin.column(name) : raw(selected);
    made.set(name, meaning);
    return meaning;
  };
  const maybe = (text: string | undefined): Hashed => (text === undefined ? null : raw(text));
  // Conditions name selected columns first, and hold whatever their order.
  const wheres = (query.wheres ?? []).map((text) => JSON.stringify(expressionMeaning(text, column, dialect)));
  const rows = hashOf({
    from: origin.from,
    time: maybe(query.timeColumn),
    wheres: [...new Set(wheres)].sort(),
    lag: lengthOf(query.eventLag),
    mutationTime: maybe(query.mutationTimeColumn),
    reversal: maybe(query.reversalColumn),
    ...(query.eventId !== undefined && { id: raw(query.eventId) }),
    ...(query.setups !== undefined && query.setups.length > 0 && { setups: query.setups }),
    ...(isBounded && { start: query.startPartition ?? null, end: query.endPartition ?? null }),
  });
  // What the existing compiler adds to a left side: its time, as a column beside the platform's own.
  const names = [...selects.keys()].filter((name) => name !== 'ts' || selects.get(name) !== query.timeColumn);
  const texts = new Map<string, string>();
  const text = (name: string): string => {
    const known = texts.get(name) ?? JSON.stringify(column(name));
    texts.set(name, known);
    return known;
  };
  return { rows, column, text, names: query.selects === undefined ? null : names };
}

interface Origin {
  readonly from: Hashed;
  readonly query: Query;
  readonly column: (name: string) => Canonical;
}

function originOf(source: Source, context: MeaningContext): Origin {
  if ('events' in source) {
    const { table = '', query = {}, isCumulative = false } = source.events;
    return { from: { events: cleanSpec(table), isCumulative }, query, column: tableColumn };
  }
  if ('entities' in source) {
    const { snapshotTable = '', mutationTable, query = {} } = source.entities;
    const mutations = mutationTable === undefined ? null : cleanSpec(mutationTable);
    return { from: { entities: cleanSpec(snapshotTable), mutations }, query, column: tableColumn };
  }
  if ('joinSource' in source) {
    const { join = { joinParts: [] }, query = {} } = source.joinSource;
    return { from: { join: joinRows(join, context) }, query, column: madeColumn(joinColumns(join, context)) };
  }
  const transforms = source.modelTransforms;
  const columns = modelTransformsColumns(transforms, context);
  return { from: { transforms: modelTransformsRows(transforms, context) }, query: {}, column: madeColumn(columns) };
}

/** A column that another object makes means what it means there. */
const madeColumn =
  (columns: ReadonlyMap<string, string>) =>
  (name: string): Canonical => {
    const hash = columns.get(name);
    return hash === undefined ? tableColumn(name) : ['made', hash];
  };

/** `1d` and `24h` are one length. */
const lengthOf = (window: Window | undefined): number => (window === undefined ? 0 : (windowMs(window) ?? 0));
