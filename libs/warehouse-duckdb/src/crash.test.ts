import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDuckDbWarehouse } from './open.ts';

const KILLS = 6;
const ROWS_A_DAY = 2000;
const range = { start: '2001-01-01', end: '2001-01-03' };

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'isochron-crash-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

it('leaves whole tables behind, whenever it is killed', async () => {
  const files = await Promise.all([0, 1].map((mark) => fileOf(mark)));
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'crash-writer.ts'), home, ...files], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await ready(writer);
    await sleep(Math.random() * 150);
    const exited = once(writer, 'exit');
    writer.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    await expectWholeTables();
  }
}, 60_000);

async function ready(writer: ChildProcess): Promise<void> {
  const { stdout } = writer;
  if (stdout === null) throw new Error('The writer has no output.');
  await Promise.race([
    once(stdout, 'data'),
    once(writer, 'exit').then(() => Promise.reject(new Error('The writer ended by itself.'))),
  ]);
}

async function expectWholeTables(): Promise<void> {
  const warehouse = await openDuckDbWarehouse({ home, memoryLimit: '200MB' });
  try {
    for (const [table, column] of [
      ['trips', 'mark'],
      ['turns', 'turn'],
    ] as const) {
      const [summary] = await warehouse.summarize(table, range, [column]);
      expect(summary).toMatchObject({ rows: 3 * ROWS_A_DAY, nulls: 0 });
      expect(summary?.least).toBe(summary?.greatest);
    }
  } finally {
    await warehouse.close();
  }
}

async function fileOf(mark: number): Promise<string> {
  const file = join(home, `trips-${mark}.csv`);
  const lines = Array.from(
    { length: 3 * ROWS_A_DAY },
    (_, row) => `user_${row % 97},2001-01-0${(row % 3) + 1} 10:00:00.${String(row % 1000).padStart(3, '0')},${mark}`,
  );
  await writeFile(file, ['id,seen,mark', ...lines, ''].join('\n'));
  return file;
}
