import type { Field } from '@isochron/schema';
import { columnTypeText } from '../type-text.ts';
import { type Comments, readTablesFile } from './read-tables-file.ts';
import { constantName, propertyName } from './words.ts';

/** The text of `features/tables.ts`, or why the one that is there is not written over. */
export type TablesFile = { readonly text: string } | { readonly refusal: string };

const HEAD = `import { table } from '@isochron/authoring';
`;

/**
 * `features/tables.ts`: a constant a table of the warehouse, in the order of their names. Written over `before`, it keeps what people write there, which is the comments
 * on tables and columns and the names of the constants; anything else in it is refused. Equal arguments give equal text.
 */
export function tablesFile(tables: ReadonlyMap<string, readonly Field[]>, before: string | null): TablesFile {
  const read = readTablesFile(before ?? '');
  if ('line' in read) {
    const what = `line ${read.line}, ${JSON.stringify(read.text)}, is not of a table`;
    return { refusal: `${what}: move what is not a table or a comment on one to another file.` };
  }
  const taken = new Set([...read.tables.values()].map(({ constant }) => constant));
  const texts = [...tables].sort(byName).map(([name, columns]) => {
    const known = read.tables.get(name);
    const constant = known?.constant ?? constantName(name, taken);
    taken.add(constant);
    return tableText(name, columns, constant, known?.comments ?? { own: [], columns: new Map() });
  });
  return { text: [HEAD, ...texts].join('\n') };
}

function tableText(name: string, columns: readonly Field[], constant: string, comments: Comments): string {
  const lines = columns.flatMap((column) => [
    ...(comments.columns.get(column.name) ?? []),
    `  ${propertyName(column.name)}: ${quoted(columnTypeText(column.type))},`,
  ]);
  return [...comments.own, `export const ${constant} = table(${quoted(name)}, {`, ...lines, '});', ''].join('\n');
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
