import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { compiledFiles } from './repository.ts';

/** Texts of files by their paths in the repository, with slashes. */
export type Files = ReadonlyMap<string, string>;

/** The compiled definitions below `compiled/`. */
export async function compiledTexts(repository: string): Promise<Files> {
  const files = await compiledFiles(repository);
  return new Map(files.map(({ path, text }) => [relative(resolve(repository), path).split(sep).join('/'), text]));
}

/** Whether the files are those that would be written, to the byte. */
export const isCurrent = (before: Files, after: Files): boolean =>
  before.size === after.size && [...after].every(([file, text]) => before.get(file) === text);

/** Each file is replaced whole; files that nothing stands for any more are taken away last. */
export async function replaceFiles(repository: string, before: Files, after: Files): Promise<void> {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  for (const folder of new Set(changed.map(([file]) => dirname(resolve(repository, file))))) {
    await mkdir(folder, { recursive: true });
  }
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    await Promise.all(
      changed.slice(from, from + AT_ONCE).map(([file, text]) => replace(resolve(repository, file), text)),
    );
  }
  for (const file of before.keys()) if (!after.has(file)) await rm(resolve(repository, file));
}

/** How many files are written at once. */
const AT_ONCE = 64;

async function replace(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
