import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageText } from './init-package.ts';
import { type Ended, ended, openWorkplace, type Workplace } from './workplace.fixture.ts';

let place: Workplace;
let elsewhere: string;

beforeAll(async () => {
  place = await openWorkplace();
  elsewhere = await mkdtemp(join(tmpdir(), 'isochron-init-'));
});
afterAll(async () => {
  await place.dispose();
  await rm(elsewhere, { recursive: true, force: true });
});

/** Runs a command in the new repository, with what `npm install` put into its `node_modules/.bin` first. */
function inRepository(command: string, ...args: readonly string[]): Promise<Ended> {
  const { ISOCHRON_HOME: _, PATH = '', ...environment } = process.env;
  const cwd = join(elsewhere, 'shop');
  const path = [join(cwd, 'node_modules/.bin'), PATH].join(delimiter);
  return ended(spawn(command, args, { cwd, env: { ...environment, NO_COLOR: '1', PATH: path } }));
}

it('makes a repository that installs, loads, compiles, backfills and is right, without a network', async () => {
  expect(await place.run(['init', join(elsewhere, 'shop')])).toMatchObject({ code: 0 });
  expect(await inRepository('npm', 'install', '--offline', '--no-audit', '--no-fund')).toMatchObject({ code: 0 });
  expect(await inRepository('npm', 'run', 'load')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('orders: 96 rows, 2026-01-01 to 2026-01-10'),
  });
  const isochron = (call: string) => inRepository('isochron', ...call.split(' '));

  expect(await isochron('tables --check')).toMatchObject({ code: 0 });
  expect(await isochron('compile')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2 definitions: 2 added'),
  });
  expect(await isochron('compile --check')).toMatchObject({ code: 0 });
  expect(await isochron('backfill purchases --start 2026-01-07 --end 2026-01-10')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('48 rows and 7 features in shop_training_purchases__1'),
  });
  expect(await isochron('verify purchases --rows 40')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('40 of 40 rows equal the oracle'),
  });

  expect(await inRepository('npm', 'run', '--silent', 'types')).toMatchObject({ code: 0, stdout: '' });
}, 120_000);

it('writes into no folder that holds something', async () => {
  await place.write('full/notes.txt', '');
  expect(await place.run(['init', 'full'])).toMatchObject({
    code: 2,
    stderr: 'error: full is not empty (notes.txt): name a folder that is not there yet.\n',
  });
});

it('links to a checkout, by paths that move with both', async () => {
  const { dependencies, name } = JSON.parse(await packageText('My shop!', join(import.meta.dirname, '../../../shop')));
  const checkout = join(import.meta.dirname, '../..')
    .split('/')
    .at(-1);
  expect(name).toBe('my-shop');
  expect(dependencies['@isochron/cli']).toBe(`file:../${checkout}/cli`);
});
