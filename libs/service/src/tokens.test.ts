import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { AUDIENCE, createIssuer, ISSUER, type TokenIssuer } from './tokens.fixture.ts';
import { Tokens, tokenSettings } from './tokens.ts';

let folder = '';
let issuer: TokenIssuer;
let path = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isochron-tokens-'));
  path = join(folder, 'jwks.json');
  issuer = await createIssuer();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function movableClock(): Clock & { pass(ms: number): void } {
  let passed = 0;
  return {
    nowMs: () => Date.now() + passed,
    elapsedMs: () => performance.now() + passed,
    pass: (ms) => {
      passed += ms;
    },
  };
}

const settingsOf = (more: object = {}) => tokenSettings.parse({ issuer: ISSUER, audience: AUDIENCE, ...more });

async function open(more: object = {}) {
  const clock = movableClock();
  const tokens = await Tokens.open(settingsOf({ keys: await issuer.write(path), ...more }), clock);
  return { clock, callerOf: async (token: string) => tokens.callerOf(`Bearer ${token}`), tokens };
}

const refused = (call: Promise<unknown>, words: string) =>
  expect(call).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining(words) });

describe('a bearer token', () => {
  it('says who calls, and of which teams', async () => {
    const { callerOf } = await open();
    expect(await callerOf(await issuer.token({ teams: ['fraud', 'flights', 7] }))).toEqual({
      kind: 'token',
      subject: 'ada',
      teams: ['fraud', 'flights'],
    });
    expect(await callerOf(await issuer.token({ teams: 'fraud flights' }))).toMatchObject({
      teams: ['fraud', 'flights'],
    });
    expect(await callerOf(await issuer.token({ sub: 'bob', aud: ['x', AUDIENCE] }))).toMatchObject({
      subject: 'bob',
      teams: [],
    });
    const other = await open({ teamsClaim: 'groups' });
    expect(await other.callerOf(await issuer.token({ groups: ['a'] }))).toMatchObject({ teams: ['a'] });
  });

  it('is refused for what is wrong with it, and not shown', async () => {
    const { callerOf, tokens } = await open();
    const nowS = Math.floor(Date.now() / 1000);
    await refused(callerOf(await issuer.token({ exp: nowS - 31 })), 'has expired');
    await refused(callerOf(await issuer.token({ nbf: nowS + 60 })), '"nbf" is not what');
    await refused(callerOf(await issuer.token({ iss: 'https://other.example' })), '"iss" is not what');
    await refused(callerOf(await issuer.token({ aud: 'another service' })), '"aud" is not what');
    await refused(callerOf(await issuer.token({ aud: undefined })), '"aud" is missing');
    await refused(callerOf(await issuer.token({ sub: undefined })), '"sub" is missing');
    await refused(callerOf(await issuer.token({ exp: undefined })), '"exp" is missing');
    await refused(callerOf('abc'), 'no JWT');
    await refused(callerOf('a'.repeat(20_000)), 'must be Bearer and a JWT');
    await refused(
      Promise.resolve().then(() => tokens.callerOf('Basic YTpi')),
      'must be Bearer and a JWT',
    );
    const thrown = await callerOf(await issuer.token({ iss: 'hunter2' })).catch((reason: unknown) => reason);
    expect(String(thrown)).not.toContain('hunter2');
  });

  it('is refused where it was not signed by the issuer, whatever it says of itself', async () => {
    const { callerOf } = await open();
    const stranger = await createIssuer();
    await refused(callerOf(await stranger.token()), 'signature is not right');
    const [head, , signature] = (await issuer.token()).split('.');
    const [, body] = (await issuer.token({ sub: 'eve' })).split('.');
    await refused(callerOf(`${head}.${body}.${signature}`), 'signature is not right');
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'eve', exp: Math.floor(Date.now() / 1000) + 60 };
    await refused(callerOf(new UnsecuredJWT(claims).encode()), 'must be signed with one of RS256, ES256');
    const shared = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'first' });
    const publicKey = new TextEncoder().encode(JSON.stringify(issuer.keys[0]));
    await refused(callerOf(await shared.sign(publicKey)), 'must be signed with one of RS256, ES256');
    const weaker = await open({ algorithms: ['RS256'] });
    await refused(weaker.callerOf(await issuer.token()), 'must be signed with one of RS256');
  });

  it('is good within the tolerance, and remembered no longer than it lives', async () => {
    const { callerOf, clock, tokens } = await open({ keptMs: 600_000 });
    const nowS = Math.floor(Date.now() / 1000);
    expect(await callerOf(await issuer.token({ exp: nowS - 20 }))).toMatchObject({ subject: 'ada' });
    const token = await issuer.token({ exp: nowS + 60 });
    const first = await callerOf(token);
    // Known by now, so it is answered at once and not by a promise.
    expect(tokens.callerOf(`Bearer ${token}`)).toBe(first);
    clock.pass(91_000);
    await refused(callerOf(token), 'has expired');
  });
});

describe('keys', () => {
  it('in a file may be added and withdrawn while the service runs', async () => {
    const { callerOf, clock } = await open({ keptMs: 10_000 });
    const old = await issuer.token();
    expect(await callerOf(old)).toMatchObject({ subject: 'ada' });
    await issuer.addKey('second');
    const next = await issuer.token({}, 'second');
    await refused(callerOf(next), 'does not have');
    await issuer.write(path);
    clock.pass(1_001);
    expect(await callerOf(next)).toMatchObject({ subject: 'ada' });
    issuer.removeKey('first');
    await issuer.write(path);
    clock.pass(10_001);
    await refused(callerOf(old), 'does not have');
    expect(await callerOf(next)).toMatchObject({ subject: 'ada' });
    issuer = await createIssuer();
  });

  it('at a URL are fetched once, and again for a key that is new', async () => {
    let asked = 0;
    let isDown = false;
    const server: Server = createServer((_request, response) => {
      asked++;
      if (isDown) response.writeHead(503).end();
      else response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: issuer.keys }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on a port has an address of that kind.
    const { port } = server.address() as AddressInfo;
    const keys = `http://127.0.0.1:${port}/jwks`;
    const { callerOf } = await open({ keys, keptMs: 0 });
    await callerOf(await issuer.token());
    await callerOf(await issuer.token({ sub: 'bob' }));
    expect(asked).toBe(1);
    isDown = true;
    const fresh = await open({ keys });
    await expect(fresh.callerOf(await issuer.token())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('are refused where anybody could change them on their way, or the file is no JWKS', async () => {
    const keysOf = (keys: string) => tokenSettings.safeParse({ issuer: ISSUER, audience: AUDIENCE, keys });
    expect(keysOf('http://issuer.example/jwks').success).toBe(false);
    expect(keysOf('jwks.json').success).toBe(false);
    expect(keysOf('https://issuer.example/jwks').success).toBe(true);
    expect(tokenSettings.safeParse({ ...settingsOf({ keys: 'file:x' }), algorithms: ['HS256'] }).success).toBe(false);
    await expect(open({ keys: `file:${join(folder, 'none.json')}` })).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('none.json'),
    });
  });
});
