import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askRows, both, randomNumbers, tripRows } from './trips.fixture.ts';
import { days, hashOf, openWorkplace, type Workplace } from './workplace.fixture.ts';

const ASKED = days(1, 3);
const SEED = Math.floor(Math.random() * 2 ** 31);
const script = fileURLToPath(new URL('./killed.fixture.ts', import.meta.url));

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  const random = randomNumbers(4);
  await place.load('trips', tripRows(random, 2_000));
  await place.load('asks', askRows(random, 1, 3, 1_000));
});
afterAll(() => place.dispose());

/** What a backfill said, with the time since it was ready. */
interface Said {
  readonly text: string;
  readonly atMs: number;
}

/** Starts a backfill in a process of its own and kills it `afterMs` after it has said line `line` (0: that it is ready). */
async function backfillAndKill(name: string, line: number, afterMs: number): Promise<readonly Said[]> {
  const child = spawn(process.execPath, [script, place.home, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const said: Said[] = [];
  let startedMs = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (startedMs === 0) startedMs = performance.now();
    for (const text of chunk.trim().split('\n')) {
      if (said.length === line) setTimeout(() => child.kill('SIGKILL'), afterMs).unref();
      said.push({ text, atMs: performance.now() - startedMs });
    }
  });
  await exited;
  return said;
}

it(`ends with the same table, whenever it was killed (seed ${SEED})`, async () => {
  const whole = await backfillAndKill('whole', 0, 60_000);
  expect(whole.map(({ text }) => text)).toEqual([
    'ready',
    'left side',
    'team_file_by_user__1',
    'to_team_file_by_place__1',
    'team/file.whole__1',
    'finished',
  ]);
  const expected = await hashOf(place.warehouse, 'team_file_whole__1', ASKED);
  const random = randomNumbers(SEED);
  const killedIn: string[] = [];
  // In every step, each at a random moment of the time it took in the whole run.
  for (let line = 0; line < whole.length - 1; line++) {
    const name = `killed${line}`;
    const tookMs = (whole[line + 1]?.atMs ?? 0) - (whole[line]?.atMs ?? 0);
    const said = await backfillAndKill(name, line, tookMs * random());
    killedIn.push(said.at(-1)?.text ?? 'nothing');
    const story = `seed ${SEED}, kill ${line} in ${killedIn.at(-1)}`;
    for (const table of await place.warehouse.tables()) {
      if (table.includes(name)) expect((await place.warehouse.describe(table))?.partitions, story).toHaveLength(3);
    }
    const plan = await place.plan(both, name);
    await place.backfill(plan, ASKED);
    expect(await hashOf(place.warehouse, plan.table, ASKED), story).toBe(expected);
  }
  // Else nothing was shown.
  expect(killedIn.some((last) => last !== 'finished')).toBe(true);
}, 120_000);
