import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

const main = fileURLToPath(new URL('../../services/compiler/src/main.ts', import.meta.url));

let place: Workplace;
const run = (call: string) => place.run(call.split(' '));

const config = (more = ''): string => `import { config } from '@isochron/authoring';
export default config({ repository: 'rides', environments: { dev: { prefix: 'dev_' }, prod: {} }, ${more} });
`;
/** Without a histogram, of which the compiler warns where it is served. */
const online = (window?: string): string =>
  rides(window)
    .replaceAll('version: 1,', 'version: 1, online: true,')
    .replace("kind.histogram('1d')", "kind.count('1d')");

beforeAll(async () => {
  place = await openWorkplace();
  await place.write('trips.csv', rows);
  await place.write('features/tables.ts', tables);
  await place.write('features/rides/rides.ts', online());
  await place.write('isochron.config.ts', config());
  await run('load trips trips.csv --time seen');
});
afterAll(() => place.dispose());

it('refuses to publish before anything is compiled', async () => {
  expect(await run('publish')).toMatchObject({ code: 1, stderr: expect.stringContaining('Run isochron compile') });
});

describe('what is compiled', () => {
  beforeAll(async () => {
    expect(await run('compile')).toMatchObject({ code: 0 });
  });

  it('is compared first, where only that is asked', async () => {
    expect(await run('publish --dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^rides\/default\/main in the embedded store would have \d+ definitions: \d+ added\n/,
      ),
    });
  });

  it('is published, once', async () => {
    const first = await run('publish --who ada --message first');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^rides\/default\/main in the embedded store is now version 1: \d+ definitions: \d+ added\n {2}added {4}compiled\/group_bys\/rides\/rides\.byUser__1/,
    );
    const again = await run('publish --format json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      isNew: false,
      head: { version: 1, who: 'ada', message: 'first' },
      changes: [],
    });
  });
});

describe('a change', () => {
  beforeAll(() => place.write('features/rides/rides.ts', online('3d')));

  it('is refused where it is not compiled', async () => {
    expect(await run('publish')).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'error: compiled/ is not what features/ comes to: compiled/group_bys/rides/rides.byUser__1, compiled/joins/rides/rides.training__1. Run isochron compile, commit what it writes, then publish.\n',
    });
  });

  it('is refused where callers of what is published would be surprised by it', async () => {
    // Without what was compiled before, compiling cannot know what is published.
    await rm(join(place.folder, 'compiled'), { recursive: true });
    await run('compile');
    const { code, stderr, stdout } = await run('publish');
    expect(code).toBe(1);
    expect(stderr).toContain('online-change');
    expect(stderr).toContain('nothing was published');
    expect(stdout).toBe('');
  });

  it('is published under another version', async () => {
    await place.write('features/rides/rides.ts', online('3d').replaceAll('version: 1,', 'version: 2,'));
    await run('compile');
    expect(await run('publish')).toMatchObject({ code: 0, stdout: expect.stringContaining('is now version 2') });
  });
});

it('publishes for an environment as it runs there', async () => {
  expect(await run('publish --environment dev --branch try/it')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('rides/dev/try/it in the embedded store is now version 1'),
  });
});

describe('a service', () => {
  let service: Awaited<ReturnType<typeof start>>;
  const stop = async (): Promise<void> => {
    if (service.child.exitCode !== null) return;
    const exited = once(service.child, 'exit');
    service.child.kill('SIGTERM');
    await exited;
  };
  beforeAll(async () => {
    service = await start();
  });
  afterAll(stop);

  it('is published to, as it is told or as the configuration says', async () => {
    const first = await run(`publish --to grpc://127.0.0.1:${service.port}`);
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`in grpc://127.0.0.1:${service.port} is now version 1`),
    });
    await place.write('isochron.config.ts', config(`compiler: 'grpc://127.0.0.1:${service.port}'`));
    const again = await run('publish');
    expect(again).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/is still version 1: \d+ definitions, nothing changed/),
    });
  });

  it('that is not there, or has no address, is a sentence', async () => {
    await stop();
    expect(await run('publish')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^error: .*\n$/) });
    expect(await run('publish --to localhost')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('grpc://host:port'),
    });
  });
});

async function start(): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const settings = {
    ISOCHRON_HOME: `${place.folder}/elsewhere`,
    ISOCHRON_GRPC_PORT: '0',
    ISOCHRON_HTTP_PORT: '0',
    ISOCHRON_DRAIN_DELAY_MS: '0',
  };
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: '', ...settings },
  });
  for await (const line of createInterface(child.stdout)) {
    const entry = JSON.parse(line);
    if (entry.message === 'listening') return { child, port: entry.grpcPort };
  }
  throw new Error('The service ended by itself.');
}
