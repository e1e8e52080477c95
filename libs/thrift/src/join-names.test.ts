import { expect, test } from 'vitest';
import { md5Base64, semanticHash } from './digest.ts';
import { type GroupBy, groupByStruct, type Join } from './generated/index.ts';
import { joinDigests, leftColumnsOf, leftKeyColumns, partTable } from './join-names.ts';

const visits: GroupBy = { metaData: { name: 'team.visits__1' }, keyColumns: ['user'] };
const prices: GroupBy = { metaData: { name: 'team.prices__0' }, keyColumns: ['item', 'user'] };
const priced = { groupBy: prices, keyMapping: { uid: 'user' }, prefix: 'pre' };
const join: Join = {
  metaData: { name: 'team.join__2', outputNamespace: 'ns' },
  left: { events: { table: 'db.left' } },
  joinParts: [{ groupBy: visits }, priced],
};

test('each part has a table beside the output, after its prefix and its GroupBy', () => {
  expect(partTable(join, { groupBy: visits })).toBe('ns.team_join__2_team_visits__1');
  expect(partTable(join, priced)).toBe('ns.team_join__2_pre_team_prices__0');
});

test('keys come from the left columns they are mapped to, else from those of their names', () => {
  expect(leftColumnsOf(priced)).toEqual({ item: 'item', user: 'uid' });
  expect(leftColumnsOf({})).toEqual({});
  expect(leftKeyColumns(join)).toEqual(['item', 'uid', 'user']);
});

test('hashes of the steps, by the tables that they write', () => {
  const hashes = {
    left_source: md5Base64('{"events":{"table":"db.left"}}'),
    'ns.team_join__2_bootstrap': md5Base64(''),
    'ns.team_join__2_team_visits__1': semanticHash(groupByStruct, visits),
    'ns.team_join__2_pre_team_prices__0': semanticHash(groupByStruct, prices),
  };
  expect(joinDigests(join)).toEqual(hashes);
  const derivations = [
    { name: '*', expression: '*' },
    { name: 'd', expression: 'a + b' },
  ];
  // Recorded.
  expect(joinDigests({ ...join, derivations })).toEqual({ ...hashes, derived: '487f06ce' });
  const bootstrapParts = [{ table: 'a' }, { table: 'b' }];
  expect(joinDigests({ ...join, bootstrapParts })['ns.team_join__2_bootstrap']).toBe(
    md5Base64('[{"table":"a"},{"table":"b"}]'),
  );
});
