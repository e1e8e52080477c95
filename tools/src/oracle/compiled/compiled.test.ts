import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shown } from './command.ts';
import { judge } from './judge.ts';
import { recorded } from './recorded.fixture.ts';
import { type CompiledText, compiledTexts } from './texts.ts';

describe('expressions of the existing system', () => {
  it('run in its dialect, all of them', () => {
    expect(recorded.length).toBe(48);
    const refused = recorded.filter((each) => judge(each, 'spark').kind === 'refused');
    expect(refused).toEqual([]);
  });

  it('are GoogleSQL too, but for a function', () => {
    const refused = recorded.filter((each) => judge(each, 'googlesql').kind === 'refused');
    expect(refused.map(({ text }) => text)).toEqual(['UNIX_TIMESTAMP(ts) * 1000']);
  });

  it.each<[CompiledText, readonly string[]]>([
    [{ kind: 'where', text: "status == 'ok'" }, ['where status == \'ok\'', '  spark      BOOL of status string', '  googlesql  refused: Found "==" where an operator or the end of the text is expected.']],
    [{ kind: 'where', text: 'amount' }, ['where amount', '  spark      BOOL of amount boolean', '  googlesql  BOOL of amount boolean']],
    [{ kind: 'select', text: 'EXPLODE(items)' }, ['select EXPLODE(items)', '  spark      refused: EXPLODE is refused: it gives many rows for one; explode in a staging query.', '  googlesql  refused: There is no function EXPLODE.']],
    [{ kind: 'select', text: "IF(SIZE(tags) > 0, tags[0], 'none')" }, ["select IF(SIZE(tags) > 0, tags[0], 'none')", '  spark      STRING of tags list', '  googlesql  refused: SIZE is a function of Spark SQL, not of GoogleSQL.']],
  ])('%o', (text, lines) => {
    expect(shown(text, [['spark', judge(text, 'spark')], ['googlesql', judge(text, 'googlesql')]])).toEqual(lines);
  });
});

it('the texts of a folder are found wherever they stand, each once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isochron-compiled-'));
  try {
    const query = { selects: { a: 'x + 1', b: 'y' }, wheres: ['x > 0'], timeColumn: 'ts' };
    const definition = { left: { events: { query } }, joinParts: [{ groupBy: { sources: [{ events: { query } }] } }] };
    const derivations = [{ name: '*', expression: '*' }, { name: 'ratio', expression: 'a / b' }];
    writeFileSync(join(folder, 'join'), JSON.stringify({ ...definition, derivations }));
    expect(compiledTexts(folder).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'derivation a / b',
      'select x + 1',
      'select y',
      'time ts',
      'where x > 0',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
