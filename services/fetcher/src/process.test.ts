import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { call, createClient, streamed } from '@isochron/rpc';
import { FetcherClient } from '@isochron/rpc/fetcher';
import { HealthClient, HealthCheckResponse_ServingStatus as Status } from '@isochron/rpc/grpc-health';
import { createAuthority, LOCAL_NAMES, writeCertificate } from '@isochron/service/certificates';
import { AUDIENCE, createIssuer, ISSUER } from '@isochron/service/issuer';
import { killSpawned, type Spawned, spawnService } from '@isochron/service/spawned';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  ADDRESS,
  byUser,
  E,
  groupByOf,
  HOUR_MS,
  joinOf,
  order,
  PROFILE,
  profile,
  request,
  Shop,
} from './fetcher.fixture.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const SECRET_KEY = 'ann-of-the-4th-floor';
const SECRET_VALUE = 'darjeeling-first-flush';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const HEADER = `00-${TRACE}-${PARENT}-01`;

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
  await shop.upload(1, E, { [SECRET_KEY]: [order(E - HOUR_MS, 5n, 2.5, SECRET_VALUE)] });
  await shop.publish(groupByOf(byUser()), joinOf(profile()));
});
afterAll(() => shop.dispose());

const running: Spawned[] = [];
const servers: Server[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await killSpawned(each);
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function start(settings: Readonly<Record<string, string>>): Promise<Spawned> {
  const spawned = await spawnService(MAIN, shop.home, {
    ISOCHRON_SET_REPOSITORY: ADDRESS.repository,
    ISOCHRON_SET_ENVIRONMENT: ADDRESS.environment,
    ISOCHRON_SET_BRANCH: ADDRESS.branch,
    ...settings,
  });
  running.push(spawned);
  return spawned;
}

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
}

/** What takes spans as OTLP over HTTP. */
async function startCollector(): Promise<{
  readonly url: string;
  readonly spans: SentSpan[];
  readonly text: () => string;
}> {
  const spans: SentSpan[] = [];
  const texts: string[] = [];
  const server = createServer(async (asked, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    texts.push(text);
    for (const { scopeSpans } of JSON.parse(text).resourceSpans)
      for (const each of scopeSpans) spans.push(...each.spans);
    response.setHeader('content-type', 'application/json').end('{}');
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of that kind.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, spans, text: () => texts.join('') };
}

describe('a fetcher that others could reach', () => {
  it('does not start unguarded, and says what to set', async () => {
    const environment = { PATH: '', ISOCHRON_HOME: shop.home, ISOCHRON_HOST: '0.0.0.0' };
    const started = promisify(execFile)(process.execPath, [MAIN], { env: environment });
    await expect(started).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: host is 0\.0\.0\.0.*tls\.certificate.*ISOCHRON_INSECURE_WITHOUT_TLS=true/),
    });
    const withoutTls = { ...environment, ISOCHRON_INSECURE_WITHOUT_TLS: 'true' };
    await expect(promisify(execFile)(process.execPath, [MAIN], { env: withoutTls })).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ISOCHRON_INSECURE_WITHOUT_AUTHENTICATION=true'),
    });
  });

  it('starts with TLS and tokens from its environment, and serves', async () => {
    const [authority, issuer] = await Promise.all([createAuthority('ours'), createIssuer()]);
    const { certificate, key } = await writeCertificate(shop.home, await authority.issue('server', LOCAL_NAMES));
    const spawned = await start({
      ISOCHRON_HOST: '0.0.0.0',
      ISOCHRON_TLS_CERTIFICATE: certificate,
      ISOCHRON_TLS_KEY: key,
      ISOCHRON_TOKENS_ISSUER: ISSUER,
      ISOCHRON_TOKENS_AUDIENCE: AUDIENCE,
      ISOCHRON_TOKENS_KEYS: await issuer.write(join(shop.home, 'jwks.json')),
    });
    const token = await issuer.token({ teams: ['shop'] });
    const tls = { authority: authority.certificate };
    const client = createClient(FetcherClient, `localhost:${spawned.grpcPort}`, { tls, token: async () => token });
    const { rows } = await call(client, client.fetchJoin, request([SECRET_KEY]), { timeoutMs: 10_000 });
    expect(rows).toBe(1);
    client.close();
    spawned.process.kill('SIGTERM');
    expect(await spawned.exited).toEqual([0, null]);
    expect(JSON.stringify(spawned.logged)).not.toContain(token);
  });
});

describe('the health protocol of gRPC', () => {
  it('says that it serves, and no more once it is told to stop, while calls are still answered', async () => {
    const spawned = await start({ ISOCHRON_DRAIN_DELAY_MS: '3000' });
    const client = createClient(HealthClient, `127.0.0.1:${spawned.grpcPort}`);
    const check = (service: string) => call(client, client.check, { service }, { timeoutMs: 10_000 });
    expect((await check('')).status).toBe(Status.SERVING);
    expect((await check('isochron.fetcher.v1.Fetcher')).status).toBe(Status.SERVING);
    await expect(check('other')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const seen: Status[] = [];
    const left = new AbortController();
    for await (const { status } of streamed(client, client.watch, { service: '' }, left.signal)) {
      seen.push(status);
      if (seen.length === 1) spawned.process.kill('SIGTERM');
      else break;
    }
    expect(seen).toEqual([Status.SERVING, Status.NOT_SERVING]);
    expect((await fetch(`${spawned.base}/readyz`)).status).toBe(503);
    const fetcher = createClient(FetcherClient, `127.0.0.1:${spawned.grpcPort}`);
    const settings = { timeoutMs: 10_000, attemptsMax: 1 };
    expect((await call(fetcher, fetcher.fetchJoin, request([SECRET_KEY]), settings)).rows).toBe(1);
    fetcher.close();
    client.close();
    expect(await spawned.exited).toEqual([0, null]);
  });
});

const FETCHED = 'authenticate,request,values,external,derive,answer,send';

describe('traces and logs', () => {
  it('follow a call by its traceparent, over both protocols, until the service stops', async () => {
    const collector = await startCollector();
    const spawned = await start({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      // Nothing but the end of the process sends them.
      OTEL_BSP_SCHEDULE_DELAY: '600000',
      ISOCHRON_LOG_LEVEL: 'debug',
    });
    const client = createClient(FetcherClient, `127.0.0.1:${spawned.grpcPort}`);
    const settings = { timeoutMs: 10_000, attemptsMax: 1, headers: { traceparent: HEADER } };
    await call(client, client.fetchJoin, request([SECRET_KEY]), settings);
    const unknown = request([SECRET_KEY], { join: 'shop/none' });
    await expect(call(client, client.fetchJoin, unknown, settings)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    client.close();
    const post = (body: object) =>
      fetch(`${spawned.base}/v3/fetch/join/${PROFILE}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', traceparent: HEADER },
        body: JSON.stringify(body),
      });
    expect((await post({ keys: { user: [SECRET_KEY] } })).status).toBe(200);
    const wrong = await post({ keys: { user: [SECRET_KEY] }, context: { ext_contextual_basket: SECRET_VALUE } });
    expect(wrong.status).toBe(400);
    expect(collector.spans).toEqual([]);
    spawned.process.kill('SIGTERM');
    expect(await spawned.exited).toEqual([0, null]);
    await vi.waitFor(() => expect(collector.spans.length).toBeGreaterThan(0));

    expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
    const calls = collector.spans.filter(({ parentSpanId }) => parentSpanId === PARENT);
    const [grpc, http] = ['isochron.fetcher.v1.Fetcher/FetchJoin', 'POST /v3/fetch/join/*'];
    expect(calls.map(({ name }) => name).toSorted()).toEqual([http, http, grpc, grpc].toSorted());
    const stages = calls.map(({ spanId }) =>
      collector.spans.filter(({ parentSpanId }) => parentSpanId === spanId).map(({ name }) => name),
    );
    expect(stages.map((names) => names.join()).toSorted()).toEqual(
      [FETCHED, FETCHED, 'authenticate,request,send', 'authenticate,request,send'].toSorted(),
    );

    const lines = spawned.logged.filter(({ code }) => code !== undefined);
    expect(lines.map(({ code }) => code).toSorted()).toEqual(['INVALID_ARGUMENT', 'NOT_FOUND']);
    for (const line of lines) {
      expect(line['logging.googleapis.com/trace']).toBe(TRACE);
      expect(calls.map(({ spanId }) => spanId)).toContain(line['logging.googleapis.com/spanId']);
    }
    for (const text of [JSON.stringify(spawned.logged), collector.text()]) {
      expect(text).not.toContain(SECRET_KEY);
      expect(text).not.toContain(SECRET_VALUE);
    }
  });

  it('are made for a part of the calls, by what the caller or the settings say', async () => {
    const collector = await startCollector();
    const spawned = await start({
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/v1/traces`,
      OTEL_TRACES_SAMPLER: 'parentbased_always_off',
    });
    const ping = (headers: Readonly<Record<string, string>>) => fetch(`${spawned.base}/ping`, { headers });
    await ping({});
    await ping({ traceparent: `00-${TRACE}-${PARENT}-00` });
    await ping({ traceparent: 'nonsense' });
    await ping({ traceparent: HEADER });
    spawned.process.kill('SIGTERM');
    await spawned.exited;
    const calls = collector.spans.filter(({ name }) => name === 'GET /ping');
    expect(calls.map(({ parentSpanId }) => parentSpanId)).toEqual([PARENT]);
  });
});
