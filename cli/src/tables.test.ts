import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, rows, type Workplace } from './workplace.fixture.ts';

let place: Workplace;
const run = (call: string) => place.run(call.split(' '));
const file = () => readFile(join(place.folder, 'features/tables.ts'), 'utf8');

beforeAll(async () => {
  place = await openWorkplace();
  await place.write('trips.csv', rows);
  await place.write('features/rides/rides.ts', rides());
  await run('load trips trips.csv --time seen');
});
afterAll(() => place.dispose());

it('writes what the warehouse has, so that definitions compile; and again, with what people wrote on it', async () => {
  expect(await run('tables')).toMatchObject({ code: 0, stdout: 'features/tables.ts: 1 table, written\n' });
  expect(await file()).toBe(`import { table } from '@isochron/authoring';

export const trips = table('trips', {
  user: 'STRING',
  seen: 'TIMESTAMP',
  fare: 'FLOAT64',
  kind: 'STRING',
});
`);
  expect(await run('compile')).toMatchObject({ code: 0 });
  await run('backfill training --start 2001-01-02 --end 2001-01-02');

  await place.write(
    'features/tables.ts',
    (await file()).replace("  fare: 'FLOAT64',\n", "  /** In euros. */\n  fare: 'INT64',\n"),
  );
  expect(await run('tables --check')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('run isochron tables'),
  });
  expect(await run('tables')).toMatchObject({ code: 0, stdout: 'features/tables.ts: 1 table, written anew\n' });
  expect(await file()).toContain("  /** In euros. */\n  fare: 'FLOAT64',\n");
  expect(await run('tables --check')).toMatchObject({ code: 0, stdout: 'features/tables.ts: 1 table, current\n' });
});

it('does not write over what is not of a table, and names a table that is not there', async () => {
  await place.write('features/tables.ts', `${await file()}export const more = 1;\n`);
  expect(await run('tables')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      'features/tables.ts is not written over: line 10, "export const more = 1;", is not of a table',
    ),
  });
  expect(await run('tables flight')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The warehouse has no table flight. It has '),
  });
});
