import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, createClient, streamed } from '@isochron/rpc';
import {
  CompilerClient,
  type ObjectFile,
  type PublishRequest,
  type PublishResponse,
  type SetAddress,
  type SetVersion,
} from '@isochron/rpc/compiler';
import { stop } from '@isochron/service';
import { readCompilerConfig, type StartedCompiler, startCompiler } from './wiring.ts';

export const ADDRESS: SetAddress = { repository: 'flights', environment: 'prod', branch: 'main' };

export interface Workplace {
  readonly home: string;
  readonly service: StartedCompiler;
  readonly client: InstanceType<typeof CompilerClient>;
  /** `http://127.0.0.1:…`. */
  readonly base: string;
  dispose(): Promise<void>;
}

/** The service in this process, on a home of its own. */
export async function openWorkplace(settings: object = {}): Promise<Workplace> {
  const home = await mkdtemp(join(tmpdir(), 'isochron-compiler-'));
  const flags = {
    home,
    grpc: { port: 0 },
    http: { port: 0 },
    drain: { delayMs: 0, timeoutMs: 1_000 },
    log: { level: 'fatal' },
    ...settings,
  };
  const service = await startCompiler(readCompilerConfig(flags, {}));
  const client = createClient(CompilerClient, `127.0.0.1:${service.grpcPort}`);
  return {
    home,
    service,
    client,
    base: `http://127.0.0.1:${service.httpPort}`,
    dispose: async () => {
      client.close();
      await stop(service);
      await rm(home, { recursive: true, force: true });
    },
  };
}

export const SETTINGS = { timeoutMs: 20_000 } as const;

type Texts = readonly { readonly file: string; readonly json: string }[];

export const filesOf = (texts: Texts): readonly ObjectFile[] =>
  texts.map(({ file, json }) => ({ file, content: { $case: 'json', value: json } }));

export const requestOf = (texts: Texts, expectedHash?: string, more: Partial<PublishRequest> = {}): PublishRequest => ({
  address: ADDRESS,
  expectedHash,
  objects: filesOf(texts),
  dialect: '',
  who: 'ada',
  message: 'a change',
  ...more,
});

export const publish = ({ client }: Pick<Workplace, 'client'>, request: PublishRequest): Promise<PublishResponse> =>
  call(client, client.publish, request, SETTINGS);

export const head = ({ client }: Pick<Workplace, 'client'>, address = ADDRESS): Promise<SetVersion> =>
  call(client, client.getHead, { address }, SETTINGS);

export const watched = ({ client }: Pick<Workplace, 'client'>, afterVersion: number, signal: AbortSignal) =>
  streamed(client, client.watchSet, { address: ADDRESS, afterVersion }, signal);

/** Of a GET or POST: its status, and its body as JSON. */
export async function http(
  base: string,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(base + path, body === undefined ? {} : post);
  return { status: response.status, body: await response.json() };
}
