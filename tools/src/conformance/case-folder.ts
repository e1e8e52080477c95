import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

/** A file to run: cases of a suite, or a compiled definition. */
export type Found =
  | { readonly kind: 'cases'; readonly path: string; readonly suite: string }
  | { readonly kind: 'compiled'; readonly path: string };

const CASES = '.jsonl.gz';

/** What is to be run below a folder, in the order of paths. Throws a RangeError where there is no such folder. */
export function filesBelow(folder: string, suites: ReadonlySet<string>): readonly Found[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new RangeError(`There is no folder ${folder}.`);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return paths.flatMap((path): Found[] => {
    if (isBelow(path, 'compiled')) return [{ kind: 'compiled', path }];
    const suite = basename(path, CASES);
    if (!path.endsWith(CASES)) return [];
    // A case file of an unknown name is run too, and fails: silence would look like agreement.
    return [{ kind: 'cases', path, suite: suites.has(suite) ? suite : basename(path) }];
  });
}

const isBelow = (path: string, folder: string): boolean => path.split(sep).slice(0, -1).includes(folder);
