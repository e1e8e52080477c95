import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Definition, isDefinition } from '@isochron/authoring';
import { type NameParts, type ObjectKind, objectFolders, objectKinds } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import { faultText } from './fault-text.ts';

export interface FoundDefinition extends NameParts {
  readonly definition: Definition;
}

/** What stands in a repository's `features/`: definitions by name, and files that could not be read as TypeScript. */
export interface FoundDefinitions {
  readonly definitions: readonly FoundDefinition[];
  /** Sentences that begin with `file:line:column: ` as far as that is known. */
  readonly faults: readonly string[];
}

/** A file that definitions are exported from. */
export interface FeatureFile extends Pick<NameParts, 'team' | 'file'> {
  readonly path: string;
}

/** `features/{team}/**.ts`, without tests and types. */
export function featureFiles(repository: string): readonly FeatureFile[] {
  const features = resolve(repository, 'features');
  return filesBelow(features, '*/**/*.ts').flatMap((path) => {
    const [team, ...rest] = path.split(sep);
    if (team === undefined || path.endsWith('.test.ts') || path.endsWith('.d.ts')) return [];
    return [{ team, file: rest.join('/').replace(/\.ts$/, ''), path: join(features, path) }];
  });
}

/** Imports files, one after the other: an exported constant that a call of the authoring language made is a definition. */
export async function definitionsOf(files: readonly FeatureFile[]): Promise<FoundDefinitions> {
  const definitions: FoundDefinition[] = [];
  const faults: string[] = [];
  for (const { team, file, path } of files) {
    try {
      const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
      for (const [name, value] of Object.entries(module)) {
        if (isDefinition(value)) {
          definitions.push({ team, file, export: name, definition: value });
        }
      }
    } catch (thrown) {
      faults.push(faultText(path, thrown));
    }
  }
  // A fault in a file that others import is one fault.
  return { definitions, faults: [...new Set(faults)] };
}

/** Everything that stands in `features/`. Rejects with NOT_FOUND where that is nothing. */
export async function findDefinitions(repository: string): Promise<FoundDefinitions> {
  const found = await definitionsOf(featureFiles(repository));
  if (found.definitions.length > 0 || found.faults.length > 0) return found;
  throw new IsochronError(
    'NOT_FOUND',
    `There are no definitions in ${resolve(repository, 'features')}: export a groupBy or a join from features/TEAM/FILE.ts.`,
  );
}

/** A compiled file: `compiled/{folder of its kind}/{team}/{file}.{export}__{version}`. */
export interface CompiledFile {
  readonly kind: ObjectKind;
  /** `flights/training.lateness__1`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

const kindOf = new Map<string, ObjectKind>(objectKinds.map((kind) => [objectFolders[kind], kind]));

/** Everything under a repository's `compiled/`, by name. */
export function compiledFiles(repository: string): readonly CompiledFile[] {
  const files: CompiledFile[] = [];
  for (const [folder, kind] of kindOf) {
    const root = resolve(repository, 'compiled', folder);
    for (const path of filesBelow(root, '*/*')) {
      files.push({ kind, name: path.split(sep).join('/'), path: join(root, path), text: textOf(root, path) });
    }
  }
  return files;
}

/** The types of columns that a compilation wrote, by their paths in the repository with slashes. */
export function writtenTypes(repository: string): ReadonlyMap<string, string> {
  const root = resolve(repository, 'compiled', 'types');
  return new Map(
    filesBelow(root, '**/*').map((path) => [`compiled/types/${path.split(sep).join('/')}`, textOf(root, path)]),
  );
}

/**
 * The compiled file a person means: its whole name, a tail of it that no other has (`lateness`, `training.lateness`, with or without
 * the version), or the path of a file, be it in the repository or not. Rejects with NOT_FOUND or INVALID_ARGUMENT, naming what there is.
 */
export async function resolveName(files: readonly CompiledFile[], asked: string): Promise<CompiledFile> {
  const exact = files.find((file) => file.name === asked || file.path === resolve(asked));
  if (exact !== undefined) return exact;
  const elsewhere = await fileAt(resolve(asked));
  if (elsewhere !== null) return elsewhere;
  const matches = files.filter(({ name }) => isTailOf(asked, name));
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return only;
  const names = (matches.length === 0 ? files : matches).map(({ name }) => name).join(', ');
  if (matches.length > 1)
    throw new IsochronError('INVALID_ARGUMENT', `${asked} could be any of ${names}: write more of the name.`);
  const hint = files.length === 0 ? 'Nothing is compiled yet: run isochron compile.' : `There are ${names}.`;
  throw new IsochronError('NOT_FOUND', `There is no definition ${asked}. ${hint}`);
}

/** A compiled file at a path; its folders say what it is. null where there is no file. */
async function fileAt(path: string): Promise<CompiledFile | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const segments = path.split(sep);
  const at = segments.findLastIndex((segment) => kindOf.has(segment));
  const kind = kindOf.get(segments[at] ?? '');
  if (kind !== undefined) return { kind, name: segments.slice(at + 1).join('/'), path, text };
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `${path} stands below none of ${[...kindOf.keys()].join(', ')}, which say what a compiled file is.`,
  );
}

/** Whether a person may call a definition so: by a tail of its name, with or without the version. */
export function isTailOf(asked: string, name: string): boolean {
  const tail = segmentsOf(asked);
  return endsWith(segmentsOf(name), tail) || endsWith(segmentsOf(withoutVersion(name)), tail);
}

/** The team, the folders and the file, the export: what stands between slashes and points. */
export const segmentsOf = (name: string): readonly string[] => name.split(/[/.]/);
/** Versions of models may have dots, dashes and letters after their first digit. */
export const withoutVersion = (name: string): string => name.replace(/__\d[A-Za-z0-9.-]*$/, '');
export const endsWith = (segments: readonly string[], tail: readonly string[]): boolean =>
  tail.every((segment, index) => segments[segments.length - tail.length + index] === segment);

/** Thousands of small files are read one after the other: to hand each to another thread takes longer than to read it. */
const textOf = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** Relative paths of the files below a folder, sorted; none if the folder isn't there. */
const filesBelow = (folder: string, pattern: string): readonly string[] =>
  globSync(pattern, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
