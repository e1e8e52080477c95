import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ended, more, openWorkplace, rides, tables, type Workplace } from './workplace.fixture.ts';

const TRIPS = 60_000;
const DAYS = 4;
const asked = ['--start', '2001-01-01', '--end', '2001-01-04'];

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write('features/team/rides.ts', rides());
  await place.write('features/team/more.ts', more);
  const lines = Array.from({ length: TRIPS }, (_, n) => {
    const time = new Date(Date.UTC(2001, 0, 1) + Math.floor((n * DAYS * 86_400_000) / TRIPS)).toISOString();
    return `user_${(n * 7919) % 997},${time.slice(0, 19).replace('T', ' ')},${(n % 400) / 4},${n % 3 === 0 ? 'bus' : 'car'}`;
  });
  await place.write('trips.csv', ['user,seen,fare,kind', ...lines, ''].join('\n'));
  expect(await place.run(['load', 'trips', 'trips.csv', '--time', 'seen'])).toMatchObject({ code: 0 });
  expect(await place.run(['compile'])).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => place.dispose());

/** Signals a process once its standard error holds `text`. */
const signalAt =
  (text: string, signal: NodeJS.Signals) =>
  (child: ChildProcess): void => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.includes(text)) return;
      said += chunk.toString();
      if (said.includes(text)) child.kill(signal);
    });
  };

const tableNames = async (): Promise<readonly string[]> =>
  JSON.parse((await place.run(['show', '--format', 'json'])).stdout).tables.map(({ name }: { name: string }) => name);

it('stops at an interrupt, says how to go on, and goes on', async () => {
  const stopped = await place.run(['backfill', 'training', ...asked], signalAt('left side  2001', 'SIGINT'));
  expect(stopped.stderr).toMatch(
    /\nstopping … .*\nerror: Interrupted\. What is finished stays: run the same command again to go on\.\n$/,
  );
  expect(stopped).toMatchObject({ code: 130, stdout: '' });
  expect(await tableNames()).toEqual(['team_rides_training__1__left', 'trips']);
  const again = await place.run(['backfill', 'training', '--format', 'json', ...asked]);
  expect(JSON.parse(again.stdout).computed.map(({ step }: { step: string }) => step)).toEqual([
    'team_rides_byUser__1',
    'again_team_rides_byUser__1',
    'team/rides.training__1',
  ]);
  const verified = await place.run(['verify', 'training', '--rows', '200']);
  expect(verified.stdout).toMatch(/^200 of 200 rows equal the oracle/);
}, 60_000);

it('lets two backfills and many shows work at once', async () => {
  let isRunning = true;
  const shows: Ended[] = [];
  const showing = (async () => {
    while (isRunning)
      shows.push(
        await place.run(['show', shows.length % 2 === 0 ? 'byUser' : 'team_rides_training__1', '--rows', '3']),
      );
  })();
  const ended = await Promise.all([
    place.run(['backfill', 'other', ...asked]),
    place.run(['backfill', 'rides.byUser', ...asked]),
  ]);
  isRunning = false;
  await showing;
  for (const { code, stderr } of ended) expect(`${code} ${stderr}`).toMatch(/^0 /);
  expect(shows.length).toBeGreaterThan(1);
  for (const [index, { code, stderr }] of shows.entries()) {
    if (index % 2 === 0)
      expect(`${code} ${stderr}`).toBe(
        '2 error: byUser could be any of team/more.byUser__1, team/rides.byUser__1: write more of the name.\n',
      );
    else expect(`${code} ${stderr}`).toBe('0 ');
  }
  const verified = await Promise.all(
    ['other', 'rides.byUser'].map((name) => place.run(['verify', name, '--rows', '50'])),
  );
  for (const { stdout } of verified) expect(stdout).toMatch(/^50 of 50 rows equal the oracle/);
}, 60_000);
