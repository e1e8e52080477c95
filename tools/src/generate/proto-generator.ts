import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'proto-generator');
const lockFile = join(folder, 'package-lock.json');
/** The copy is written last, so that half an install does not count. */
const installedLockFile = join(folder, 'node_modules', '.installed-lock.json');

/** A file of a package that generates from `proto/`. The first call installs them (120 MB, once). */
export function generatorFile(name: string, path: string): string {
  if (!existsSync(installedLockFile) || !readFileSync(lockFile).equals(readFileSync(installedLockFile))) install();
  return join(folder, 'node_modules', name, path);
}

function install(): void {
  process.stderr.write(
    'Installing what generates from proto/ into tools/proto-generator/node_modules (once, 120 MB) ...\n',
  );
  const parameters = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { status, error, stdout, stderr } = spawnSync('npm', parameters, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(
      `npm ci in ${folder} failed (${error?.message ?? `exit code ${status}`}). Mostly the registry is out of reach or the disk is full. It said:\n${stdout}${stderr}`,
    );
  }
  copyFileSync(lockFile, installedLockFile);
}
