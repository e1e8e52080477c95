import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

let place: Workplace;
const run = (call: string) => place.run(call.split(' '));

beforeAll(async () => {
  place = await openWorkplace();
  await place.write('trips.csv', rows);
  await place.write('features/tables.ts', tables);
  await place.write('features/rides/rides.ts', rides().replaceAll('version: 1,', 'version: 1, online: true,'));
  await run('load trips trips.csv --time seen');
  await run('compile');
});
afterAll(() => place.dispose());

it('serves nothing before it is published, and says what to run', async () => {
  expect(await run('serve --grpc-port 0 --http-port 0')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('isochron publish'),
  });
  expect(await run('fetch training --key user=a')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('isochron publish'),
  });
});

it('fetches the vector that the table has, with and without a server, which stops when it is told to', async () => {
  await run('upload training --day 2001-01-02');
  await run('publish');
  const here = await run('fetch training --key user=a --at 2001-01-03T00:00:00Z --format json');
  expect(here).toMatchObject({ code: 0, stderr: '' });
  const answer = JSON.parse(here.stdout);
  expect(answer).toMatchObject({
    join: 'rides/rides.training__1',
    rows: [
      {
        keys: { user: 'a' },
        features: {
          user_fare_sum_1d: null,
          user_kind_histogram_1d: { car: 1 },
          again_user_kind_histogram_1d: { car: 1 },
        },
        statuses: { user_fare_sum_1d: 'NULL', user_kind_histogram_1d: 'PRESENT' },
      },
    ],
    parts: [{ name: 'rides_rides_byUser__1', batchEndMs: Date.UTC(2001, 0, 3), agesMs: [0], error: null }, {}],
  });

  const server = spawn(process.execPath, [main, 'serve', '--grpc-port', '0', '--http-port', '0', '--format', 'json'], {
    cwd: place.folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(server, 'exit');
  const [line] = await once(createInterface(server.stdout), 'line');
  const { grpcPort, httpPort, joins } = JSON.parse(String(line));
  expect(joins).toEqual(['rides/rides.training__1']);
  const there = await run(
    `fetch training --key user=a --at 2001-01-03T00:00:00Z --format json --from 127.0.0.1:${grpcPort}`,
  );
  expect(JSON.parse(there.stdout)).toEqual(answer);
  const http = await fetch(`http://127.0.0.1:${httpPort}/v1/fetch/join/rides/rides.training__1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '[{"user": "a"}]',
  });
  expect(await http.json()).toMatchObject({ results: [{ status: 'Success', entityKeys: { user: 'a' } }] });
  server.kill('SIGTERM');
  expect((await exited)[0]).toBe(0);

  const env = { ...process.env, ISOCHRON_LOG_LEVEL: 'info' };
  const flags = ['serve', '--grpc-port', '0', '--http-port', '0'];
  const telling = spawn(process.execPath, [main, ...flags], {
    ...{ cwd: place.folder, env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(telling, 'exit');
  let told = '';
  for await (const said of createInterface(telling.stdout)) {
    told += `${said}\n`;
    if (said === 'Ctrl-C stops it.') telling.kill('SIGTERM');
  }
  expect((await ended)[0]).toBe(0);
  for (const message of ['listening', 'stopping: not ready any more', 'stopped'])
    expect(told).toContain(`"message":"${message}"`);

  const text = await run('fetch training --key user=b --at 2001-01-03');
  expect(text.stdout).toMatch(/^rides\/rides\.training__1 for user=b at 2001-01-03T00:00:00\.000Z\nfeature/);
});

it.each([
  ['fetch nothing --key user=a', 'No Join "nothing" is served'],
  ['fetch training --key usr=a', 'There is nothing to be asked by "usr", but by user'],
  ['fetch training --key user=a --at tomorrow', '--at must be an instant'],
  ['fetch training --key user', 'column=value'],
  ['fetch training --key user=a --features other', 'other'],
  ['fetch training --key user=a --features ,', '--features must be names'],
  ['fetch training --key user=a --key user=b', '"user" is given twice'],
  ['fetch training --key user=a --context other=1', '"other" is given, and nothing of the kind is taken'],
  ['fetch training', 'no key "user"'],
  ['serve --grpc-port 70000', 'It must be a port'],
])('says what is wrong with the call %s', async (call, said) => {
  expect((await run(call)).stderr).toContain(said);
});
