import { extname, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** What an author writes a definition in, and what a definition may import. */
const SOURCES = new Set(['.ts', '.mts', '.js', '.mjs', '.json']);

/** How long nothing more has to change, until what has changed is told: an editor saves several files at once. */
const SETTLED_MS = 100;

/**
 * Tells that sources of a repository have changed, were added or taken away: once for all that change within a moment. Not of what is compiled, installed or
 * hidden. Resolves, to a function that ends it, once everything is watched.
 */
export async function watchSources(repository: string, onChange: () => void): Promise<() => Promise<void>> {
  const root = resolve(repository);
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path, stats) => isLeftOut(relative(root, path), stats?.isFile() ?? false),
  });
  let settling: NodeJS.Timeout | undefined;
  watcher.on('all', (event) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    clearTimeout(settling);
    settling = setTimeout(onChange, SETTLED_MS);
  });
  // A folder that cannot be watched (its permissions, a limit of the system) is no reason to stop watching the others.
  watcher.on('error', (thrown) => process.stderr.write(`Not all of ${repository} is watched: ${String(thrown)}\n`));
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return async () => {
    clearTimeout(settling);
    await watcher.close();
  };
}

function isLeftOut(path: string, isFile: boolean): boolean {
  const parts = path.split(sep);
  if (parts[0] === 'compiled' || parts.includes('node_modules')) return true;
  return parts.some((part) => part.startsWith('.')) || (isFile && !SOURCES.has(extname(path)));
}
