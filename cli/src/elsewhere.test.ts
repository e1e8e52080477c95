import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { more, openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

const elsewhere = fileURLToPath(new URL('./elsewhere.fixture.ts', import.meta.url));

/** Read with the definitions, it says where it finds itself. */
const witness = `import { connect } from 'node:net';
let network = 'there';
try { connect(9, '127.0.0.1').on('error', () => undefined).destroy(); } catch (thrown) { network = String(thrown); }
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
process.stderr.write(JSON.stringify({ year: new Date(Date.now()).getUTCFullYear(), zone, network }) + '\\n');
`;

let places: readonly Workplace[];
beforeAll(async () => {
  places = await Promise.all([openWorkplace(), openWorkplace()]);
  for (const [at, place] of places.entries()) {
    // Not in one order, so that folders list their files otherwise.
    const files: readonly (readonly [string, string])[] = [
      ['features/tables.ts', tables],
      ['features/team/rides.ts', rides()],
      ['features/team/more.ts', more],
      ['features/team/witness.ts', witness],
      ['trips.csv', rows],
    ];
    for (const [path, text] of at === 0 ? files : files.toReversed()) await place.write(path, text);
    expect(await place.run(['load', 'trips', 'trips.csv', '--time', 'seen'])).toMatchObject({ code: 0 });
  }
});
afterAll(() => Promise.all(places.map((place) => place.dispose())));

it('compiles to the same bytes with another clock, in another time zone and folder, and without a network', async () => {
  const [here, there] = places;
  if (here === undefined || there === undefined) throw new Error('there are two places');
  const settings = { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', NODE_OPTIONS: `--import ${elsewhere}` };
  const one = await here.run(['compile'], undefined, { TZ: 'UTC' });
  const other = await there.run(['compile'], undefined, settings);
  expect([one.code, other.code], one.stderr + other.stderr).toEqual([0, 0]);
  expect(JSON.parse(one.stderr)).toMatchObject({ zone: 'UTC', network: 'there' });
  expect(JSON.parse(other.stderr)).toEqual({
    year: 2031,
    zone: 'Pacific/Apia',
    network: 'Error: There is no network here.',
  });
  const [first, second] = await Promise.all([here, there].map(bytesBelow));
  expect([...(first?.keys() ?? [])]).toHaveLength(6);
  expect(second).toEqual(first);
  expect(other.stdout).toBe(one.stdout);
}, 60_000);

/** Every file below `compiled/`, byte for byte. */
async function bytesBelow({ folder }: Workplace): Promise<ReadonlyMap<string, string>> {
  const root = join(folder, 'compiled');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = paths
    .toSorted()
    .map(async (path) => [path.slice(root.length), await readFile(path, 'latin1')] as const);
  return new Map(await Promise.all(texts));
}
