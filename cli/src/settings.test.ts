import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

const runs = `run: { schedule: '0 5 * * *', stepDays: 2, historical: false, env: { backfill: { MEMORY: '9G' } } }`;

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  const text = rides()
    .replace('groupBy({', "groupBy({ online: true, run: { onlineSchedule: '@daily', stepDays: 1 },")
    .replace('join({ version: 1,', `join({ version: 1, ${runs},`);
  await place.write('features/team/rides.ts', text);
  await place.write('trips.csv', rows);
  await place.run('load trips trips.csv --time seen'.split(' '));
  await place.run(['compile']);
});
afterAll(() => place.dispose());

it('show says what the author wants of the jobs, and whose matter it is', async () => {
  const shown = await place.run(['show', 'training']);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toContain(`
steps      of 2 days
days       of those asked for the last alone (historical is false)
schedule   0 5 * * *, for an orchestrator: isochron starts nothing by itself
not used   run.env (for what starts isochron, or for other engines)
`);
});

it('backfill says what it makes of that, to people and to programs', async () => {
  const asked = 'backfill training --start 2001-01-01 --end 2001-01-03'.split(' ');
  const text = await place.run(asked);
  expect(text.code).toBe(0);
  expect(text.stdout).toMatch(/\n1 row and 10 features in team_rides_training__1, 2001-01-03 \(/);
  expect(text.stderr).toContain(
    'historical is false: of 2001-01-01..2001-01-03 the last day alone is computed, 2001-01-03\n' +
      'not used by a backfill: run.schedule, run.env (for what starts isochron, or for other engines)\n',
  );
  const json = await place.run([...asked, '--format', 'json']);
  expect(JSON.parse(json.stdout)).toMatchObject({
    asked: { start: '2001-01-01', end: '2001-01-03' },
    days: { start: '2001-01-03', end: '2001-01-03' },
    replaced: [],
    unusedSettings: ['run.schedule', 'run.env'],
  });
});

it('upload says what it has no use for', async () => {
  const { stdout, stderr } = await place.run('upload byUser --day 2001-01-03 --format json'.split(' '));
  expect(stderr).toContain('not used by an upload: run.onlineSchedule (');
  expect(JSON.parse(stdout)).toMatchObject({ unusedSettings: ['run.onlineSchedule'] });
});
