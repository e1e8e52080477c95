import { config, eventSource, groupBy, join, part, table } from '@isochron/authoring';
import { expect, it } from 'vitest';
import { lower, type Naming } from '../lower.ts';

const flights = table('flights', { origin: 'STRING', delay: 'INT64' });
const rows = eventSource({ table: flights, time: '0', select: { origin: 'origin', delay: 'delay' } });
const byOrigin = groupBy({
  version: 1,
  sources: [rows],
  keys: ['origin'],
  aggregations: ({ delay }) => [delay.sum('1d')],
  output: { namespace: 'own', properties: { format: 'orc' } },
  run: { env: { backfill: { MEMORY: '9G' } } },
});
const lateness = join({ version: 1, left: rows, parts: [part(byOrigin)] });
/** The GroupBy is another team's. */
const naming: Naming = ({ kind }) => ({
  name: `${kind === 'join' ? 'flights' : 'airports'}/file.it__1`,
  sourceFile: 'x.ts',
});

it('what teams say is laid under what their definitions say, those inside of others too', () => {
  const { teams } = config({
    teams: {
      default: {
        output: { namespace: 'everybody', properties: { owner: 'x', format: 'parquet' } },
        run: { env: { common: { REGION: 'eu' } }, conf: { common: { a: 'b' } } },
      },
      flights: { output: { namespace: 'flights' }, run: { env: { common: { REGION: 'us' } } } },
      airports: {},
    },
  });
  const { thrift, findings } = lower(lateness, naming, { dialect: 'googlesql', teams });

  expect(findings).toEqual([]);
  expect(thrift).toMatchObject({
    metaData: {
      team: 'flights',
      outputNamespace: 'flights',
      tableProperties: { owner: 'x', format: 'parquet' },
      executionInfo: { env: { common: { REGION: 'us' } }, conf: { common: { a: 'b' } } },
    },
    joinParts: [
      {
        groupBy: {
          metaData: {
            team: 'airports',
            outputNamespace: 'own',
            tableProperties: { owner: 'x', format: 'orc' },
            executionInfo: {
              env: { common: { REGION: 'eu' }, modeEnvironments: { backfill: { REGION: 'eu', MEMORY: '9G' } } },
              conf: { common: { a: 'b' } },
            },
          },
        },
      },
    ],
  });
});

it('a folder of no team is found where teams are named', () => {
  const complaints = (teams: Parameters<typeof config>[0]['teams']) =>
    lower(lateness, naming, { dialect: 'googlesql', teams: config({ teams: teams ?? {} }).teams }).findings.map(
      ({ code, path, message, hint }) => `${code} ${path}: ${message} ${hint}`,
    );

  expect(complaints({ default: {} })).toEqual([]);
  expect(complaints({ default: {}, flight: {}, airports: {} })).toEqual([
    'unknown-team : The configuration names no team flights. Did you mean flight?',
  ]);
  expect(complaints({ trains: {} })).toEqual([
    'unknown-team : The configuration names no team flights. Add it to teams; there are trains.',
    'unknown-team joinParts[0].groupBy: The configuration names no team airports. Add it to teams; there are trains.',
  ]);
});
