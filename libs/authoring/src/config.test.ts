import { expect, test } from 'vitest';
import { config, isConfig } from './index.ts';
import { faultsOf, plain } from './plain.fixture.ts';

test('the configuration of a repository', () => {
  const said = config({
    dialect: 'spark',
    teams: {
      default: { run: { env: { common: { REGION: 'eu' } } } },
      flights: {
        output: { namespace: 'flights', properties: { format: 'parquet' } },
        run: { env: { backfill: { MEMORY: '9G' } }, conf: { common: { a: 'b' } }, clusterConf: { upload: { c: 'd' } } },
      },
    },
    repository: 'flights',
    environments: { dev: { prefix: 'dev_' }, prod: { compiler: 'grpcs://compiler.internal:7401' } },
  });
  const nothing = { namespace: null, tableProperties: {}, conf: {}, clusterConf: {} };

  expect(plain(said)).toEqual({
    kind: 'config',
    dialect: 'spark',
    repository: 'flights',
    compiler: null,
    teams: {
      default: { ...nothing, env: { common: { REGION: 'eu' } } },
      flights: {
        namespace: 'flights',
        tableProperties: { format: 'parquet' },
        env: { backfill: { MEMORY: '9G' } },
        conf: { common: { a: 'b' } },
        clusterConf: { upload: { c: 'd' } },
      },
    },
    environments: {
      dev: { prefix: 'dev_', compiler: null },
      prod: { prefix: '', compiler: 'grpcs://compiler.internal:7401' },
    },
  });
  expect(plain(config({}))).toEqual({
    kind: 'config',
    dialect: null,
    repository: null,
    compiler: null,
    teams: {},
    environments: {},
  });
  expect(isConfig(said)).toBe(true);
  expect(isConfig({ ...said })).toBe(false);
});

test('every fault of it is said at once', () => {
  expect(
    faultsOf(import.meta.url, config, {
      dialekt: 'spark',
      teams: { flights: { run: { schedule: '@daily', env: { common: 'x' } }, owner: 'ada' }, trains: 'x' },
      compiler: 'localhost',
      environments: { dev: { prefix: 'dev-', compiler: 'http://x:1' } },
    }),
  ).toEqual([
    "config has no option 'dialekt'; it has dialect, repository, compiler, teams, environments.",
    "config has no option 'teams.flights.owner'; teams.flights has output, run.",
    "config has no option 'teams.flights.run.schedule'; teams.flights.run has env, conf, clusterConf.",
    "config: 'teams.flights.run.env.common' must be an object of strings, not 'x'.",
    "config: 'teams.trains' must be an object with output, run, not 'x'.",
    "config: 'compiler' must be the address of a service, grpc://host:port, not 'localhost'.",
    "config: 'environments.dev.compiler' must be the address of a service, grpc://host:port, not 'http://x:1'.",
    "config: 'environments.dev.prefix' may hold letters, digits and underscores, not 'dev-'.",
  ]);
});
