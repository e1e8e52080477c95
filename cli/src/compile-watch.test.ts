import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

let place: Workplace;
let watching: ChildProcess | undefined;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write('features/team/rides.ts', rides());
  await place.write('trips.csv', rows);
  await place.run(['load', 'trips', 'trips.csv', '--time', 'seen']);
});
afterAll(async () => {
  watching?.kill('SIGKILL');
  await place.dispose();
});

it('compiles again when a source changes, is added or is taken away, whatever is wrong with it, until it is interrupted', async () => {
  const { ISOCHRON_HOME: _, ...env } = process.env;
  watching = spawn(process.execPath, [main, 'compile', '--watch', '--format', 'json'], { cwd: place.folder, env });
  const { stdout } = watching;
  if (stdout === null) throw new Error('its output is piped');
  const lines = createInterface(stdout)[Symbol.asyncIterator]();
  const next = async () => JSON.parse(String((await lines.next()).value));
  const kinds = ({ changes }: { changes: { kind: string; name: string }[] }) =>
    changes.map(({ kind, name }) => `${kind} ${name}`);

  expect(kinds(await next())).toEqual(['added team/rides.byUser__1', 'added team/rides.training__1']);
  await place.write('features/team/rides.ts', rides('2d'));
  expect(kinds(await next())).toEqual(['changed team/rides.byUser__1', 'changed team/rides.training__1']);

  await place.write('features/team/rides.ts', rides('2d').replace("fare: 'fare'", "fare: 'fair'"));
  const wrong = await next();
  expect(wrong.isWritten).toBe(false);
  expect(wrong.diagnostics).toContainEqual(expect.objectContaining({ code: 'unknown-column' }));
  await place.write('features/team/rides.ts', 'export const broken = (;\n');
  expect((await next()).faults).toEqual([expect.stringContaining('rides.ts:1:24: Expression expected')]);
  await place.write('features/team/rides.ts', "process.stderr.write('bye'); process.exit(3);\n");
  expect(await next()).toEqual({ isWritten: false, error: 'bye' });

  await place.write('features/team/rides.ts', rides('2d'));
  expect(kinds(await next())).toEqual([]);
  await place.write('features/new/more.ts', rides('3d'));
  expect(kinds(await next())).toEqual(['added new/more.byUser__1', 'added new/more.training__1']);
  await rm(join(place.folder, 'features/new'), { recursive: true });
  expect(kinds(await next())).toEqual(['removed new/more.byUser__1', 'removed new/more.training__1']);

  watching.kill('SIGINT');
  const [code] = await once(watching, 'exit');
  expect(code).toBe(0);
}, 120_000);
