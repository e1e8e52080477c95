import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A service in a process of its own. */
export interface Spawned {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  readonly base: string;
  readonly grpcPort: number;
  readonly httpPort: number;
  /** Everything it has logged so far. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  readonly exited: Promise<readonly [code: number | null, signal: string | null]>;
}

/** Runs a service's main on ports that the system chooses, and answers when it listens. It knows of its surroundings what is said here. */
export async function spawnService(
  main: string,
  home: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Spawned> {
  const env = {
    PATH: '',
    ISOCHRON_HOME: home,
    ISOCHRON_GRPC_PORT: '0',
    ISOCHRON_HTTP_PORT: '0',
    ISOCHRON_DRAIN_DELAY_MS: '0',
    ...settings,
  };
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'], env });
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
  return { process: child, base: `http://127.0.0.1:${httpPort}`, grpcPort, httpPort, logged, exited };
}

/** Ends it as a crash would. */
export async function killSpawned({ process: child, exited }: Spawned): Promise<void> {
  child.kill('SIGKILL');
  await exited;
}
