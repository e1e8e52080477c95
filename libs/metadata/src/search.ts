import type { ListedObject } from './snapshot.ts';

/** What is looked for; everything that is given must hold. Letters count the same in any case. */
export interface Query {
  /** Words that each stand in the name, the team, a tag, a column or the description. */
  readonly text?: string | undefined;
  readonly kind?: string | undefined;
  readonly team?: string | undefined;
  /** `owner`, or `owner=ads`. */
  readonly tag?: string | undefined;
  /** A whole column, or the start of one before a `*`. */
  readonly column?: string | undefined;
  readonly isOnline?: boolean | undefined;
}

export interface Found extends ListedObject {
  /** The columns that made it be found; none if others things did. */
  readonly matchedColumns: readonly string[];
}

/** Objects that match, names that hold the text first, then by file. */
export function search(objects: readonly ListedObject[], query: Query): readonly Found[] {
  const words = (query.text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = objects.filter((object) => matches(object, query)).flatMap((object) => foundBy(object, words, query));
  const isNamed = ({ summary }: Found): boolean => words.every((word) => summary.name.toLowerCase().includes(word));
  return words.length === 0 ? found : [...found.filter(isNamed), ...found.filter((each) => !isNamed(each))];
}

function matches({ summary }: ListedObject, { kind, team, tag, isOnline }: Query): boolean {
  const { tags } = summary;
  return (
    (kind === undefined || same(summary.kind, kind)) &&
    (team === undefined || same(summary.team, team)) &&
    (isOnline === undefined || summary.isOnline === isOnline) &&
    (tag === undefined || tags.some((each) => same(each, tag) || same(each.split('=')[0] ?? '', tag)))
  );
}

function foundBy(object: ListedObject, words: readonly string[], { column }: Query): readonly Found[] {
  const { name, team, tags, columns, description } = object.summary;
  const named = column === undefined ? [] : columns.filter((each) => isColumn(each, column));
  if (column !== undefined && named.length === 0) return [];
  const texts = [name, team, ...tags, description ?? ''].map((text) => text.toLowerCase());
  const byColumn = new Set(named);
  for (const word of words) {
    const hits = columns.filter((each) => each.toLowerCase().includes(word));
    if (hits.length === 0 && !texts.some((text) => text.includes(word))) return [];
    for (const hit of hits) byColumn.add(hit);
  }
  return [{ ...object, matchedColumns: columns.filter((each) => byColumn.has(each)) }];
}

function isColumn(column: string, wanted: string): boolean {
  return wanted.endsWith('*')
    ? column.toLowerCase().startsWith(wanted.slice(0, -1).toLowerCase())
    : same(column, wanted);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
