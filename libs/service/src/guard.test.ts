import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anonymous, type Shown } from '@isochron/rpc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everythingForEverybody, ownTeamsForEverybody } from './access.ts';
import { type Authority, createAuthority, LOCAL_NAMES, writeCertificate } from './certificates.fixture.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { guardSettings, openGuard } from './guard.ts';
import { createLogger } from './logger.ts';
import { AUDIENCE, createIssuer, ISSUER, type TokenIssuer } from './tokens.fixture.ts';

const logger = createLogger({ service: 't', version: '1', level: 'fatal', project: null });
let folder = '';
let authority: Authority;
let issuer: TokenIssuer;
let tls: Awaited<ReturnType<typeof writeCertificate>>;
let tokens: object;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isochron-guard-'));
  [authority, issuer] = [await createAuthority('tests'), await createIssuer()];
  tls = await writeCertificate(folder, await authority.issue('server', LOCAL_NAMES), authority);
  tokens = { issuer: ISSUER, audience: AUDIENCE, keys: await issuer.write(join(folder, 'jwks.json')) };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(host: string, settings: object) {
  const parsed = readConfig(z.strictObject(guardSettings), { environment: {}, flags: settings });
  const guard = await openGuard(host, parsed, logger, systemClock);
  await guard.close();
  return guard;
}

const shown = (authorization: string | null, subject: string | null = null): Shown => ({
  authorization,
  certificateSubject: () => subject,
});

describe('a service that others can reach', () => {
  it.each(['0.0.0.0', '::', '10.1.2.3', 'example.com'])('does not start open on %s', async (host) => {
    await expect(open(host, {})).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('ISOCHRON_INSECURE_WITHOUT_TLS=true'),
    });
    const { clientCertificateAuthority: _none, ...serverOnly } = tls;
    await expect(open(host, { tls: serverOnly })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('ISOCHRON_INSECURE_WITHOUT_AUTHENTICATION=true'),
    });
    await expect(open(host, { tokens })).rejects.toThrow('there is no TLS');
  });

  it('starts when it is guarded, or told to go without', async () => {
    await open('0.0.0.0', { tls });
    await open('0.0.0.0', { tls, tokens });
    await open('0.0.0.0', { tokens, insecure: { withoutTls: true } });
    await open('0.0.0.0', { insecure: { withoutTls: true, withoutAuthentication: true } });
  });

  it.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost'])('may be open on %s', async (host) => {
    const guard = await open(host, {});
    expect(guard.authenticate(shown(null))).toBe(anonymous);
    expect([guard.tls, guard.access]).toEqual([null, everythingForEverybody]);
  });
});

describe('who calls', () => {
  it('is asked by token where there are tokens', async () => {
    const { authenticate, access } = await open('127.0.0.1', { tokens });
    expect(access).toEqual(ownTeamsForEverybody);
    expect(await authenticate(shown(`Bearer ${await issuer.token({ teams: ['a'] })}`))).toMatchObject({ teams: ['a'] });
    expect(() => authenticate(shown(null))).toThrowError(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
    // Of a certificate that nobody asked for nothing is believed.
    expect(() => authenticate(shown(null, 'eve'))).toThrowError(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
  });

  it('is asked by certificate where clients must show one, and a token says more', async () => {
    const { authenticate } = await open('127.0.0.1', { tls, tokens });
    expect(authenticate(shown(null, 'spiffe://a/b'))).toEqual({
      kind: 'certificate',
      subject: 'spiffe://a/b',
      teams: [],
    });
    const token = `Bearer ${await issuer.token()}`;
    expect(await authenticate(shown(token, 'spiffe://a/b'))).toMatchObject({ kind: 'token', subject: 'ada' });
    const withoutCertificate = () => authenticate(shown(token));
    expect(withoutCertificate).toThrowError(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
    await expect(authenticate(shown('Bearer x.y.z', 'spiffe://a/b'))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('may do what grants say', async () => {
    const grant = { subjects: ['ada'], teams: [], read: ['*'], publish: [] };
    const { access } = await open('127.0.0.1', { tokens, access: { grants: [grant] } });
    expect(access).toEqual({ grants: [grant] });
  });
});

it('settings of lists are JSON in the environment', () => {
  const schema = z.strictObject(guardSettings);
  const environment = { ISOCHRON_ACCESS_GRANTS: '[{"teams": ["fraud"], "read": ["@own"]}]' };
  expect(readConfig(schema, { environment }).access.grants).toMatchObject([{ teams: ['fraud'], read: ['@own'] }]);
  expect(() => readConfig(schema, { environment: { ISOCHRON_ACCESS_GRANTS: 'everybody' } })).toThrow(
    /access\.grants in ISOCHRON_ACCESS_GRANTS: .*expected array/,
  );
  expect(() => readConfig(schema, { environment: { ISOCHRON_TLS_KEY: 'file:/x' } })).toThrow(
    'ISOCHRON_TLS_CERTIFICATE',
  );
});
