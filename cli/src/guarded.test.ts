import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAuthority, LOCAL_NAMES, writeCertificate } from '@isochron/service/certificates';
import { AUDIENCE, createIssuer, ISSUER, type TokenIssuer } from '@isochron/service/issuer';
import { killSpawned, type Spawned, spawnService } from '@isochron/service/spawned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

const mainOf = (service: string): string =>
  fileURLToPath(new URL(`../../services/${service}/src/main.ts`, import.meta.url));

let place: Workplace;
let issuer: TokenIssuer;
let settings: Readonly<Record<string, string>>;
const running: Spawned[] = [];
const run = (call: string, environment?: Readonly<Record<string, string>>) =>
  place.run(call.split(' '), undefined, environment);

async function start(service: string): Promise<string> {
  const spawned = await spawnService(mainOf(service), join(place.folder, '.isochron'), settings);
  running.push(spawned);
  return `grpcs://localhost:${spawned.grpcPort}`;
}

beforeAll(async () => {
  place = await openWorkplace();
  const [authority, made] = await Promise.all([createAuthority('ours'), createIssuer()]);
  issuer = made;
  const tls = await writeCertificate(place.folder, await authority.issue('server', LOCAL_NAMES), authority);
  const robot = await authority.issue('robot');
  await place.write('robot.crt', robot.certificate);
  await place.write('robot.key', robot.key);
  await place.write('token', await issuer.token({ teams: ['rides'] }));
  settings = {
    ISOCHRON_TLS_CERTIFICATE: tls.certificate,
    ISOCHRON_TLS_KEY: tls.key,
    ISOCHRON_TLS_CLIENT_CERTIFICATE_AUTHORITY: tls.clientCertificateAuthority ?? '',
    ISOCHRON_TOKENS_ISSUER: ISSUER,
    ISOCHRON_TOKENS_AUDIENCE: AUDIENCE,
    ISOCHRON_TOKENS_KEYS: await issuer.write(join(place.folder, 'jwks.json')),
    ISOCHRON_SET_REPOSITORY: 'rides',
  };
  await place.write('trips.csv', rows);
  await place.write('features/tables.ts', tables);
  await place.write('features/rides/rides.ts', rides().replaceAll('version: 1,', 'version: 1, online: true,'));
  await place.write(
    'isochron.config.ts',
    "import { config } from '@isochron/authoring';\nexport default config({ repository: 'rides' });\n",
  );
  await run('load trips trips.csv --time seen');
  await run('compile');
  await run('upload training --day 2001-01-02');
}, 60_000);
afterAll(async () => {
  for (const each of running) await killSpawned(each);
  await place.dispose();
});

const CERTIFIED = '--ca ca.crt --client-cert robot.crt --client-key robot.key';

it('publishes to a service that asks for a certificate and a token, as whom the token names', async () => {
  const address = await start('compiler');
  const wrong = {
    [`publish --to ${address}`]: 'certificate',
    [`publish --to ${address} --ca ca.crt`]: 'certificate required',
    [`publish --to ${address} ${CERTIFIED}`]: 'may not',
    [`publish --to ${address} ${CERTIFIED} --token-file none`]: '--token-file none cannot be read',
  };
  for (const [call, words] of Object.entries(wrong)) {
    const ended = await run(call);
    expect([call, (ended.code ?? 0) > 0, ended.stderr]).toEqual([call, true, expect.stringContaining(words)]);
  }
  const done = await run(`publish --to ${address} ${CERTIFIED} --token-file token --who eve --format json`);
  expect(done.code).toBe(0);
  expect(JSON.parse(done.stdout).head).toMatchObject({ version: 1, who: 'ada' });
}, 60_000);

it('fetches from a service that does so, told by flags or by the environment', async () => {
  const address = await start('fetcher');
  const call = `fetch rides/rides.training__1 --key user=a --at 2001-01-03T00:00:00Z --from ${address} --format json`;
  expect(await run(call)).toMatchObject({ code: 1, stdout: '' });
  const told = await run(`${call} ${CERTIFIED} --token-file token`);
  expect(told).toMatchObject({ code: 0, stderr: '' });
  const environment = {
    ISOCHRON_CA: 'ca.crt',
    ISOCHRON_CLIENT_CERT: 'robot.crt',
    ISOCHRON_CLIENT_KEY: 'robot.key',
    ISOCHRON_TOKEN_FILE: 'token',
  };
  expect((await run(call, environment)).stdout).toBe(told.stdout);
  await writeFile(join(place.folder, 'token'), await issuer.token({ teams: ['others'] }));
  expect(await run(call, environment)).toMatchObject({ code: 1, stderr: expect.stringContaining('ada may not read') });
}, 60_000);
