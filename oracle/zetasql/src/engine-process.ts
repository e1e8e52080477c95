import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from './install.ts';

export const engineFolder = join(packageFolder, 'node_modules', '@fivetrandevelopers', 'zetasql', 'lib', 'zetasql');

/** A running engine. */
export interface EngineProcess {
  /** Of the shell that keeps it. */
  readonly pid: number | undefined;
  /** Where it serves, as gRPC writes addresses. */
  readonly address: string;
  /** The last of what it wrote to its standard error. */
  lastWords(): string;
  /** Ends it; resolved when it is gone. */
  end(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;
const LAST_WORDS_CHARACTERS_MAX = 4_000;

/**
 * Starts the engine on a Unix socket of its own, and waits until it serves. It ends with us, however we end. `zoneFolder` holds the time zones it reads,
 * as files of the tz database; without it they are the machine's.
 */
export async function startEngine(zoneFolder?: string): Promise<EngineProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'zetasql-'));
  const child = spawn('/bin/sh', ['-c', keeper, engineFile(), `unix:${folder}/s`, folder], {
    stdio: 'pipe',
    detached: true,
    env: zoneFolder === undefined ? process.env : { ...process.env, TZDIR: zoneFolder },
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let words = '';
  child.stderr.on('data', (text) => {
    words = `${words}${text}`.slice(-LAST_WORDS_CHARACTERS_MAX);
  });
  // Writing to a keeper that is gone is no failure of ours: `gone` tells.
  child.stdin.on('error', () => undefined);
  const end = (): Promise<void> => {
    child.stdin.end();
    return gone;
  };
  try {
    await serving(child);
  } catch (error) {
    await end();
    throw new Error(`The ZetaSQL engine did not start. It said:\n${words.trim()}`, { cause: error });
  }
  return { pid: child.pid, address: `unix:${folder}/s:0`, lastWords: () => words, end };
}

/**
 * The keeper of the engine: a shell that starts it, waits for its own standard input to close, which it does when we end it or are gone
 * ourselves, and then kills it. It is in a process group of its own, so that what ends ours leaves it the time to. It gives away its own
 * output, so that this closes with the engine, and writing to it cannot end the keeper early.
 */
const keeper =
  '"$0" "$1" 0 </dev/null & engine=$!; exec >/dev/null 2>&1; read -r _; kill -9 $engine; wait $engine; rm -rf "$2"';

/** The engine names its Linux executables as if they were libraries. */
function engineFile(): string {
  const system = { linux: '.so', darwin: '' }[process.platform as string];
  const machine = { x64: '', arm64: '_arm' }[process.arch as string];
  if (system === undefined || machine === undefined) {
    throw new Error(
      `ZetaSQL comes for Linux and macOS on x64 and arm64, not for ${process.platform} on ${process.arch}.`,
    );
  }
  return join(engineFolder, `remote_server${machine}${system}`);
}

function serving(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`It did not serve within ${START_TIMEOUT_MS} ms.`)),
      START_TIMEOUT_MS,
    );
    const settled = (settle: () => void) => () => {
      clearTimeout(timer);
      settle();
    };
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
      if (said.includes('Server listening on')) settled(resolve)();
    });
    child.stdout?.on(
      'close',
      settled(() => reject(new Error('It ended at once.'))),
    );
    child.on('error', (error) => settled(() => reject(error))());
  });
}
