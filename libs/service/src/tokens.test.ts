import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { createLogger } from './logger.ts';
import { AUDIENCE, createIssuer, ISSUER, type TokenIssuer } from './tokens.fixture.ts';
import { Tokens, tokenSettings } from './tokens.ts';

const logger = createLogger({ service: 't', version: '1', level: 'fatal', project: null });
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
  const tokens = await Tokens.open(settingsOf({ keys: await issuer.write(path), ...more }), clock, logger);
  return { clock, callerOf: async (token: string) => tokens.callerOf(`Bearer ${token}`), tokens };
}

const refused = (call: Promise<unknown>, words: string) =>
  expect(call).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining(words) });

describe('a bearer token', () => {
  it('says who calls, and of which teams', async () => {
    const { callerOf } = await open();
    const exp = Math.floor(Date.now() / 1000) + 300;
    expect(await callerOf(await issuer.token({ teams: ['fraud', 'flights', 7], exp }))).toEqual({
      kind: 'token',
      subject: 'ada',
      teams: ['fraud', 'flights'],
      // As long as the service takes it, were it shown again.
      untilMs: exp * 1000 + 30_000,
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
    for (const sub of [7, '', null, { name: 'ada' }]) {
      await refused(callerOf(await issuer.token({ sub })), '"sub" is not a text');
    }
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

const FAR = 4_000_000_000;

interface KeyServer {
  asked: number;
  /** null: the keys. */
  answer: number | string | null;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serveKeys(): Promise<{ readonly server: KeyServer; readonly place: string }> {
  const state: KeyServer = { asked: 0, answer: null };
  const server = createServer((_request, response) => {
    state.asked++;
    const { answer } = state;
    if (typeof answer === 'number') response.writeHead(answer, { location: '/elsewhere' }).end();
    else response.end(answer ?? JSON.stringify({ keys: issuer.keys }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of that kind.
  const { port } = server.address() as AddressInfo;
  return { server: state, place: `http://127.0.0.1:${port}/jwks` };
}

describe('keys', () => {
  it('in a file may be added and withdrawn while the service runs', async () => {
    const { callerOf, clock } = await open({ keptMs: 10_000, keysKeptMs: 10_000 });
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

  it('in a file that is damaged for a moment are those that were there before', async () => {
    const { callerOf, clock } = await open({ keptMs: 0, keysKeptMs: 10_000 });
    await writeFile(path, '{"keys": [');
    clock.pass(10_001);
    expect(await callerOf(await issuer.token())).toMatchObject({ subject: 'ada' });
    // Believed for an hour since they were read, and no longer.
    clock.pass(3_600_000);
    const exp = Math.floor(clock.nowMs() / 1000) + 60;
    await expect(callerOf(await issuer.token({ exp }))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await issuer.write(path);
    clock.pass(1_001);
    expect(await callerOf(await issuer.token({ exp }))).toMatchObject({ subject: 'ada' });
  });

  it('at a URL are fetched once, again for a key that is new, and not for every token with a made-up one', async () => {
    const { server, place } = await serveKeys();
    const { callerOf, clock } = await open({ keys: place, keptMs: 0 });
    await callerOf(await issuer.token());
    await callerOf(await issuer.token({ sub: 'bob' }));
    expect(server.asked).toBe(1);
    await issuer.addKey('second');
    clock.pass(1_001);
    expect(await callerOf(await issuer.token({}, 'second'))).toMatchObject({ subject: 'ada' });
    expect(server.asked).toBe(2);
    const stranger = await createIssuer();
    await stranger.addKey('made up');
    for (let at = 0; at < 20; at++) await refused(callerOf(await stranger.token({}, 'made up')), 'does not have');
    expect(server.asked).toBe(2);
    issuer.removeKey('first');
    clock.pass(300_001);
    await refused(callerOf(await issuer.token()), 'does not have');
    expect(await callerOf(await issuer.token({}, 'second'))).toMatchObject({ subject: 'ada' });
    issuer = await createIssuer();
  });

  it('at a URL that is down, leads elsewhere or has no JWKS are those known before, and where there are none it is said', async () => {
    const { server, place } = await serveKeys();
    const { callerOf, clock } = await open({ keys: place, keptMs: 0 });
    await callerOf(await issuer.token());
    for (const answer of [503, 302, 'no JWKS', '{"keys": 7}'] as const) {
      server.answer = answer;
      clock.pass(300_001);
      expect(await callerOf(await issuer.token({ exp: FAR }))).toMatchObject({ subject: 'ada' });
      const fresh = await open({ keys: place });
      await expect(fresh.callerOf(await issuer.token())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    }
    server.answer = null;
    const late = await open({ keys: place });
    expect(await late.callerOf(await issuer.token())).toMatchObject({ subject: 'ada' });
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
