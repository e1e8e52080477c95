import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package; `.venv` in it holds the runtime. */
export const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

export const python = join(packageFolder, '.venv', 'bin', 'python');

const requirements = join(packageFolder, 'requirements.txt');
const installedRequirements = join(packageFolder, '.venv', 'installed.txt');

/** Makes a virtual environment with what `requirements.txt` pins, where there is none yet. Says so on the standard error. Throws when it can't. */
export function installOracle(): void {
  if (isInstalled()) return;
  process.stderr.write('Installing the Python runtime of Apache Thrift into oracle/thrift/.venv (once) ...\n');
  rmSync(join(packageFolder, '.venv'), { recursive: true, force: true });
  run('python3', ['-m', 'venv', join(packageFolder, '.venv')], 'Python 3.9 or newer with its module venv is needed.');
  run(
    python,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    'Mostly the registry is out of reach.',
  );
  copyFileSync(requirements, installedRequirements);
}

/** The copy is written last, so that half an install does not count. */
function isInstalled(): boolean {
  return existsSync(installedRequirements) && readFileSync(requirements).equals(readFileSync(installedRequirements));
}

function run(command: string, args: readonly string[], hint: string): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  const said = error?.message ?? `${stdout}${stderr}`.trim();
  throw new Error(`${command} ${args.slice(0, 3).join(' ')} failed, so there is no oracle. ${hint} It said:\n${said}`);
}
