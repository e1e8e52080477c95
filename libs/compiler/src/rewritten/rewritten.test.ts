import { readFileSync } from 'node:fs';
import type { Definition } from '@isochron/authoring';
import { expect, it } from 'vitest';
import { compile, type NamedDefinition } from '../compile.ts';
import { teams } from './config.fixture.ts';
import * as definitions from './definitions.fixture.ts';

/** Where the sample repository has each of them: team, file and variable. */
const homes: Readonly<Record<keyof typeof definitions, string>> = {
  mutationGroupBy: 'sample_team/mutation_sample_group_by.v0',
  snapshotGroupBy: 'quickstart/users.v1',
  eventGroupBy: 'sample_team/event_sample_group_by.v1',
  entityGroupBy: 'sample_team/entity_sample_group_by_from_module.v1',
  joinWithExternalParts: 'sample_team/sample_join_with_derivations_on_external_parts.v1',
  parentJoin: 'sample_team/sample_chaining_group_by.parent_join',
  chainingGroupBy: 'sample_team/sample_chaining_group_by.chaining_group_by_v1',
  sampleStagingQuery: 'sample_team/sample_staging_query.v1',
  transactionModel: 'risk/transaction_model.model',
};

const named = Object.entries(definitions).map(([name, definition]): NamedDefinition => {
  // The entries of a module have its names.
  const home = homes[name as keyof typeof definitions];
  const [team = '', file = '', variable = ''] = home.split(/[/.]/);
  return { team, file, export: variable, definition: definition satisfies Definition };
});
// Whether the tables are there is another matter: what is written does not depend on it.
const { objects } = compile(named, { tables: new Map() }, { teams });

/** A compiled file without what is ours or a matter of its place. */
const comparable = (json: string): unknown =>
  JSON.parse(json, (key, value) =>
    ['columnHashes', 'sourceFile', 'expressionDialect'].includes(key) ? undefined : value,
  );

it.each([
  ['mutation-group-by', 'group_bys/sample_team/mutation_sample_group_by.v0__0'],
  ['snapshot-group-by', 'group_bys/quickstart/users.v1__0'],
  ['chaining-group-by', 'group_bys/sample_team/sample_chaining_group_by.chaining_group_by_v1__0'],
  ['join-with-external-parts', 'joins/sample_team/sample_join_with_derivations_on_external_parts.v1__0'],
  ['staging-query', 'staging_queries/sample_team/sample_staging_query.v1__0'],
  ['model', 'models/risk/transaction_model.model__1.0'],
])('%s, rewritten, compiles to the same Thrift under the same path', (recorded, path) => {
  const object = objects.find(({ file }) => file === `compiled/${path}`);

  expect(comparable(object?.json ?? '{}')).toEqual(
    JSON.parse(readFileSync(new URL(`./recorded/${recorded}.json`, import.meta.url), 'utf8')),
  );
});
