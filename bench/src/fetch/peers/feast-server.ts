import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { treeUsage } from '../../load/process-tree.ts';
import type { Usage } from '../../load/server.ts';
import { feast, folderOf, type OnlineStore, prepare, redisProgram } from './feast-home.ts';

/** An online store that holds the features. */
export interface FeastStore {
  /** Feast's repository, whose features are in it. */
  readonly folder: string;
  /** Of Redis; null where the store has no process of its own. */
  usage(): Usage | null;
  stop(): Promise<void>;
}

export async function startStore(store: OnlineStore, entities: number): Promise<FeastStore> {
  const folder = folderOf(store, entities);
  if (store === 'sqlite') {
    prepare(store, entities, 0);
    return { folder, usage: () => null, stop: async () => {} };
  }
  const { process, port } = await startRedis(folder);
  try {
    prepare(store, entities, port);
    return { folder, usage: () => treeUsage(pidOf(process)), stop: () => stop(process) };
  } catch (thrown) {
    await stop(process);
    throw thrown;
  }
}

/** Feast's own server of features. */
export interface FeastServer {
  readonly address: string;
  /** All its workers included; Redis is not among them. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts it as `feast serve` does by default, or with other flags. */
export async function startFeast({ folder }: FeastStore, flags: readonly string[]): Promise<FeastServer> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const args = ['serve', '--port', String(port), '--no-access-log', ...flags];
  return started(spawn(feast(), args, { cwd: folder, stdio: 'ignore' }), address, isHealthy(address));
}

/** Starts the one in Go, which serves one protocol at a time. */
export async function startGoFeast(
  program: string,
  { folder }: FeastStore,
  type: 'http' | 'grpc',
): Promise<FeastServer> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const args = [`--type=${type}`, '--host=127.0.0.1', `--port=${port}`, `--metrics-port=${metricsPort}`];
  const server = spawn(program, args, { cwd: folder, stdio: 'ignore' });
  return started(server, address, type === 'http' ? isHealthy(address) : listens(port));
}

async function started(server: ChildProcess, address: string, isUp: () => Promise<boolean>): Promise<FeastServer> {
  try {
    await answers(server, address, isUp);
  } catch (thrown) {
    await stop(server);
    throw thrown;
  }
  return { address, usage: async () => treeUsage(pidOf(server)), stop: () => stop(server) };
}

const isHealthy = (address: string) => (): Promise<boolean> =>
  fetch(`http://${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

const listens = (port: number) => async (): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

/** In memory, as a cache is run; begins with what the folder has of an earlier run. */
async function startRedis(folder: string): Promise<{ readonly process: ChildProcess; readonly port: number }> {
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const process = spawn(redisProgram('redis-server'), flags, { stdio: 'ignore' });
  await isUp(process, port);
  return { process, port };
}

/** Redis answers LOADING until it has read what it begins with. */
async function isUp(process: ChildProcess, port: number): Promise<void> {
  const until = performance.now() + STARTING_MS_MAX;
  const ping = () => spawnSync(redisProgram('redis-cli'), ['-p', String(port), 'ping'], { encoding: 'utf8' }).stdout;
  while (performance.now() < until) {
    if (process.exitCode !== null) throw new Error(`redis-server ended with ${process.exitCode}`);
    if (ping().startsWith('PONG')) return;
    await pause(200);
  }
  throw new Error(`redis-server does not answer on port ${port}`);
}

const STARTING_MS_MAX = 60_000;

/** Python takes some seconds to start. */
async function answers(server: ChildProcess, address: string, isUp: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + STARTING_MS_MAX;
  while (performance.now() < until) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with ${server.exitCode}`);
    if (await isUp()) return;
    await pause(200);
  }
  throw new Error(`${server.spawnfile} does not answer at ${address}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the process was not started');
  return pid;
}
