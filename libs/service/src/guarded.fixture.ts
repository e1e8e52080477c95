import { request } from 'node:https';
import { connect } from 'node:tls';
import { type CallContext, type ClientTls, call, createClient } from '@isochron/rpc';
import { CompilerClient, CompilerService, type SetVersion } from '@isochron/rpc/compiler';
import { IsochronError } from '@isochron/schema';
import { z } from 'zod';
import type { Certified } from './certificates.fixture.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { frameSettings, openFrame } from './frame.ts';
import { createHealth, type Health } from './health.ts';

const schema = z.strictObject(frameSettings);

/** A service that says who it is called by, over both protocols. */
export interface GuardedService {
  readonly grpcPort: number;
  readonly httpPort: number;
  readonly health: Health;
  close(): Promise<void>;
}

export async function startGuarded(settings: object): Promise<GuardedService> {
  const config = readConfig(schema, { environment: {}, flags: { log: { level: 'fatal' }, ...settings } });
  const frame = await openFrame({ service: 'guarded', version: '1', config });
  const health = createHealth({ checks: {}, clock: systemClock });
  const { rpc, http } = await frame.createServers({
    grpcPort: 0,
    httpPort: 0,
    requestBytesMax: 10_000,
    health,
    about: { title: 'A test', version: '1', description: 'For tests.' },
  });
  const unused = rpc.unary<unknown, never>(() => Promise.reject(new IsochronError('UNIMPLEMENTED', 'Not here.')));
  rpc.add(CompilerService, {
    ...Object.fromEntries(Object.keys(CompilerService).map((name) => [name, unused])),
    getHead: rpc.unary(async (_request: unknown, { caller }: CallContext) => versionOf(caller.subject)),
  });
  http.app.get('/who', async (asked) => http.contextOf(asked).caller);
  const [grpcPort, httpPort] = [await rpc.listen(), await http.listen()];
  return {
    grpcPort,
    httpPort,
    health,
    close: async () => {
      await Promise.all([rpc.drain(1_000), http.drain(1_000)]);
      await frame.close();
    },
  };
}

const versionOf = (who: string): SetVersion => ({
  version: 1,
  hash: '',
  previousHash: undefined,
  rolledBackTo: undefined,
  who,
  atMs: 0,
  message: '',
  objects: 0,
  added: 0,
  changed: 0,
  removed: 0,
});

/** How a test calls it. */
export interface Calling {
  /** null: without TLS. */
  readonly tls: ClientTls | null;
  readonly token?: string;
}

/** Whom it takes its caller for, over gRPC; a connection of its own each time. */
export async function whoOverGrpc({ grpcPort }: GuardedService, { tls, token }: Calling): Promise<string> {
  const proof = { tls, ...(token !== undefined && { token: async () => token }) };
  const client = createClient(CompilerClient, `localhost:${grpcPort}`, proof);
  const address = { repository: 'r', environment: 'e', branch: 'b' };
  try {
    return (await call(client, client.getHead, { address }, { timeoutMs: 5_000, attemptsMax: 1 })).who;
  } finally {
    client.close();
  }
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Over HTTPS, on a connection of its own each time. */
export async function getOverHttps(
  { httpPort }: GuardedService,
  path: string,
  { tls, token }: Calling,
): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const asked = request(
    {
      ...{ host: 'localhost', port: httpPort, path, agent: false },
      ...(tls?.authority && { ca: tls.authority }),
      ...(tls?.certificate && { cert: tls.certificate.certificate, key: tls.certificate.key }),
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    },
  );
  asked.on('error', reject);
  asked.end();
  return promise;
}

/** The serial number of the certificate that is shown on a port, by which one is told from another. */
export async function serialOn(port: number, authority: string, client: Certified | null = null): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const identity = client === null ? {} : { cert: client.certificate, key: client.key };
  const socket = connect({ host: 'localhost', port, ca: authority, ALPNProtocols: ['h2', 'http/1.1'], ...identity });
  socket.on('error', reject).on('secureConnect', () => {
    resolve(socket.getPeerCertificate().serialNumber);
    socket.destroy();
  });
  return promise;
}
