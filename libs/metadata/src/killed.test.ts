import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADDRESS, openWorkplace, type Workplace } from './workplace.fixture.ts';

const KILLS = 5;
const OBJECTS = 150;

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.dispose());

it('leaves the old set or the new one, whole, whenever a publisher is killed', async () => {
  const metadata = await place.open();
  const moments: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const script = join(import.meta.dirname, 'killed-publisher.fixture.ts');
    const publisher = spawn(process.execPath, [script, place.home, String(OBJECTS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(publisher, 'exit');
    await Promise.race([
      once(publisher.stdout, 'data'),
      exited.then(() => {
        throw new Error('It ended by itself.');
      }),
    ]);
    let said = 0;
    publisher.stdout.on('data', (chunk: Buffer) => {
      said = Number(chunk.toString().trimEnd().split('\n').at(-1));
    });
    moments.push(Math.random() * 50);
    await sleep(moments.at(-1));
    publisher.kill('SIGKILL');
    await exited;
    const story = `killed after ${moments.join(', ')} ms`;
    const head = await metadata.head(ADDRESS);
    expect(head?.version, story).toBeGreaterThanOrEqual(said);
    for (const { version, hash } of await metadata.history(ADDRESS, { limit: 3 })) {
      const entries = await metadata.entries(hash);
      const texts = [...(await metadata.texts(entries.map((entry) => entry.hash))).values()];
      expect(texts, story).toHaveLength(OBJECTS);
      expect(new Set(texts.map((text) => JSON.parse(text).text.split(' ')[0])), story).toEqual(
        new Set([String(version)]),
      );
    }
  }
}, 60_000);
