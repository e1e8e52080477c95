import { describe, expect, test } from 'vitest';
import { folderOf, printed, sumCase } from './case-folder.fixture.ts';

const groupBy = { keyColumns: ['user'], metaData: { name: 'team.file.name__0' }, ofTomorrow: { a: [1, 2.5] } };

describe('the conformance runner', () => {
  test('finds case files by their name wherever they stand, and counts at the end', () => {
    const folder = folderOf({ 'a/b/operations.jsonl.gz': [sumCase, { ...sumCase, id: 8 }] });
    expect(printed(folder).at(-1)).toBe('2 passed, 0 failed');
  });

  test('prints a wrong value with its file, its id, and both values', () => {
    const lines = printed(folderOf({ 'operations.jsonl.gz': [sumCase, { ...sumCase, id: 8, value: 6 }] }));
    expect(lines.slice(0, 3)).toEqual(['operations operation id 8 SUM fold', '  expected 6', '  actual   7']);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  test('prints the first twenty failures of a kind and counts the others', () => {
    const wrong = Array.from({ length: 23 }, (_, id) => ({ ...sumCase, id, value: 6 }));
    const lines = printed(folderOf({ 'operations.jsonl.gz': wrong }));
    expect(lines.filter((line) => line.startsWith('operations operation'))).toHaveLength(20);
    expect(lines).toContain('      3  operations operation');
    expect(lines.at(-1)).toBe('0 passed, 23 failed');
  });

  test('fails a case of an unknown kind, and a case file of an unknown name', () => {
    const lines = printed(folderOf({ 'names.jsonl.gz': [{ id: 1, kind: 'riddle' }], 'tales.jsonl.gz': [sumCase] }));
    expect(lines).toContain('  actual   nothing here checks a case of the kind "riddle"');
    expect(lines).toContain('tales.jsonl.gz operation id 7 SUM fold');
    expect(lines.at(-1)).toBe('0 passed, 2 failed');
  });

  test('fails a case that breaks, and goes on', () => {
    const lines = printed(folderOf({ 'operations.jsonl.gz': [{ ...sumCase, mode: 'sideways' }, sumCase] }));
    expect(lines[2]).toContain('no way is known to run the mode "sideways"');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  test.each([
    ['operations', 3],
    ['operation', 3],
    ['SUM', 2],
    ['sketches', 1],
  ])('leaves out and counts what --without %s says', (what, number) => {
    const folder = folderOf({ 'operations.jsonl.gz': [sumCase, sumCase, { ...sumCase, op: 'APPROX_PERCENTILE' }] });
    const lines = printed(folder, [what]);
    expect(lines).toContain(`${String(number).padStart(7)}  --without ${what}`);
    expect(lines.at(-1)).toContain(`${what === 'sketches' ? 2 : 0} passed`);
  });

  test('says of a word that met nothing that it left out nothing', () => {
    expect(printed(folderOf({ 'operations.jsonl.gz': [sumCase] }), ['sumsum'])).toContain('      0  --without sumsum');
  });

  test('names the rules by which we answer otherwise', () => {
    const lost = { ...sumCase, value: 3, ours: 7, differs: 'nothing is lost' };
    const lines = printed(folderOf({ 'operations.jsonl.gz': [lost, lost] }));
    expect(lines).toContain('      2  nothing is lost (not in docs/departures.md)');
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
  });

  test('reads every file below a folder compiled, and writes fields that it does not know', () => {
    const folder = folderOf({ 'x/compiled/group_bys/team/file.name__0': JSON.stringify(groupBy) });
    expect(printed(folder, ['plan']).at(-1)).toBe('1 passed, 0 failed');
    const broken = folderOf({ 'compiled/group_bys/team/file.name__0': '{"keyColumns": 7}' });
    expect(printed(broken, ['plan']).slice(0, 3)).toEqual([
      'compiled read compiled/group_bys/team/file.name__0',
      '  expected a GroupBy',
      '  actual   keyColumns: 7 is not a list',
    ]);
    expect(printed(folderOf({ 'compiled/poems/a': '{}' })).at(-1)).toBe('0 passed, 1 failed');
  });

  test('plans compiled definitions in a warehouse that has what they ask for', () => {
    const query = { selects: { user: 'user_id', amount: 'IF(is_paid, cents, 0)' }, timeColumn: 'UNIX_MILLIS(paid_at)' };
    const sources = [{ events: { table: 'shop.orders', query } }];
    const aggregations = [{ inputColumn: 'amount', operation: 7, windows: [{ length: 7, timeUnit: 1 }] }];
    const file = (content: object) => folderOf({ 'compiled/group_bys/team/a.b__0': JSON.stringify(content) });
    const metaData = { name: 'team.a.b__0' };
    const whole = { metaData, accuracy: 0, keyColumns: ['user'], sources, aggregations };
    expect(printed(file(whole))).toEqual(['', '2 passed, 0 failed']);
    const odd = [{ inputColumn: 'amount', operation: 7, windows: [{ length: 7, timeUnit: 2 }] }];
    const lines = printed(file({ ...whole, aggregations: odd }));
    expect(lines[2]).toContain('bad-window: The window 7m is not a multiple of 5 minutes.');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  test('refuses a folder with nothing to run', () => {
    expect(() => printed(folderOf({ 'readme.txt': 'nothing' }))).toThrow('There is nothing to run below');
    expect(() => printed('/no/such/folder')).toThrow('There is no folder /no/such/folder');
  });
});
