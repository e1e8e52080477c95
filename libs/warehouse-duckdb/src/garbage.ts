import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMissing, manifestNumbers, manifestPath, readNumbered } from './manifest.ts';

/**
 * Removes what no reader can still want: manifests whose successor is older than the grace time, and data files that are older than
 * it and in no manifest that is left. A reader that began with a manifest just replaced goes on undisturbed, and files that a
 * writer has not committed yet are young. Run by writers after their commit; two at once do no harm.
 */
export async function removeGarbage(folder: string, graceMs: number, nowMs: number): Promise<void> {
  const kept = new Set<string>();
  const numbers = await manifestNumbers(folder);
  for (const [at, number] of numbers.entries()) {
    const successor = numbers[at + 1];
    const supersededMs = successor === undefined ? nowMs : await modifiedMs(manifestPath(folder, successor), nowMs);
    if (nowMs - supersededMs > graceMs) {
      await rm(manifestPath(folder, number), { force: true });
      continue;
    }
    const manifest = await readNumbered(folder, number);
    for (const partition of Object.values(manifest?.partitions ?? {}))
      for (const file of partition.files) kept.add(file.path);
  }
  const manifests = await readdir(join(folder, 'manifest')).catch(ifMissing([]));
  await removeOld(
    folder,
    manifests.filter((name) => name.startsWith('.')).map((name) => join('manifest', name)),
    graceMs,
    nowMs,
  );
  const data = await readdir(join(folder, 'data'), { recursive: true }).catch(ifMissing([]));
  const files = data.filter((name) => name.endsWith('.parquet')).map((name) => join('data', name));
  await removeOld(
    folder,
    files.filter((path) => !kept.has(path)),
    graceMs,
    nowMs,
  );
}

async function removeOld(folder: string, paths: readonly string[], graceMs: number, nowMs: number): Promise<void> {
  for (const path of paths) {
    if (nowMs - (await modifiedMs(join(folder, path), nowMs)) > graceMs) await rm(join(folder, path), { force: true });
  }
}

const modifiedMs = async (path: string, ifGoneMs: number): Promise<number> =>
  (await stat(path).catch(ifMissing(undefined)))?.mtimeMs ?? ifGoneMs;
