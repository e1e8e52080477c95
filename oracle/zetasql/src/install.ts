import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, whose `node_modules` holds the engine. */
export const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const lockFile = join(packageFolder, 'package-lock.json');
const installedLockFile = join(packageFolder, 'node_modules', '.installed-lock.json');

let installing: Promise<void> | undefined;

/** Makes `node_modules` what the lock file names, where it is not yet (about 350 MB). Says so on the standard error. Throws when it can't. */
export function installOracle(): Promise<void> {
  installing ??= isInstalled() ? Promise.resolve() : install();
  return installing;
}

/** The copy is written last, so that half an install does not count. */
function isInstalled(): boolean {
  return existsSync(installedLockFile) && readFileSync(lockFile).equals(readFileSync(installedLockFile));
}

async function install(): Promise<void> {
  process.stderr.write('Installing the ZetaSQL engine into oracle/zetasql/node_modules (once, about 350 MB) ...\n');
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  if (code !== 0) {
    throw new Error(
      `npm ci in ${packageFolder} failed (${code}), so there is no oracle. Mostly the registry is out of reach or the disk is full. ` +
        `It said:\n${output.trim()}`,
    );
  }
  copyFileSync(lockFile, installedLockFile);
}

function npm(args: readonly string[]): Promise<{ code: number | string; output: string }> {
  const child = spawn('npm', args, { cwd: packageFolder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: error.message, output }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'no exit code', output }));
  });
}
