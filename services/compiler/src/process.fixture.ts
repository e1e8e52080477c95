import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createClient } from '@isochron/rpc';
import { CompilerClient } from '@isochron/rpc/compiler';

/** The service in a process of its own. */
export interface Started {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  readonly client: InstanceType<typeof CompilerClient>;
  readonly base: string;
  readonly grpcPort: number;
  readonly httpPort: number;
  /** Everything it has logged so far. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  readonly exited: Promise<readonly [code: number | null, signal: string | null]>;
}

export async function startProcess(home: string, settings: Readonly<Record<string, string>> = {}): Promise<Started> {
  const environment = {
    PATH: '',
    ISOCHRON_HOME: home,
    ISOCHRON_GRPC_PORT: '0',
    ISOCHRON_HTTP_PORT: '0',
    ISOCHRON_DRAIN_DELAY_MS: '0',
    ...settings,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
  const exited = once(child, 'exit').then(([code, signal]) => [code, signal] as const);
  const logged: Record<string, unknown>[] = [];
  const listening = Promise.withResolvers<{ grpcPort: number; httpPort: number }>();
  createInterface(child.stdout).on('line', (line) => {
    const entry = JSON.parse(line);
    logged.push(entry);
    if (entry.message === 'listening') listening.resolve(entry);
  });
  void exited.then(([code, signal]) => listening.reject(new Error(`It ended by itself, with ${code ?? signal}.`)));
  const { grpcPort, httpPort } = await listening.promise;
  const client = createClient(CompilerClient, `127.0.0.1:${grpcPort}`);
  return { process: child, client, base: `http://127.0.0.1:${httpPort}`, grpcPort, httpPort, logged, exited };
}

/** Ends it as a crash would. */
export async function kill({ process: child, client, exited }: Started): Promise<void> {
  client.close();
  child.kill('SIGKILL');
  await exited;
}
