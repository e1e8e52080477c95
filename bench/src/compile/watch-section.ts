import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledFiles } from '@isochron/cli/repository';
import { call, createClient, streamed } from '@isochron/rpc';
import { CompilerClient, type SetAddress } from '@isochron/rpc/compiler';
import { killSpawned, spawnService } from '@isochron/service/spawned';
import { Latencies } from '../load/latencies.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { isochronIn } from './command.ts';
import { generateRepository } from './repository.ts';

const ADDRESS: SetAddress = { repository: 'bench', environment: 'default', branch: 'main' };
const TIMEOUT_MS = 60_000;
const LATE_MS_MAX = 1_000;

type Client = InstanceType<typeof CompilerClient>;
/** The texts of a set, by file. */
type Texts = Map<string, string>;

/**
 * How long after a set is published watchers are told of it: two processes of the compiler service over one store, a watcher of each over gRPC, and publishers that change one of 200
 * definitions through the first. From the answer to the publisher to the watcher's event; it ends with an error where one took longer than a second.
 */
export async function watchSection({ quick }: BenchOptions): Promise<void> {
  const publishes = quick ? 10 : 100;
  const folder = fileURLToPath(new URL('../../.data/watch', import.meta.url));
  const { definitions } = generateRepository(folder, 10);
  const isochron = isochronIn(folder);
  isochron('load', 'orders', 'orders.csv', '--time', 'bought');
  isochron('load', 'users', 'users.csv', '--time', 'seen');
  isochron('compile');
  const home = `${folder}/store`;
  rmSync(home, { recursive: true, force: true });
  const main = fileURLToPath(new URL('../../../services/compiler/src/main.ts', import.meta.url));
  const services = await Promise.all([spawnService(main, home), spawnService(main, home)]);
  const clients = services.map(({ grpcPort }) => createClient(CompilerClient, `127.0.0.1:${grpcPort}`));
  try {
    const late = await latenesses(clients, readTexts(folder), publishes);
    say(
      table(
        [`${whole(definitions)} definitions, ${publishes} publishes`, 'p50, ms', 'p99, ms', 'most, ms'],
        late.map((each, at) =>
          rowOf(at === 0 ? 'watching the process that published' : 'watching the other process', each),
        ),
      ),
    );
    if (late.some((each) => each.within([1]).some((ms) => !(ms <= LATE_MS_MAX))))
      throw new Error(`wanted: at most ${whole(LATE_MS_MAX)} ms`);
  } finally {
    for (const client of clients) client.close();
    for (const service of services) await killSpawned(service);
  }
}

/** Of each client's watcher, milliseconds from the answer to a publisher to the event; below zero where the watcher was first. */
async function latenesses(clients: readonly Client[], texts: Texts, publishes: number): Promise<readonly Latencies[]> {
  const [publisher] = clients;
  if (publisher === undefined) throw new Error('there is nobody to publish to');
  const stopping = new AbortController();
  let { version, hash } = await publish(publisher, texts, undefined);
  const watchers = clients.map((client) =>
    streamed(client, client.watchSet, { address: ADDRESS, afterVersion: version }, stopping.signal),
  );
  const late = clients.map(() => new Latencies());
  for (let count = 1; count <= publishes; count++) {
    tag(texts, count);
    const told = watchers.map(async (watcher) => {
      const { value } = await watcher.next();
      return { version: value?.version, atMs: performance.now() };
    });
    ({ version, hash } = await publish(publisher, texts, hash));
    const publishedMs = performance.now();
    for (const [at, { version: seen, atMs }] of (await Promise.all(told)).entries()) {
      if (seen !== version) throw new Error(`version ${version} was published, a watcher was told of ${seen}`);
      late[at]?.add(atMs - publishedMs);
    }
  }
  stopping.abort();
  return late;
}

async function publish(client: Client, texts: Texts, expectedHash: string | undefined) {
  const objects = [...texts].map(([file, value]) => ({ file, content: { $case: 'json', value } }) as const);
  const request = { address: ADDRESS, expectedHash, objects, dialect: '', who: 'bench', message: '' };
  const { head } = await call(client, client.publish, request, { timeoutMs: TIMEOUT_MS });
  if (head === undefined) throw new Error('a set was published, and the answer does not say which');
  return head;
}

/** Changes one definition, in what nothing else depends on. */
function tag(texts: Texts, count: number): void {
  const [first] = texts;
  if (first === undefined) throw new Error('there are no definitions');
  const [file, text] = first;
  const { metaData, ...rest } = JSON.parse(text);
  texts.set(file, JSON.stringify({ metaData: { ...metaData, tags: { count: String(count) } }, ...rest }));
}

const readTexts = (folder: string): Texts =>
  new Map(compiledFiles(folder).map(({ path, text }) => [relative(folder, path), text]));

function rowOf(name: string, late: Latencies): readonly string[] {
  return [name, ...late.within([0.5, 0.99, 1]).map(rounded)];
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
