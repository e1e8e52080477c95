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

/** A repository with tables of 200 columns; half of what is selected are columns, half expressions, and all of it is aggregated. */
function definitions(): string {
  const selects = columns.map(
    ({ name }, index) => `${name}: '${index % 2 === 0 ? name : `IF(${name} IS NULL, 0, 1)`}'`,
  );
  const groupBy = (name: string) => `
export const ${name} = groupBy({
  version: 1,
  sources: [events, others],
  keys: ['column_0', 'column_2'],
  aggregations: ({ ${columns.map((column) => column.name).join(', ')} }) => [
    ${columns.map((column) => `${column.name}.count('1h', '7d'), ${column.name}.lastK(3, '30d').by('column_1', 'column_3')`).join(',\n    ')},
  ],
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

test('200 columns are checked in under 1,000,000 instantiations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isochron-editor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'wide.mts'), definitions());
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(source, '../fixtures/tsconfig.json'),
      compilerOptions: { typeRoots: [join(source, '../../../node_modules/@types')] },
      files: ['wide.mts'],
    }),
  );

  const { errors, figures } = runCompiler(folder, 'wide.mts');

  expect(errors).toEqual([]);
  expect(figures.get('Instantiations')).toBeGreaterThan(20_000);
  expect(figures.get('Instantiations')).toBeLessThan(1_000_000);
});
