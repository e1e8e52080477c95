import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { runCompiler } from './run-compiler.fixture.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
const types = ['INT64', 'FLOAT64', 'STRING', 'NUMERIC(10, 2)', 'ARRAY<INT64>'];
const columns = Array.from({ length: 200 }, (_, index) => ({
  name: `column_${index}`,
  type: types[index % types.length],
}));

/** What is aggregated of every column. */
const aggregated = (names: readonly string[], buckets: readonly string[]): string =>
  `({ ${names.join(', ')} }) => [
    ${names.map((name) => `${name}.count('1h', '7d'), ${name}.lastK(3, '30d').by(${buckets.map((bucket) => `'${bucket}'`).join(', ')})`).join(',\n    ')},
  ]`;

/** A repository with tables of 200 columns; half of what is selected are columns, half expressions, and all of it is aggregated. */
function wideDefinitions(): string {
  const selects = columns.map(
    ({ name }, index) => `${name}: '${index % 2 === 0 ? name : `IF(${name} IS NULL, 0, 1)`}'`,
  );
  const names = columns.map(({ name }) => name);
  const groupBy = (name: string) => `
export const ${name} = groupBy({
  version: 1,
  sources: [events, others],
  keys: ['column_0', 'column_2'],
  aggregations: ${aggregated(names, ['column_1', 'column_3'])},
});`;
  return `import { eventSource, groupBy, join, part, table } from '${source}index.ts';
const wide = table('wide', { ${columns.map(({ name, type }) => `${name}: '${type}'`).join(', ')} });
const events = eventSource({ table: wide, time: '0', select: { ${selects.join(', ')} } });
const others = eventSource({ table: wide, time: '1', select: { ${selects.join(', ')} } });
${['first', 'second', 'third'].map(groupBy).join('\n')}
export const joined = join({
  version: 1,
  left: events,
  parts: [part(first), part(second, { on: { column_5: 'column_0' } }), part(third, { on: { column_7: 'column_2' }, prefix: 'x' })],
});
`;
}

/**
 * Three levels of chaining, each a GroupBy of 200 columns, with derivations, and a Join of it, whose rows are the source of the next. What each level's
 * Join has, 600 features and more, comes in as the types that are written into \`compiled/types\`.
 */
function chainedDefinitions(): string {
  const names = columns.map(({ name }) => name);
  const types = (level: number) => {
    const features = names.flatMap((name) =>
      [`${name}_count_1h`, `${name}_count_7d`].map((feature) => `column_0_${feature}: 'INT64'`),
    );
    const lists = names.map((name) => `column_0_${name}_last3_30d_by_column_1: 'MAP<STRING, ARRAY<STRING>>'`);
    const left = columns.map(({ name, type }) => `${name}: '${type}'`);
    return `
type Level${level}Columns = { ${[...left, "ts: 'INT64'", ...features, ...lists].join('; ')} };
type Level${level}Base = { ${[...left, "ts: 'INT64'", "ds: 'STRING'", ...features, ...lists].join('; ')} };`;
  };
  const level = (at: number) => {
    const from = (index: number) => (index % 2 === 0 || at === 1 ? names[index] : `column_0_${names[index]}_count_7d`);
    const selects = names.map((name, index) => `${name}: '${from(index)}'`).join(', ');
    const rows =
      at === 1
        ? `eventSource({ table: wide, time: '0', select: { ${selects} } })`
        : `joinSource({ join: joined${at - 1}, columns: columnsOf<Level${at - 1}Columns>(), time: 'ts', select: { ${selects} } })`;
    const derive = names.map((name) => `share_of_${name}: 'SAFE_DIVIDE(${name}_count_1h, ${name}_count_7d)'`);
    return `
export const rows${at} = ${rows};
export const group${at} = groupBy({
  version: 1,
  sources: [rows${at}],
  keys: ['column_0'],
  aggregations: ${aggregated(names, ['column_2'])},
  derive: { ${derive.join(', ')} },
});
export const joined${at} = join({
  version: 1,
  left: rows${at},
  parts: [part(group${at}), part(group${at}, { on: { column_5: 'column_0' }, prefix: 'x' })],
  base: columnsOf<Level${at}Base>(),
  derive: { ${names.map((name) => `again_${name}: 'column_0_${name}_count_1h'`).join(', ')} },
  keep: [${names.map((name) => `'column_0_${name}_count_7d'`).join(', ')}],
});`;
  };
  return `import { columnsOf, eventSource, groupBy, join, joinSource, part, table } from '${source}index.ts';
const wide = table('wide', { ${columns.map(({ name, type }) => `${name}: '${type}'`).join(', ')} });
${[1, 2, 3].map(types).join('\n')}
${[1, 2, 3].map(level).join('\n')}
`;
}

function check(definitions: string): ReturnType<typeof runCompiler> {
  const folder = mkdtempSync(join(tmpdir(), 'isochron-editor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'wide.mts'), definitions);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(source, '../fixtures/tsconfig.json'),
      compilerOptions: { typeRoots: [join(source, '../../../node_modules/@types')] },
      files: ['wide.mts'],
    }),
  );
  return runCompiler(folder, 'wide.mts');
}

test.each([
  ['200 columns, three GroupBys of two sources', wideDefinitions],
  ['200 columns, three levels of chaining', chainedDefinitions],
])('%s: checked in under 1,000,000 instantiations', (_, definitions) => {
  const { errors, figures } = check(definitions());

  expect(errors).toEqual([]);
  expect(figures.get('Instantiations')).toBeGreaterThan(20_000);
  expect(figures.get('Instantiations')).toBeLessThan(1_000_000);
});
