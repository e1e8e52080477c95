import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledName } from '@isochron/compiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findReached } from './reached-definitions.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'isochron-reached-'));
const start = `import { eventSource, groupBy, join, part, table } from '@isochron/authoring';\n`;
const rows = (table: string) => `eventSource({ table: ${table}, time: 'ts', select: { user: 'user', fare: 'fare' } })`;
const sums = (name: string, table = 'trips') =>
  `export const ${name} = groupBy({ version: 1, sources: [${rows(table)}], keys: ['user'], aggregations: ({ fare }) => [fare.sum('1d')] });\n`;
const trips = `const trips = table('trips', { user: 'STRING', fare: 'FLOAT64', ts: 'INT64' });\n`;
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'features/a/users.ts': start + trips + sums('byUser') + sums('unread'),
  'features/a/again.ts': `export { byUser as again } from './users.ts';\n`,
  'features/a/training.ts': `${start}${trips}import { byUser } from './users.ts';\nexport const training = join({ version: 1, left: ${rows('trips')}, parts: [part(byUser)] });\n`,
  'features/b/chain.ts': `${start}const made = table('a_training_training__1', { user: 'STRING', fare: 'FLOAT64', ts: 'INT64' });\n${sums('late', 'made')}`,
  'features/b/broken.ts': 'export const broken = (;\n',
  'features/b/loud.ts': `${start}${trips}${sums('other')}globalThis.loud = true;\n`,
};

beforeAll(() => {
  symlinkSync(modules, join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const reached = async (asked: string) =>
  (await findReached(folder, asked))?.map((each) => compiledName(each, each.definition.version)) ?? null;

it('reads what a name is made of, under every name that it is exported by, and nothing else', async () => {
  expect((await reached('training'))?.toSorted()).toEqual([
    'a/again.again__1',
    'a/training.training__1',
    'a/users.byUser__1',
  ]);
  expect(await reached('a/users.unread__1')).toEqual(['a/users.unread__1']);
  expect(globalThis).not.toHaveProperty('loud');
});

it('goes on to who fills a table that is read by its name', async () => {
  expect(new Set(await reached('late'))).toEqual(
    new Set(['b/chain.late__1', 'a/training.training__1', 'a/again.again__1', 'a/users.byUser__1']),
  );
});

it('knows nothing of a name that is not there, or is in a file that cannot be read', async () => {
  expect(await reached('nobody')).toBeNull();
  expect(await reached('broken')).toBeNull();
});

it('finds a definition by the path of its compiled file', async () => {
  expect(await reached(join(folder, 'compiled/group_bys/a/users.unread__1'))).toEqual(['a/users.unread__1']);
});
