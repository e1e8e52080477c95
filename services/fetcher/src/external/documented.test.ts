import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doubleType, stringType } from '@isochron/schema';
import { afterEach, expect, test } from 'vitest';
import { accounts, ask, planOf, sourcesOf } from './external.fixture.ts';

const page = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'external-sources.md');

/** The first block of a language that is a whole server. */
async function serverIn(language: string): Promise<string> {
  const text = await readFile(page, 'utf8');
  const blocks = text.split('```').filter((block) => block.startsWith(`${language}\n`));
  const server = blocks.find((block) => block.includes('listening'));
  if (server === undefined) throw new Error(`the page has no server in ${language}`);
  return server.slice(language.length + 1);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('it has no port');
  return address.port;
}

let child: ChildProcess | null = null;
let folder = '';
afterEach(async () => {
  child?.kill();
  await rm(folder, { recursive: true, force: true });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.each([
  ['ts', process.execPath, 'server.ts', true],
  ['python', 'python3', 'server.py', hasPython],
])('the server in %s on the page about external sources answers', async (language, program, file, isThere) => {
  if (!isThere) throw new Error(`${program} is not installed: the example cannot be tested.`);
  folder = await mkdtemp(join(tmpdir(), 'isochron-documented-'));
  await writeFile(join(folder, file), await serverIn(language));
  const port = await freePort();
  child = spawn(program, [file], {
    ...{ cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
    env: { PATH: process.env['PATH'], PORT: String(port) },
  });
  if (child.stdout === null) throw new Error('it has no output');
  await once(child.stdout, 'data');
  const sources = sourcesOf({ kind: 'http', address: `http://127.0.0.1:${port}/features`, timeoutMs: 5_000 });
  const plan = planOf({ score: doubleType, tier: stringType });
  const { rows, error } = await ask(sources, plan, accounts('a', 'nobody', 'b'));
  await sources.close();
  expect(error).toBeNull();
  expect(rows.map(([score, tier]) => [score, tier])).toEqual([
    [
      [0.5, 'PRESENT'],
      ['gold', 'PRESENT'],
    ],
    [
      [null, 'NOT_FOUND'],
      [null, 'NOT_FOUND'],
    ],
    [
      [0.25, 'PRESENT'],
      ['plain', 'PRESENT'],
    ],
  ]);
});
