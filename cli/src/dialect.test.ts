import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './workplace.fixture.ts';

/** Definitions in Spark SQL, and files that the existing system compiled, which do not say what they are written in. */
let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('trips.csv', 'user,seen,cents\na,2001-01-01 10:00:00,399\na,2001-01-01 11:00:00,250\n');
  await place.write('theirs/production/group_bys/team/trips.by_user__0', JSON.stringify(theirs));
  await place.write('features/team/trips.ts', features);
  await run('load trips trips.csv --time seen');
});
afterAll(() => place.dispose());

const run = (line: string) => place.run(line.split(' '));
const path = 'theirs/production/group_bys/team/trips.by_user__0';
const asked = '--start 2001-01-01 --end 2001-01-01';

/** As the existing system's compiler writes it. */
const theirs = {
  metaData: { name: 'team.trips.by_user__0', team: 'team', version: '0' },
  sources: [
    {
      events: {
        table: 'trips',
        query: {
          selects: { user: 'user', euros: 'cents DIV 100' },
          wheres: ["user <=> 'a'"],
          startPartition: '2001-01-01',
          timeColumn: 'UNIX_TIMESTAMP(seen) * 1000',
        },
      },
    },
  ],
  keyColumns: ['user'],
  aggregations: [{ inputColumn: 'euros', operation: 7, argMap: {}, windows: [{ length: 1, timeUnit: 1 }] }],
};

const features = `import { eventSource, groupBy, table } from '@isochron/authoring';
const trips = table('trips', { user: 'STRING', seen: 'TIMESTAMP', cents: 'INT64' });
const source = eventSource({
  table: trips, time: 'UNIX_TIMESTAMP(seen) * 1000', start: '2001-01-01', select: { user: 'user', euros: 'cents DIV 100' },
});
export const byUser = groupBy({
  version: 1, sources: [source], keys: ['user'], aggregations: ({ euros }) => [euros.sum('1d')], accuracy: 'snapshot',
});
`;

it('a file that says no dialect is read as the call says, and never silently', async () => {
  const unsaid = await run(`backfill ${path} ${asked}`);
  expect(unsaid.code).toBe(1);
  expect(unsaid.stderr).toContain(
    'team/trips.by_user__0 does not say what its expressions are written in: read as GoogleSQL. If the existing system compiled it, say --dialect spark.\n',
  );
  expect(unsaid.stderr).toContain("If it is Spark SQL, say dialect: 'spark', or write UNIX_SECONDS(x).");

  const said = await run(`backfill ${path} ${asked} --dialect spark`);
  expect(said.stderr).not.toContain('does not say');
  expect(said).toMatchObject({ code: 0, stdout: expect.stringMatching(/^euros_sum_1d +0\.0 +5 +5 +5$/m) });
  expect(await run(`verify ${path} --dialect spark`)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^1 of 1 row equal the oracle/),
  });
  const shown = await run(`show ${path} --dialect spark`);
  expect(shown.stdout).toContain("from trips at UNIX_TIMESTAMP(seen) * 1000 where user <=> 'a' (Spark SQL)");
});

it('a path must say what the file is, and a dialect be one', async () => {
  await place.write('stray', JSON.stringify(theirs));
  expect(await run(`show stray --dialect spark`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('stands below none of staging_queries, group_bys, joins'),
  });
  expect(await run(`show ${path} --dialect SPARK`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Allowed choices are googlesql, spark.'),
  });
});

it('a repository says what its definitions are written in', async () => {
  expect(await run('compile')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('UNIX_TIMESTAMP is a function of Spark SQL'),
  });
  await place.write(
    'isochron.config.ts',
    "import { config } from '@isochron/authoring';\nexport default config({ dialect: 'spark' });\n",
  );
  expect(await run('compile')).toMatchObject({ code: 0 });
  const compiled = await readFile(join(place.folder, 'compiled/group_bys/team/trips.byUser__1'), 'utf8');
  expect(JSON.parse(compiled)).toMatchObject({ metaData: { expressionDialect: 1 } });
  // What is compiled here says its dialect itself, whatever the repository says later.
  expect(await run(`backfill byUser ${asked} --dialect googlesql`)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^euros_sum_1d +0\.0 +5 +5 +5$/m),
  });
  expect(await run(`show ${path}`)).toMatchObject({ code: 0, stderr: '' });
});

it('a configuration that is none is refused', async () => {
  await place.write('isochron.config.ts', "export default { dialect: 'spark' };\n");
  expect(await run('compile')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('write export default config({ … }).'),
  });
  await place.write(
    'isochron.config.ts',
    "import { config } from '@isochron/authoring';\nexport default config({ dialect: 'hive' });\n",
  );
  expect(await run('compile')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      "isochron.config.ts:2:16: config: 'dialect' must be 'googlesql' or 'spark', not 'hive'.",
    ),
  });
});
