import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRpcServer, unobserved } from '@isochron/rpc';
import { ExternalSourceService, type FetchRequest, type FetchResponse } from '@isochron/rpc/external';
import { doubleType, IsochronError } from '@isochron/schema';
import { type Authority, createAuthority, LOCAL_NAMES } from '@isochron/service/certificates';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accounts, ask, planOf, sourcesOf } from './external.fixture.ts';
import type { ExternalSources } from './external-sources.ts';

const plan = planOf({ score: doubleType });
const TOKEN = 'Bearer of-a-file';

let folder: string;
let trusted: string;
let others: string;
let address: { readonly grpc: string; readonly http: string };
const closings: (() => unknown)[] = [];
const opened: ExternalSources[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isochron-external-tls-'));
  trusted = join(folder, 'ca.crt');
  others = join(folder, 'others.crt');
  const authority = await createAuthority('ours');
  await writeFile(trusted, authority.certificate);
  await writeFile(others, (await createAuthority('others')).certificate);
  await writeFile(join(folder, 'token'), `${TOKEN}\n`);
  address = { grpc: await serveGrpc(authority), http: await serveHttp(authority) };
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sources) => sources.close()));
});
afterAll(async () => {
  for (const close of closings) await close();
  await rm(folder, { recursive: true });
});

/** Answers 1.5 to who shows the token. */
async function serveGrpc(authority: Authority): Promise<string> {
  const { certificate, key } = await authority.issue('risk', LOCAL_NAMES);
  const server = createRpcServer({
    host: '127.0.0.1',
    port: 0,
    requestBytesMax: 1 << 20,
    observe: () => unobserved,
    tls: { current: { certificate, key, clientAuthority: null }, onReplaced: () => undefined },
    authenticate: ({ authorization }) => {
      if (authorization === TOKEN) return { kind: 'token', subject: 'fetcher', teams: [] };
      throw new IsochronError('UNAUTHENTICATED', 'Show the token.');
    },
  });
  const empty = { strings: [], longs: [], bools: [], blobs: [], nulls: [], values: [] };
  const fetch = async ({ rows }: FetchRequest): Promise<FetchResponse> => ({
    columns: { score: { ...empty, doubles: Array.from({ length: rows }, () => 1.5) } },
    notFound: [],
    errors: {},
  });
  server.add(ExternalSourceService, { fetch: server.unary(fetch) });
  closings.push(() => server.drain(0));
  return `localhost:${await server.listen()}`;
}

async function serveHttp(authority: Authority): Promise<string> {
  const { certificate: cert, key } = await authority.issue('risk', LOCAL_NAMES);
  const server = createServer({ cert, key }, (request, response) => {
    const isKnown = request.headers.authorization === TOKEN;
    request.resume().on('end', () => {
      response.writeHead(isKnown ? 200 : 401).end(JSON.stringify({ columns: { score: [1.5] } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address of a port.
  return `https://localhost:${(server.address() as AddressInfo).port}/features`;
}

const trusting = (kind: 'grpc' | 'http', certificates?: string): object => {
  const named = certificates === undefined ? {} : { certificates };
  return kind === 'grpc' ? { kind, address: address.grpc, tls: named } : { kind, address: address.http, ...named };
};
const token = () => ({ headers: { authorization: `file:${join(folder, 'token')}` } });

async function asked(settings: object) {
  const sources = sourcesOf({ timeoutMs: 10_000, attemptsMax: 1, ...settings });
  opened.push(sources);
  return ask(sources, plan, accounts('a'));
}

test.each(['grpc', 'http'] as const)(
  'over TLS, trusting a file of certificates, with a token of a file: %s',
  async (kind) => {
    expect(await asked({ ...trusting(kind, trusted), ...token() })).toEqual({
      rows: [[[1.5, 'PRESENT']]],
      error: null,
      code: null,
    });
    expect(await asked(trusting(kind, trusted))).toMatchObject({ code: 'UNAUTHENTICATED' });
  },
);

test.each(['grpc', 'http'] as const)('whose certificate nobody trusts is not asked: %s', async (kind) => {
  for (const certificates of [undefined, others])
    expect(await asked({ ...trusting(kind, certificates), ...token() })).toMatchObject({ code: 'UNAVAILABLE' });
});

test('who speaks TLS is not asked in the clear', async () => {
  const clear = { kind: 'grpc', address: address.grpc, ...token() };
  expect(await asked(clear)).toMatchObject({ code: 'UNAVAILABLE' });
});

test.each(['grpc', 'http'] as const)('certificates that are none are refused when the source is set up: %s', (kind) => {
  for (const path of [join(folder, 'token'), join(folder, 'nowhere')])
    expect(() => sourcesOf(trusting(kind, path))).toThrow(`The certificates in ${path} cannot be read: `);
});
