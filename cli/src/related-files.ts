import { tableOfName, thriftName } from '@isochron/compiler';
import { bareTable } from '@isochron/thrift';
import type { CompiledFile } from './repository.ts';

/**
 * What compiled files say of each other, taken from their texts alone: a repository of thousands is not read as Thrift to look at one of them. A file may be
 * said to be related that is not, never the other way round.
 */
export interface RelatedFiles {
  /** Those that a file is made of, nearest first: copies of them stand in it, or it reads what they fill. Without itself. */
  upstream(of: CompiledFile): readonly CompiledFile[];
  /** Those that are made of it. */
  downstream(of: CompiledFile): readonly CompiledFile[];
}

export function relatedFiles(files: readonly CompiledFile[]): RelatedFiles {
  const owners = new Map<string, CompiledFile[]>();
  const readers = new Map<string, CompiledFile[]>();
  for (const file of files) {
    for (const name of ownNames(file)) add(owners, name, file);
    for (const name of namesIn(file)) add(readers, name, file);
  }
  return {
    upstream: (of) => reached(of, (file) => namesIn(file).flatMap((name) => owners.get(name) ?? [])),
    downstream: (of) => reached(of, (file) => ownNames(file).flatMap((name) => readers.get(name) ?? [])),
  };
}

/** By which others know it: its name, its table, and tables that it, or what stands in it, is said to fill. */
function ownNames(file: CompiledFile): readonly string[] {
  const said = [...file.text.matchAll(OUTPUT_TABLE)].map(([, table = '']) => tableKey(table));
  const name = thriftName(file.name);
  const names = namesIn(file);
  // One that is called otherwise than its path may be called by any name in it.
  const called = names.includes(name) ? [name] : [name, ...names];
  return [...new Set([...called, ...called.map(tableOfName), ...said])];
}

/** Every name and every table in a file. */
const namesIn = ({ text }: CompiledFile): readonly string[] => [
  ...new Set(
    [...text.matchAll(NAMED)].map(([, field, name = '']) => (field === 'name' ? unescaped(name) : tableKey(name))),
  ),
];

const NAMED = /"(name|table|snapshotTable|mutationTable)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
/** The table in a `TableInfo`, which holds texts, and objects of one level. */
const OUTPUT_TABLE =
  /"outputTableInfo"\s*:\s*\{(?:"(?:[^"\\]|\\.)*"|[^"{}]|\{(?:"(?:[^"\\]|\\.)*"|[^"{}])*\})*?"table"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

const tableKey = (text: string): string => bareTable(unescaped(text));

const unescaped = (text: string): string => (text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text);

function add(map: Map<string, CompiledFile[]>, key: string, file: CompiledFile): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [file]);
  else known.push(file);
}

function reached(from: CompiledFile, next: (file: CompiledFile) => readonly CompiledFile[]): readonly CompiledFile[] {
  const found = new Set([from]);
  for (const file of found) for (const each of next(file)) found.add(each);
  found.delete(from);
  return [...found];
}
