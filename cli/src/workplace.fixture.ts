import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ended, ended } from './ended.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

export { type Ended, ended } from './ended.ts';

/** A feature repository in a folder of its own, and the command as a person runs it there. */
export interface Workplace {
  readonly folder: string;
  write(path: string, text: string): Promise<void>;
  /** Runs a command to its end. `onStart` is given the process, to signal it; `settings` are laid over the environment. */
  run(
    args: readonly string[],
    onStart?: (child: ChildProcess) => void,
    settings?: Readonly<Record<string, string>>,
  ): Promise<Ended>;
  dispose(): Promise<void>;
}

export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'isochron-cli-'));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await symlink(modules, join(folder, 'node_modules'));
  await write('package.json', '{ "type": "module" }');
  return {
    folder,
    write,
    run: (args, onStart, settings = {}) => {
      const { ISOCHRON_HOME: _, ...environment } = process.env;
      const env = { ...environment, NO_COLOR: '1', ...settings };
      const child = spawn(process.execPath, [main, ...args], { cwd: folder, env });
      onStart?.(child);
      return ended(child);
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

export const tables = `import { table } from '@isochron/authoring';
export const trips = table('trips', { user: 'STRING', seen: 'TIMESTAMP', fare: 'FLOAT64', kind: 'STRING' });
`;

/** Two GroupBys of one name in two files, and a join of one of them twice. */
export const rides = (window = '1d'): string => `import { eventSource, groupBy, join, part } from '@isochron/authoring';
import { trips } from '../tables.ts';

const source = eventSource({
  table: trips,
  time: 'UNIX_MILLIS(seen)',
  start: '2001-01-01',
  select: { user: 'user', fare: 'fare', kind: 'kind' },
});

export const byUser = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [source],
  keys: ['user'],
  aggregations: ({ fare, kind }) => [fare.sum('1h', '${window}'), fare.average('1d'), fare.lastK(2, '1d'), kind.histogram('1d')],
});

export const training = join({ version: 1, left: source, parts: [part(byUser), part(byUser, { prefix: 'again' })] });
`;

export const more = `import { eventSource, groupBy, join, part } from '@isochron/authoring';
import { trips } from '../tables.ts';

const source = eventSource({ table: trips, time: 'UNIX_MILLIS(seen)', start: '2001-01-01', select: { user: 'user', kind: 'kind' } });
export const byUser = groupBy({ version: 1, accuracy: 'snapshot', sources: [source], keys: ['user'], aggregations: ({ kind }) => [kind.count('1d')] });
export const other = join({ version: 1, left: source, parts: [part(byUser), part(byUser, { prefix: 'again' })] });
`;

export const rows = `user,seen,fare,kind
a,2001-01-01 10:00:00,1.5,car
b,2001-01-01 11:00:00,2.5,bus
a,2001-01-02 10:00:00,,car
,2001-01-02 12:00:00,4.5,car
b,2001-01-03 10:30:00,1234.5,car
`;
