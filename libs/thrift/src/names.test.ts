import { expect, test } from 'vitest';
import {
  bareTable,
  batchDataset,
  cleanName,
  cleanNameWithoutVersion,
  cleanSpec,
  columnPrefix,
  compiledPath,
  fullPrefix,
  metadataKey,
  nameWithoutTeamOrVersion,
  nameWithoutVersion,
  outputTable,
  relatedTable,
  streamingDataset,
} from './names.ts';

test.each([
  ['db.table/hr=00/x=y', 'db.table', 'table'],
  ['project.db.table', 'project.db.table', 'table'],
  ['table/at=1.5', 'table', 'table'],
  ['db.table', 'db.table', 'table'],
  ['', '', ''],
])('the spec %s is of %s', (spec, clean, bare) => {
  expect(cleanSpec(spec)).toBe(clean);
  expect(bareTable(spec)).toBe(bare);
});

test.each([
  // name, clean, clean without old version, without version, without team or version
  ['gcp.purchases.v1__0', 'gcp_purchases_v1__0', 'gcp_purchases_v1__0', 'gcp.purchases.v1', 'purchases.v1'],
  ['x.y__v3', 'x_y__v3', 'x_y', 'x.y__v3', 'y__v3'],
  ['a/b.c-d é', 'a_b_c_d__', 'a_b_c_d__', 'a/b.c-d é', 'c-d é'],
  ['alone', 'alone', 'alone', 'alone', ''],
])('the names of %s', (name, clean, cleanWithoutVersion, withoutVersion, withoutTeam) => {
  expect(cleanName(name)).toBe(clean);
  expect(cleanNameWithoutVersion(name)).toBe(cleanWithoutVersion);
  expect(nameWithoutVersion(name)).toBe(withoutVersion);
  expect(nameWithoutTeamOrVersion(name)).toBe(withoutTeam);
});

test('tables, datasets, keys and files', () => {
  const metaData = { name: 'gcp.purchases.v1__0', outputNamespace: 'data' };
  expect(outputTable(metaData)).toBe('data.gcp_purchases_v1__0');
  expect(outputTable({ name: 'a.b' })).toBe('a_b');
  expect(outputTable({ ...metaData, executionInfo: { outputTableInfo: { table: 'own.table' } } })).toBe('own.table');
  expect(relatedTable(metaData, 'upload')).toBe('data.gcp_purchases_v1__0_upload');
  expect(batchDataset('gcp.purchases.v1__0')).toBe('GCP_PURCHASES_V1__0_BATCH');
  expect(streamingDataset('gcp.purchases.v1__0')).toBe('GCP_PURCHASES_V1__0_STREAMING');
  expect(metadataKey('joins', 'gcp.purchases.v1__0')).toBe('joins/gcp.purchases.v1__0');
  expect(compiledPath('joins', 'gcp.purchases.v1__0')).toBe('joins/gcp/purchases.v1__0');
});

test('prefixes of a part', () => {
  const groupBy = { metaData: { name: 'team.gb.v1__0' }, keyColumns: ['user', 'item'] };
  expect(columnPrefix({ groupBy })).toBe('team_gb_v1__0_');
  expect(columnPrefix({ groupBy, prefix: 'p' })).toBe('p_team_gb_v1__0_');
  expect(columnPrefix({ groupBy, prefix: 'p', useLongNames: false })).toBe('p_user_item_');
  expect(columnPrefix({ groupBy, prefix: '' })).toBe('_team_gb_v1__0_');
  expect(fullPrefix({ groupBy, prefix: 'p' })).toBe('p_team_gb_v1__0');
});
