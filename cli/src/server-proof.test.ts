import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serverOf } from './server-proof.ts';

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isochron-proof-'));
  for (const name of ['ca', 'cert', 'key', 'token']) await writeFile(file(name), `${name}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('is without TLS unless the address or a file says otherwise', async () => {
  expect(await serverOf('grpc://a:1', {})).toEqual({ address: 'a:1', proof: { tls: null } });
  expect(await serverOf('a:1', {})).toEqual({ address: 'a:1', proof: { tls: null } });
  expect(await serverOf('grpcs://a:1', {})).toEqual({ address: 'a:1', proof: { tls: { authority: null } } });
  expect((await serverOf('a:1', { ca: file('ca') })).proof.tls).toEqual({ authority: 'ca\n' });
  expect((await serverOf('grpc://a:1', { clientCert: file('cert'), clientKey: file('key') })).proof.tls).toEqual({
    authority: null,
    certificate: { certificate: 'cert\n', key: 'key\n' },
  });
});

it('asks the file of the token for each call, so that it may be replaced', async () => {
  const { proof } = await serverOf('grpcs://a:1', { tokenFile: file('token') });
  expect(await proof.token?.()).toBe('token');
  await writeFile(file('token'), 'next');
  expect(await proof.token?.()).toBe('next');
});

it('says what is wrong', async () => {
  const refused = (said: string, options: Parameters<typeof serverOf>[1], words: string) =>
    expect(serverOf(said, options)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(words),
    });
  await refused('http://a:1', {}, 'grpcs://host:port');
  await refused('a', {}, 'a is no address');
  await refused('a:1', { clientCert: file('cert') }, 'go together');
  await refused('a:1', { ca: file('none') }, '--ca');
  await refused('a:1', { tokenFile: file('none') }, '--token-file');
});
