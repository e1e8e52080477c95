import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { createAuthority, LOCAL_NAMES, writeCertificate } from '@isochron/service/certificates';
import { AUDIENCE, createIssuer, ISSUER } from '@isochron/service/issuer';
import type { Job, Proof } from '../load/job.ts';
import { type LoadClient, startLoadClient } from '../load/load-client.ts';
import { type Measured, measure, medianOf } from '../load/measure.ts';
import type { Server } from '../load/server.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { checkedAnswer, checkedJson } from './answers.ts';
import { type BenchHome, benchHome } from './homes.ts';
import { askOnce, fetchJob, type Ports, type Protocol, startFetcherServer, WARMING_REQUESTS } from './wire.ts';

/** A way to guard the service, and how its caller gets in. */
interface Way {
  readonly name: string;
  /** Settings of the service. */
  readonly guard: object;
  readonly proof: Proof;
}

interface Guarded extends Way {
  readonly server: Server<Ports>;
}

const CLIENT = 'spiffe://bench/client';

/** What TLS, client certificates and bearer tokens cost the service: requests of one row, the ways in turns, connections kept. */
export async function securitySection({ quick, runs }: BenchOptions): Promise<void> {
  const home = await benchHome(quick);
  const folder = await mkdtemp(pathOf(tmpdir(), 'isochron-bench-'));
  const ways = await waysIn(folder);
  const servers: Guarded[] = [];
  for (const way of ways) servers.push({ ...way, server: await startFetcherServer(home.home, { guard: way.guard }) });
  const client = await startLoadClient();
  try {
    const rows: (readonly string[])[] = [];
    for (const protocol of ['grpc', 'http'] as const) {
      let schemaHash = '';
      for (const guarded of servers) schemaHash = await warmUp(client, guarded, { protocol, home, quick });
      for (const concurrency of [1, 8]) {
        const measuring = { protocol, concurrency, schemaHash, home, quick, turns: runs };
        rows.push(...(await measureWays(client, servers, measuring)));
      }
    }
    const heads = [
      'protocol',
      'c',
      'guarded by',
      'CPU, us',
      'more than plain',
      'p50, ms',
      'p99',
      'requests/s',
      'failed',
    ];
    process.stdout.write(`${table(heads, rows)}\n`);
  } finally {
    await client.stop();
    await Promise.all(servers.map(({ server }) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function waysIn(folder: string): Promise<readonly Way[]> {
  const [authority, issuer] = [await createAuthority('bench'), await createIssuer()];
  const { certificate, key, clientCertificateAuthority } = await writeCertificate(
    folder,
    await authority.issue('server', LOCAL_NAMES),
    authority,
  );
  const tokens = { issuer: ISSUER, audience: AUDIENCE, keys: await issuer.write(pathOf(folder, 'jwks.json')) };
  const token = await issuer.token({ teams: ['bench'], exp: Math.floor(Date.now() / 1000) + 3_600 });
  const tls = { certificate, key };
  const trusted = { authority: authority.certificate };
  const mutual = {
    tls: { ...tls, clientCertificateAuthority },
    access: { grants: [{ subjects: [CLIENT], read: ['*'] }] },
  };
  return [
    { name: 'nothing', guard: {}, proof: {} },
    { name: 'a token', guard: { tokens }, proof: { token } },
    { name: 'a token, verified at each request', guard: { tokens: { ...tokens, keptMs: 0 } }, proof: { token } },
    { name: 'TLS', guard: { tls, insecure: { withoutAuthentication: true } }, proof: trusted },
    { name: 'TLS and a token', guard: { tls, tokens }, proof: { ...trusted, token } },
    {
      name: 'mTLS',
      guard: mutual,
      proof: { ...trusted, certificate: await authority.issue('client', [`url:${CLIENT}`]) },
    },
  ];
}

interface Measuring {
  readonly protocol: Protocol;
  readonly concurrency: number;
  readonly schemaHash: string;
  readonly home: BenchHome;
  readonly quick: boolean;
  readonly turns: number;
}

async function measureWays(
  client: LoadClient,
  servers: readonly Guarded[],
  measuring: Measuring,
): Promise<readonly (readonly string[])[]> {
  const { protocol, concurrency, turns } = measuring;
  const measured = new Map<string, Measured[]>();
  for (let turn = 0; turn < turns; turn++) {
    for (const guarded of servers) {
      const figures = await measure(client, guarded.server, jobOf(guarded, measuring));
      measured.set(guarded.name, [...(measured.get(guarded.name) ?? []), figures]);
    }
  }
  const medians = [...measured].map(([name, all]) => [name, medianOf(all)] as const);
  const plain = medians[0]?.[1].serverMicros ?? Number.NaN;
  return medians.map(([name, { serverMicros, p50Ms, p99Ms, requestsPerSecond, errors, firstError }]) => [
    ...[protocol, String(concurrency), name, whole(serverMicros)],
    name === medians[0]?.[0] ? '' : whole(serverMicros - plain),
    ...[rounded(p50Ms), rounded(p99Ms), whole(requestsPerSecond)],
    errors === 0 ? '0' : `${errors}: ${firstError}`,
  ]);
}

/** Until the engine has compiled both ends. Who is not let in is noticed here; answers the hash of the answer's schema, which is checked. */
async function warmUp(
  client: LoadClient,
  guarded: Guarded,
  { protocol, home, quick }: Pick<Measuring, 'protocol' | 'home' | 'quick'>,
): Promise<string> {
  const job = jobOf(guarded, { protocol, home, quick, concurrency: 8, schemaHash: '' });
  const answer = await askOnce(client, job);
  await client.run({ ...job, durationMs: 60_000, requestsMax: quick ? 200 : WARMING_REQUESTS / 2 });
  return protocol === 'grpc' ? checkedAnswer(answer, home.numbers, 1) : checkedJson(answer, home.numbers, 1);
}

function jobOf(
  { server, proof }: Guarded,
  { protocol, concurrency, schemaHash, home, quick }: Omit<Measuring, 'turns'>,
): Job {
  const durationMs = quick ? 200 : 1_200;
  const asked = { rows: 1, requests: 4_000, atMs: home.atMs, schemaHash, concurrency, durationMs };
  return { ...fetchJob(server, home.numbers, protocol, asked), proof };
}
