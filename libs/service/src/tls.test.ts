import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientTls } from '@isochron/rpc';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Authority,
  type Certified,
  createAuthority,
  expired,
  LOCAL_NAMES,
  notYetValid,
  replaceFile,
  writeCertificate,
} from './certificates.fixture.ts';
import { type GuardedService, getOverHttps, serialOn, startGuarded, whoOverGrpc } from './guarded.fixture.ts';
import { createLogger } from './logger.ts';
import { TlsFiles, tlsSettings } from './tls.ts';

let authority: Authority;
let stranger: Authority;
let server: Certified;
beforeAll(async () => {
  [authority, stranger] = await Promise.all([createAuthority('ours'), createAuthority('theirs')]);
  server = await authority.issue('server', LOCAL_NAMES);
});

let folder = '';
const services: GuardedService[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isochron-tls-'));
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(tls: object): Promise<GuardedService> {
  const service = await startGuarded({ tls });
  services.push(service);
  return service;
}

const knowing = (certificate: Certified | null = null, by = authority): { readonly tls: ClientTls } => ({
  tls: { authority: by.certificate, certificate },
});

describe('TLS', () => {
  it('serves who trusts the authority of its certificate, over both protocols', async () => {
    const service = await start(await writeCertificate(folder, server));
    expect(await whoOverGrpc(service, knowing())).toBe('');
    expect(await getOverHttps(service, '/who', knowing())).toMatchObject({ status: 200 });
  });

  it('is not believed by who trusts another authority, nor where the certificate is for another name or has expired', async () => {
    const service = await start(await writeCertificate(folder, server));
    await expect(whoOverGrpc(service, knowing(null, stranger))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(getOverHttps(service, '/who', knowing(null, stranger))).rejects.toThrow(/certificate/);
    for (const wrong of [
      await authority.issue('server', ['dns:other.example']),
      await authority.issue('server', LOCAL_NAMES, expired()),
    ]) {
      const other = await start(await writeCertificate(folder, wrong));
      await expect(whoOverGrpc(other, knowing())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await expect(getOverHttps(other, '/who', knowing())).rejects.toThrow(/altnames|expired/);
    }
  });

  it('does not answer who does not encrypt', async () => {
    const service = await start(await writeCertificate(folder, server));
    await expect(whoOverGrpc(service, { tls: null })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(fetch(`http://127.0.0.1:${service.httpPort}/who`)).rejects.toThrow();
  });
});

describe('client certificates', () => {
  it('say who calls, by URI, by name, by common name', async () => {
    const service = await start(await writeCertificate(folder, server, authority));
    const robot = await authority.issue('c', ['dns:robot.example', 'url:spiffe://cluster/ns/models']);
    expect(await whoOverGrpc(service, knowing(robot))).toBe('spiffe://cluster/ns/models');
    const named = await authority.issue('c', ['dns:robot.example']);
    expect(await whoOverGrpc(service, knowing(named))).toBe('robot.example');
    const { text } = await getOverHttps(service, '/who', knowing(await authority.issue('robot')));
    expect(JSON.parse(text)).toEqual({ kind: 'certificate', subject: 'robot', teams: [] });
  });

  it('are asked for: without one, or with one of another authority, expired or not yet valid, nobody is served', async () => {
    const service = await start(await writeCertificate(folder, server, authority));
    const wrong = {
      none: null,
      'of another authority': await stranger.issue('robot'),
      expired: await authority.issue('robot', [], expired()),
      'not yet valid': await authority.issue('robot', [], notYetValid()),
    };
    for (const [what, certificate] of Object.entries(wrong)) {
      const calling = knowing(certificate);
      await expect(whoOverGrpc(service, calling), what).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      const { status, text } = await getOverHttps(service, '/who', calling);
      expect([what, status, JSON.parse(text).error.code]).toEqual([what, 401, 'UNAUTHENTICATED']);
    }
  });

  it('are not asked of probes over HTTP, which have none, but of who reads metrics and the document of routes', async () => {
    const service = await start(await writeCertificate(folder, server, authority));
    const statusOf = async (path: string) => (await getOverHttps(service, path, knowing())).status;
    expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 200]);
    expect([await statusOf('/metrics'), await statusOf('/openapi.json'), await statusOf('/none')]).toEqual([
      401, 401, 401,
    ]);
  });
});

describe('files of certificates', () => {
  it('are replaced under load without a failed call', async () => {
    const service = await start({ ...(await writeCertificate(folder, server, authority)), reloadEveryMs: 50 });
    const client = await authority.issue('robot');
    const calling = knowing(client);
    const serials = async (): Promise<readonly string[]> => [
      await serialOn(service.grpcPort, authority.certificate, client),
      await serialOn(service.httpPort, authority.certificate, client),
    ];
    let isOver = false;
    let calls = 0;
    const load = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        expect(await whoOverGrpc(service, calling)).toBe('robot');
        expect((await getOverHttps(service, '/who', calling)).status).toBe(200);
        calls += 2;
      }
    });
    const seen = [await serials()];
    for (let at = 0; at < 3; at++) {
      const before = seen.at(-1);
      await writeCertificate(folder, await authority.issue('server', LOCAL_NAMES), authority);
      await vi.waitFor(async () => {
        const [grpc, http] = await serials();
        expect(grpc).not.toBe(before?.[0]);
        expect(http).toBe(grpc);
      }, WAITED);
      seen.push(await serials());
    }
    isOver = true;
    await Promise.all(load);
    expect(calls).toBeGreaterThan(20);
    expect(new Set(seen.map(([grpc]) => grpc)).size).toBe(4);
  });

  it('may name another authority of clients from then on', async () => {
    const service = await start({ ...(await writeCertificate(folder, server, authority)), reloadEveryMs: 50 });
    const [old, next] = [await authority.issue('old'), await stranger.issue('next')];
    expect(await whoOverGrpc(service, knowing(old))).toBe('old');
    await replaceFile(join(folder, 'ca.crt'), stranger.certificate);
    await vi.waitFor(async () => expect(await whoOverGrpc(service, knowing(next))).toBe('next'), WAITED);
    expect((await getOverHttps(service, '/who', knowing(next))).status).toBe(200);
    await expect(whoOverGrpc(service, knowing(old))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect((await getOverHttps(service, '/who', knowing(old))).status).toBe(401);
  });

  it('that do not fit together, or are gone, change nothing, which is logged once', async () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const logger = createLogger({ service: 't', version: '1', level: 'info', project: null, stream });
    const settings = tlsSettings.parse({ ...(await writeCertificate(folder, server)), reloadEveryMs: 50 });
    const files = await TlsFiles.open(settings, logger);
    const before = files.current;
    let replaced = 0;
    files.onReplaced(() => replaced++);
    const { key } = await authority.issue('other', LOCAL_NAMES);
    await replaceFile(join(folder, 'tls.key'), key);
    await vi.waitFor(() => expect(lines.join('')).toContain('the old stay in use'), WAITED);
    await rm(join(folder, 'tls.crt'));
    await vi.waitFor(() => expect(lines.join('')).toContain('cannot be read'), WAITED);
    expect([files.current, replaced, lines.length]).toEqual([before, 0, 2]);
    expect(lines.join('')).not.toContain('PRIVATE KEY');
    await replaceFile(join(folder, 'tls.crt'), '');
    await vi.waitFor(() => expect(lines).toHaveLength(3), WAITED);
    expect([files.current, replaced]).toEqual([before, 0]);
    const next = await authority.issue('server', LOCAL_NAMES);
    await writeCertificate(folder, next);
    await vi.waitFor(() => expect(replaced).toBe(1), WAITED);
    await files.close();
    expect(files.current.certificate).toBe(next.certificate.trimEnd());
  });

  it('that are no certificate and its key are refused at the start, by their names and without what they hold', async () => {
    const named = await writeCertificate(folder, server);
    await replaceFile(join(folder, 'tls.key'), 'hunter2');
    await expect(startGuarded({ tls: named })).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringMatching(/tls\.crt.*tls\.key.*no TLS certificate, its key/),
    });
    await expect(startGuarded({ tls: named })).rejects.not.toThrow('hunter2');
    // With an empty one Node would believe every authority that it knows.
    await writeCertificate(folder, server, authority);
    const clientCertificateAuthority = `file:${join(folder, 'ca.crt')}`;
    await replaceFile(join(folder, 'ca.crt'), '');
    const asking = startGuarded({ tls: { ...named, clientCertificateAuthority } });
    await expect(asking).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('ca.crt'),
    });
    await expect(startGuarded({ tls: { ...named, certificate: 'file:/nowhere' } })).rejects.toThrow('/nowhere');
    await expect(startGuarded({ tls: { ...named, key: server.key } })).rejects.toThrow('not the secret itself');
  });
});

const WAITED = { timeout: 10_000, interval: 20 };
