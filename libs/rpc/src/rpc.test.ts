import { setTimeout as pause } from 'node:timers/promises';
import { IsochronError, type StatusCode, statusCodes } from '@isochron/schema';
import { afterEach, describe, expect, it } from 'vitest';
import { type Call, type CallContext, type Outcome, unobserved } from './call.ts';
import { type Authenticator, certificateSubject } from './caller.ts';
import { call, createClient, streamed } from './client.ts';
import { CompilerClient, CompilerService, type SetAddress, type SetVersion } from './compiler.ts';
import { createRpcServer, type RpcServer } from './server.ts';

const ADDRESS: SetAddress = { repository: 'flights', environment: 'prod', branch: 'main' };
const VERSION: SetVersion = {
  version: 1,
  hash: 'abc',
  previousHash: undefined,
  rolledBackTo: undefined,
  who: 'ada',
  atMs: 1_700_000_000_000,
  message: 'ä',
  objects: 1,
  added: 1,
  changed: 0,
  removed: 0,
};

interface Handlers {
  readonly head?: (address: SetAddress | undefined, context: CallContext) => Promise<SetVersion>;
  readonly watch?: (after: number, context: CallContext) => AsyncIterable<SetVersion>;
}

interface Started {
  readonly server: RpcServer;
  readonly client: InstanceType<typeof CompilerClient>;
  readonly calls: readonly (readonly [Call, Outcome])[];
}

const started: Started[] = [];
afterEach(async () => {
  for (const { client, server } of started.splice(0)) {
    client.close();
    await server.drain(100);
  }
});

async function start({ head, watch }: Handlers, authenticate?: Authenticator): Promise<Started> {
  const calls: (readonly [Call, Outcome])[] = [];
  const server = createRpcServer({
    host: '127.0.0.1',
    port: 0,
    requestBytesMax: 10_000,
    ...(authenticate !== undefined && { authenticate }),
    observe: ({ protocol, method, traceParent }) => ({
      ...unobserved,
      end: (outcome) => calls.push([{ protocol, method, traceParent }, outcome]),
    }),
  });
  const { unary, stream } = server;
  const unused = unary<unknown, never>(() => Promise.reject(new IsochronError('UNIMPLEMENTED', 'Not here.')));
  const rest = Object.fromEntries(Object.keys(CompilerService).map((name) => [name, unused]));
  server.add(CompilerService, {
    ...rest,
    getHead: unary((request: { address: SetAddress | undefined }, context) =>
      (head ?? (async () => VERSION))(request.address, context),
    ),
    watchSet: stream((request: { afterVersion: number }, context) => (watch ?? nothing)(request.afterVersion, context)),
  });
  const port = await server.listen();
  const all = { server, client: createClient(CompilerClient, `127.0.0.1:${port}`), calls };
  started.push(all);
  return all;
}

async function* nothing(): AsyncGenerator<SetVersion> {}

const getHead = ({ client }: Started, settings: Partial<Parameters<typeof call>[3]> = {}, address = ADDRESS) =>
  call(client, client.getHead, { address }, { timeoutMs: 5_000, attemptsMax: 1, ...settings });

describe('a unary call', () => {
  it('brings request and answer across', async () => {
    const seen: (SetAddress | undefined)[] = [];
    const all = await start({
      head: async (address) => {
        seen.push(address);
        return VERSION;
      },
    });
    expect(await getHead(all)).toEqual(VERSION);
    expect(seen).toEqual([ADDRESS]);
    expect(all.calls).toEqual([
      [
        { protocol: 'grpc', method: 'isochron.compiler.v1.Compiler/GetHead', traceParent: null },
        { code: 'OK', thrown: null },
      ],
    ]);
  });

  it('rejects with the very error, whatever its code', async () => {
    for (const code of Object.keys(statusCodes) as StatusCode[]) {
      const all = await start({ head: () => Promise.reject(new IsochronError(code, `It is ${code} – ä`)) });
      const thrown = await getHead(all).catch((reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(IsochronError);
      expect(thrown).toMatchObject({ code, message: `It is ${code} – ä` });
      expect(all.calls[0]?.[1]).toMatchObject({ code });
    }
  });

  it('tells nothing of what we got wrong but that we did', async () => {
    const fault = new TypeError('secret thing is undefined');
    const all = await start({ head: () => Promise.reject(fault) });
    const thrown = await getHead(all).catch((reason: unknown) => reason);
    expect(thrown).toMatchObject({ code: 'INTERNAL' });
    expect(String(thrown)).not.toContain('secret');
    expect(all.calls[0]?.[1]).toEqual({ code: 'INTERNAL', thrown: fault });
  });

  it('is refused where the request is too large', async () => {
    const all = await start({});
    const large = getHead(all, {}, { ...ADDRESS, branch: 'x'.repeat(10_001) });
    await expect(large).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining('10000'),
    });
  });

  it('ends at its deadline, and its handler learns of it', async () => {
    const aborted = Promise.withResolvers<void>();
    const all = await start({
      head: (_address, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted.resolve();
            reject(signal.reason);
          });
        }),
    });
    await expect(getHead(all, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await aborted.promise;
    await expect.poll(() => all.calls[0]?.[1].code).toMatch(/CANCELLED|DEADLINE_EXCEEDED/);
  });

  it('ends when its caller goes, and its handler learns of it', async () => {
    const begun = Promise.withResolvers<void>();
    const aborted = Promise.withResolvers<void>();
    const all = await start({
      head: async (_address, { signal }) => {
        begun.resolve();
        signal.addEventListener('abort', () => aborted.resolve());
        await aborted.promise;
        return VERSION;
      },
    });
    const stop = new AbortController();
    const answer = getHead(all, { signal: stop.signal });
    await begun.promise;
    stop.abort();
    await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
    await aborted.promise;
  });

  it('is tried again while the server is unavailable, and not otherwise', async () => {
    const codes: StatusCode[] = ['UNAVAILABLE', 'UNAVAILABLE'];
    const head = async () => {
      const code = codes.shift();
      if (code !== undefined) throw new IsochronError(code, 'Not now.');
      return VERSION;
    };
    const all = await start({ head });
    expect(await getHead(all, { attemptsMax: 3 })).toEqual(VERSION);
    codes.push('UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE');
    await expect(getHead(all, { attemptsMax: 3 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    codes.push('ABORTED', 'ABORTED');
    await expect(getHead(all, { attemptsMax: 3 })).rejects.toMatchObject({ code: 'ABORTED' });
    expect(codes).toEqual(['ABORTED']);
  });

  it('is UNAVAILABLE where nobody listens', async () => {
    const client = createClient(CompilerClient, '127.0.0.1:1');
    await expect(call(client, client.getHead, { address: ADDRESS }, { timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    client.close();
  });
});

describe('what a handler is told', () => {
  const seen: CallContext[] = [];
  const head = async (_address: unknown, context: CallContext) => {
    seen.push(context);
    return VERSION;
  };

  it('is who calls, and until when an answer is waited for', async () => {
    const all = await start({ head }, async (shown) => {
      const { authorization } = shown;
      if (authorization === null) throw new IsochronError('UNAUTHENTICATED', 'Say who you are.');
      expect(shown.certificateSubject()).toBe(null);
      return { kind: 'token', subject: authorization, teams: ['fraud'] };
    });
    const beforeMs = Date.now();
    await getHead(all, { headers: { authorization: 'Bearer ada' } });
    const [context] = seen.splice(0);
    expect(context?.caller).toEqual({ kind: 'token', subject: 'Bearer ada', teams: ['fraud'] });
    expect(context?.deadlineMs).toBeGreaterThan(beforeMs + 4_000);
    expect(context?.deadlineMs).toBeLessThanOrEqual(Date.now() + 5_000);
    await expect(getHead(all)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: 'Say who you are.' });
    expect(seen).toEqual([]);
    expect(all.calls[1]?.[1].code).toBe('UNAUTHENTICATED');
  });
});

describe('the subject of a certificate', () => {
  it.each<[Parameters<typeof certificateSubject>[0], string | null]>([
    [
      { subjectaltname: 'DNS:a.example, URI:spiffe://cluster/ns/x/sa/y', subject: { CN: 'z' } },
      'spiffe://cluster/ns/x/sa/y',
    ],
    [{ subjectaltname: 'IP Address:127.0.0.1, DNS:a.example, DNS:b.example', subject: { CN: 'z' } }, 'a.example'],
    [{ subjectaltname: 'URI:"spiffe://a/\\u002c DNS:admin"', subject: { CN: 'z' } }, 'spiffe://a/, DNS:admin'],
    [{ subject: { CN: ['first', 'second'] } }, 'first'],
    [{ subjectaltname: 'IP Address:127.0.0.1', subject: { CN: 'z' } }, 'z'],
    [{}, null],
  ])('%j', (names, subject) => {
    expect(certificateSubject(names)).toBe(subject);
  });
});

describe('a stream', () => {
  const versions = (client: Started['client'], signal: AbortSignal) =>
    streamed(client, client.watchSet, { address: ADDRESS, afterVersion: 0 }, signal);

  it('brings answers one by one, and the error at its end', async () => {
    const all = await start({
      watch: async function* () {
        yield { ...VERSION, version: 1 };
        yield { ...VERSION, version: 2 };
        throw new IsochronError('DATA_LOSS', 'No more.');
      },
    });
    const seen: number[] = [];
    const read = async () => {
      for await (const { version } of versions(all.client, AbortSignal.timeout(5_000))) seen.push(version);
    };
    await expect(read()).rejects.toMatchObject({ code: 'DATA_LOSS', message: 'No more.' });
    expect(seen).toEqual([1, 2]);
  });

  it('ends when its reader has enough, and its source learns of it', async () => {
    const aborted = Promise.withResolvers<void>();
    const all = await start({
      watch: async function* (_after, { signal }) {
        signal.addEventListener('abort', () => aborted.resolve());
        yield VERSION;
        await aborted.promise;
      },
    });
    for await (const { version } of versions(all.client, AbortSignal.timeout(5_000))) {
      expect(version).toBe(1);
      break;
    }
    await aborted.promise;
  });

  it('does not run ahead of a reader that is slow', async () => {
    let made = 0;
    const message = 'x'.repeat(100_000);
    const all = await start({
      watch: async function* () {
        for (; made < 400; made++) yield { ...VERSION, message };
      },
    });
    const reader = versions(all.client, AbortSignal.timeout(5_000));
    await reader.next();
    await pause(100);
    expect(made).toBeLessThan(100);
    let seen = 1;
    for await (const { version } of reader) seen += version;
    expect(seen).toBe(400);
  });
});

describe('draining', () => {
  it('finishes the calls under way, ends streams, and takes no more', async () => {
    const finish = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const all = await start({
      head: async () => {
        begun.resolve();
        await finish.promise;
        return VERSION;
      },
      watch: async function* (_after, { signal }) {
        yield VERSION;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
    });
    const under = getHead(all);
    await begun.promise;
    const stream = streamed(
      all.client,
      all.client.watchSet,
      { address: ADDRESS, afterVersion: 0 },
      AbortSignal.timeout(5_000),
    );
    await stream.next();
    const drained = all.server.drain(5_000);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    await expect(getHead(all, { timeoutMs: 500 })).rejects.toMatchObject({
      code: expect.stringMatching('UNAVAILABLE|DEADLINE_EXCEEDED'),
    });
    finish.resolve();
    expect(await under).toEqual(VERSION);
    await drained;
  });

  it('cuts off what does not end', async () => {
    const begun = Promise.withResolvers<void>();
    const all = await start({
      head: () => {
        begun.resolve();
        return new Promise(() => {});
      },
    });
    const under = getHead(all).catch((thrown: unknown) => thrown);
    await begun.promise;
    await all.server.drain(50);
    expect(await under).toBeInstanceOf(IsochronError);
  });
});
