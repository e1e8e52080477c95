/** What people write on a table: lines of comments, as they stand. */
export interface Comments {
  readonly own: readonly string[];
  /** By the names of columns. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

export interface ReadTable {
  readonly constant: string;
  readonly comments: Comments;
}

/** By the name of the table. */
export type ReadTables = { readonly tables: ReadonlyMap<string, ReadTable> };

/** A line that is nothing such a file has; they count from 1. */
export interface StrayLine {
  readonly line: number;
  readonly text: string;
}

const QUOTED = `'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)"`;
const IMPORT = /^import \{ table \} from ['"]@isochron\/authoring['"];?$/;
const BEGIN = new RegExp(`^export const (\\w+) = table\\((?:${QUOTED}), \\{(\\}\\);?)?$`);
const COLUMN = new RegExp(`^\\s+(?:(\\w+)|${QUOTED}): (?:${QUOTED}),?$`);
const END = /^\}\);?$/;

/** Reads a file of tables as it is written for people, line by line. */
export function readTablesFile(text: string): ReadTables | StrayLine {
  const tables = new Map<string, ReadTable>();
  let comment: string[] = [];
  let isInComment = false;
  let inside: { name: string; constant: string; own: string[]; columns: Map<string, readonly string[]> } | null = null;
  const taken = (): string[] => {
    const lines = comment;
    comment = [];
    return lines;
  };
  const close = (): void => {
    if (inside === null) return;
    const { name, constant, own, columns } = inside;
    tables.set(name, { constant, comments: { own, columns } });
    inside = null;
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    const begin = BEGIN.exec(line);
    const column = COLUMN.exec(line);
    if (isInComment || words.startsWith('/*') || words.startsWith('//')) {
      comment.push(line);
      isInComment = (isInComment || words.startsWith('/*')) && !words.endsWith('*/');
    } else if (words === '' || IMPORT.test(line)) {
      // A comment that nothing follows at once is on nothing.
      if (comment.length > 0 && words !== '') return { line: index + 1, text: words };
    } else if (inside === null && begin !== null) {
      const [, constant = '', single, double, isEmpty] = begin;
      inside = { name: unescaped(single ?? double ?? ''), constant, own: taken(), columns: new Map() };
      if (isEmpty !== undefined) close();
    } else if (inside !== null && column !== null) {
      const [, plain, single, double] = column;
      inside.columns.set(plain ?? unescaped(single ?? double ?? ''), taken());
    } else if (inside !== null && END.test(line)) close();
    else return { line: index + 1, text: words };
  }
  return { tables };
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');
