import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import * as authoring from '@isochron/authoring';
import { type Definition, definitionsIn } from '@isochron/authoring';
import { compiledName, objectOfFile, tableOfName } from '@isochron/compiler';
import { bareTable } from '@isochron/thrift';
import {
  definitionsOf,
  endsWith,
  type FeatureFile,
  type FoundDefinition,
  featureFiles,
  isTailOf,
  segmentsOf,
  withoutVersion,
} from './repository.ts';

/**
 * The definitions that a name may mean, and all that they are made of, read from the files that are needed for it alone: in a repository of thousands that is
 * what a person waits for. null where none is found so; whoever looks then has to read everything.
 */
export async function findReached(repository: string, asked: string): Promise<readonly FoundDefinition[] | null> {
  const texts = new Map(featureFiles(repository).map((file) => [file, readFileSync(file.path, 'utf8')]));
  const name = nameOfPath(repository, asked) ?? asked;
  const mayHold = [...texts].filter(([file, text]) => mayExport(file, text, name)).map(([file]) => file);
  if (mayHold.length === 0) return null;
  // What is exported twice is called by the first of its names, so those who may export what others made are read too.
  const passing = [...texts].filter(([, text]) => mayPassOn(text)).map(([file]) => file);
  const loaded = new Map<FeatureFile, readonly FoundDefinition[]>();
  await load([...mayHold, ...passing], loaded);
  for (;;) {
    const found = [...loaded.values()].flat();
    const reached = reachedFrom(found, name);
    if (reached.definitions.size === 0) return null;
    const lacking = filesOf(reached, texts).filter((file) => !loaded.has(file));
    if (lacking.length === 0) return found.filter(({ definition }) => reached.definitions.has(definition));
    await load(lacking, loaded);
  }
}

/** Files that cannot be read hold nothing: if what is looked for is in one of them, it is not found. */
async function load(files: readonly FeatureFile[], loaded: Map<FeatureFile, readonly FoundDefinition[]>) {
  for (const file of new Set(files)) loaded.set(file, (await definitionsOf([file])).definitions);
}

interface Reached {
  readonly definitions: Set<Definition>;
  /** Names of the tables that they read, without namespaces. */
  readonly tables: Set<string>;
}

/** Definitions of that name, what stands in them, and those found that fill a table which is read by its name; and what stands in those. */
function reachedFrom(found: readonly FoundDefinition[], name: string): Reached {
  const reached: Reached = { definitions: new Set(), tables: new Set() };
  const enter = ({ definition }: FoundDefinition): void => {
    const { definitions, tables } = definitionsIn(definition);
    for (const each of definitions) reached.definitions.add(each);
    for (const table of tables) reached.tables.add(bareTable(table));
  };
  for (const each of found) if (isTailOf(name, nameOf(each))) enter(each);
  for (let before = -1; before < reached.definitions.size; ) {
    before = reached.definitions.size;
    for (const each of found) {
      if (!reached.definitions.has(each.definition) && reached.tables.has(tableOf(each))) enter(each);
    }
  }
  return reached;
}

const nameOf = (each: FoundDefinition): string => compiledName(each, each.definition.version);

const tableOf = (each: FoundDefinition): string =>
  bareTable(each.definition.metadata.output.table ?? tableOfName(nameOf(each)));

/** Where the definitions were made, so that they are found by their names, and those that may fill a table that they read. */
function filesOf({ definitions, tables }: Reached, texts: ReadonlyMap<FeatureFile, string>): readonly FeatureFile[] {
  const places = new Set([...definitions].map(({ place }) => place.file));
  return [...texts].flatMap(([file, text]) => {
    const start = tableOfName(`${file.team}/${file.file}.`);
    const saysTables = /\boutput\b/.test(text);
    const mayFill = [...tables].some((table) => table.startsWith(start) || (saysTables && text.includes(table)));
    return mayFill || places.has(file.path) ? [file] : [];
  });
}

/** The name that the path of a compiled file stands for; null for what is no such path. */
function nameOfPath(repository: string, asked: string): string | null {
  const path = relative(resolve(repository), resolve(asked)).split(sep).join('/');
  return path.startsWith('compiled/') ? (objectOfFile(path)?.name ?? null) : null;
}

/** Whether a file may export what is called so, going by where it stands and by its words. */
function mayExport({ team, file }: FeatureFile, text: string, asked: string): boolean {
  const tail = segmentsOf(withoutVersion(asked));
  const exported = tail.at(-1) ?? '';
  const folders = tail.slice(0, -1);
  return endsWith(segmentsOf(`${team}/${file}`), folders) && (text.includes(exported) || mayPassOn(text));
}

/**
 * Whether a file may export what it did not make, or under a name that does not stand in it as it is: whether it exports anything but constants that are calls
 * of the authoring language or plain values, and types.
 */
function mayPassOn(text: string): boolean {
  if (/\\u|\bexports\b/.test(text)) return true;
  for (const { index } of text.matchAll(/\bexport\b/g)) if (!OWN.test(text.slice(index, index + OWN_MAX))) return true;
  return false;
}

const calls = Object.entries(authoring).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
const OWN = new RegExp(
  [
    '^export\\s+(?:(?:declare\\s+)?(?:type|interface|enum|class|function)\\b',
    `|const\\s+[\\w$]+\\s*=\\s*(?:(?:${calls.join('|')})\\s*(?:<[^(]*>\\s*)?\\(|['"\`\\d[{]))`,
  ].join(''),
);
const OWN_MAX = 200;
