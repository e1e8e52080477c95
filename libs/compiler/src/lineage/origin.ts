import { type DialectName, namesIn } from '@isochron/expression';
import { cleanSpec, type Query, type Source } from '@isochron/thrift';
import { nameOfThrift } from '../names.ts';
import type { ObjectKind } from '../objects.ts';

/** A table, or the object that stands whole inside of another. */
export interface Reference {
  readonly kind: 'table' | ObjectKind;
  readonly name: string;
}

/** Why a column is read: for what it holds, to tell rows by, to tell when, to leave rows out. */
export type Purpose = 'value' | 'key' | 'time' | 'condition' | 'bucket';

/** A column that another is made of. */
export interface Origin {
  readonly of: Reference;
  /** null for every column: it is not known which. */
  readonly column: string | null;
  readonly as: Purpose;
}

/** Where a source's columns come from. */
export interface SourceOrigins {
  /** Of a selected column, or of one of the table where none is selected. */
  readonly column: (name: string, as: Purpose) => readonly Origin[];
  /** Of its rows: times and conditions. */
  readonly rows: readonly Origin[];
  readonly of: readonly Reference[];
  /** null where every column of what it reads is one. */
  readonly names: readonly string[] | null;
}

/** No two are alike, the first of each stays. */
export function distinct(origins: readonly Origin[]): readonly Origin[] {
  return [...new Map(origins.map((each) => [JSON.stringify(each), each])).values()];
}

/** The columns that a text names, as `columns` has them. */
export const namedIn = (
  text: string | undefined,
  dialect: DialectName,
  columns: (name: string) => readonly Origin[],
): readonly Origin[] => (text === undefined ? [] : namesIn(text, dialect).flatMap(columns));

export function sourceOrigins(source: Source, dialect: DialectName): SourceOrigins {
  const { of, query } = readBy(source);
  const raw = (name: string, as: Purpose): readonly Origin[] => of.map((each) => ({ of: each, column: name, as }));
  const selects = new Map(Object.entries(query.selects ?? {}));
  const column = (name: string, as: Purpose): readonly Origin[] => {
    const text = selects.get(name);
    return text === undefined ? raw(name, as) : namedIn(text, dialect, (each) => raw(each, as));
  };
  const times = [query.timeColumn, query.mutationTimeColumn, query.reversalColumn];
  const rows = [
    ...times.flatMap((text) => namedIn(text, dialect, (name) => raw(name, 'time'))),
    ...(query.wheres ?? []).flatMap((text) => namedIn(text, dialect, (name) => column(name, 'condition'))),
  ];
  const names = [...selects.keys()].filter((name) => name !== 'ts' || selects.get(name) !== query.timeColumn);
  return { column, rows: distinct(rows), of, names: query.selects === undefined ? null : names };
}

function readBy(source: Source): { readonly of: readonly Reference[]; readonly query: Query } {
  if ('events' in source) {
    const { table = '', query = {} } = source.events;
    return { of: [{ kind: 'table', name: cleanSpec(table) }], query };
  }
  if ('entities' in source) {
    const { snapshotTable, mutationTable, query = {} } = source.entities;
    const tables = [snapshotTable, mutationTable].filter((name) => name !== undefined);
    return { of: tables.map((name) => ({ kind: 'table', name: cleanSpec(name) })), query };
  }
  if ('joinSource' in source) {
    const { join, query = {} } = source.joinSource;
    return { of: [{ kind: 'join', name: nameOfThrift(join?.metaData?.name ?? '') }], query };
  }
  const { metaData } = source.modelTransforms;
  return { of: [{ kind: 'model-transforms', name: nameOfThrift(metaData?.name ?? '') }], query: {} };
}
