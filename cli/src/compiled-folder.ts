import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { compiledObjects } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import type { Context } from './context.ts';
import { dialectSaid } from './plans.ts';
import { compiledFiles, findDefinitions } from './repository.ts';
import { readConfig } from './repository-config.ts';

/** Texts of files by their paths in the repository, with slashes. */
export type Files = ReadonlyMap<string, string>;

/** The compiled definitions below `compiled/`. */
export function compiledTexts(repository: string): Files {
  const files = compiledFiles(repository);
  return new Map(files.map(({ path, text }) => [relative(resolve(repository), path).split(sep).join('/'), text]));
}

/** Whether the files are those that would be written, to the byte. */
export const isCurrent = (before: Files, after: Files): boolean =>
  before.size === after.size && [...after].every(([file, text]) => before.get(file) === text);

/**
 * Compiled definitions that are not, to the byte, what stands below `features/` comes to: changed since, never compiled, or left behind. None where there are
 * no features, but files that came from elsewhere. Asks no warehouse. Rejects with FAILED_PRECONDITION, with what is wrong, where features cannot be read.
 */
export async function staleFiles(context: Pick<Context, 'repository' | 'dialect'>): Promise<readonly string[]> {
  const { repository } = context;
  const isThere = await access(resolve(repository, 'features')).then(
    () => true,
    () => false,
  );
  if (!isThere) return [];
  const { definitions, faults } = await findDefinitions(repository);
  if (faults.length > 0) {
    throw new IsochronError('FAILED_PRECONDITION', `features/ cannot be compiled:\n${faults.join('\n')}`);
  }
  const { teams = {} } = (await readConfig(repository)) ?? {};
  const dialect = (await dialectSaid(context)) ?? 'googlesql';
  const after = new Map(compiledObjects(definitions, { dialect, teams }).map(({ file, json }) => [file, json]));
  const before = compiledTexts(repository);
  const files = new Set([...before.keys(), ...after.keys()]);
  return [...files].filter((file) => before.get(file) !== after.get(file)).sort();
}

/**
 * Each file is replaced whole; files that nothing stands for any more are taken away last. One after the other: a small file takes less time than it takes to
 * hand it to another thread.
 */
export function replaceFiles(repository: string, before: Files, after: Files): void {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  for (const folder of new Set(changed.map(([file]) => dirname(resolve(repository, file))))) {
    mkdirSync(folder, { recursive: true });
  }
  for (const [file, text] of changed) replace(resolve(repository, file), text);
  for (const file of before.keys()) if (!after.has(file)) rmSync(resolve(repository, file));
}

function replace(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}
