import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { packageTable } from './import-rules/package-table.ts';
import { rules } from './import-rules/rules.ts';
import { readTree } from './import-rules/source-tree.ts';

/** A small house that keeps every rule: a pure lib on another, a port, its adapter, a service, the command line, an example. */
const house: Readonly<Record<string, string>> = {
  ...manifests('libs/schema', []),
  ...manifests('libs/expression', ['schema']),
  ...manifests('libs/aggregation', ['schema']),
  ...manifests('libs/authoring', ['schema']),
  ...manifests('libs/warehouse', ['schema']),
  ...manifests('libs/warehouse-duckdb', ['warehouse'], { '@duckdb/node-api': '1.0.0' }),
  ...manifests('services/backfill', ['warehouse', 'warehouse-duckdb'], {}, { './wiring': './src/wiring.ts' }),
  ...manifests('cli', ['backfill']),
  ...manifests('examples/flights', ['authoring']),
  'package.json': json({
    workspaces: ['libs/*', 'services/*', 'cli', 'examples/*'],
    devDependencies: { vitest: '5.0.0' },
  }),
  'tsconfig.json': json({
    references: [
      'libs/schema',
      'libs/expression',
      'libs/aggregation',
      'libs/authoring',
      'libs/warehouse',
      'libs/warehouse-duckdb',
      'services/backfill',
      'cli',
      'examples/flights',
    ].map((path) => ({ path })),
  }),
  'libs/schema/src/index.ts': 'export const one = 1;\n',
  'libs/aggregation/src/index.ts': [
    "import type { one } from '@isochron/schema';",
    'export const seen = (clock: { readonly Date: { now(): number } }, process: { readonly env: string }) => process.env;',
    'export const day = (ms: number): typeof one | string => new Date(ms).toISOString();',
  ].join('\n'),
  'libs/aggregation/src/index.test.ts':
    "import { test } from 'vitest';\nimport 'node:fs';\ntest('x', () => Date.now());\n",
  'libs/authoring/src/index.ts': 'export {};\n',
  'libs/authoring/src/place.ts': 'Error.captureStackTrace({});\n',
  'libs/warehouse/src/index.ts': "export type { one } from '@isochron/schema';\n",
  'libs/warehouse-duckdb/src/index.ts': "import '@duckdb/node-api';\nimport '@isochron/warehouse';\n",
  'services/backfill/src/wiring.ts': "import '@isochron/warehouse-duckdb';\nimport './config.ts';\n",
  'services/backfill/src/config.ts': "export const home = process.env['ISOCHRON_HOME'];\n",
  'cli/src/wiring.ts': "export * from '@isochron/backfill/wiring';\n",
  'examples/flights/features/flights/departures.ts': "import '@isochron/authoring';\nimport '../tables.ts';\n",
  'examples/flights/features/tables.ts': "import '@isochron/authoring';\n",
};

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

test('a house that keeps the rules has no violation', () => {
  expect(violations({})).toEqual([]);
});

describe.each<[rule: string, fault: string, changed: Readonly<Record<string, string>>, expected: string]>([
  [
    'allowed-edges',
    'a pure lib imports one it may not',
    edge('libs/schema', 'libs/aggregation'),
    'libs/schema/src/index.ts:1',
  ],
  ['allowed-edges', 'a package without a row', { ...manifests('libs/misc', []), ...refer('libs/misc') }, 'libs/misc'],
  ['allowed-edges', 'an npm package nobody allowed', npm('libs/schema', 'left-pad'), 'libs/schema/src/index.ts:1'],
  [
    'allowed-edges',
    'an adapter with a second SDK',
    npm('libs/warehouse-duckdb', 'lmdb'),
    'libs/warehouse-duckdb/src/index.ts:1',
  ],
  [
    'allowed-edges',
    'an edge of types alone',
    edge('libs/schema', 'libs/aggregation', 'import type { x }'),
    'libs/schema/src/index.ts:1',
  ],
  [
    'pure-libs',
    'a module of Node',
    source('libs/schema', "\nimport { join } from 'node:path';"),
    'libs/schema/src/index.ts:2',
  ],
  [
    'pure-libs',
    'a type of Node',
    source('libs/schema', "type X = import('node:fs').Stats;"),
    'libs/schema/src/index.ts:1',
  ],
  [
    'pure-libs',
    'the clock',
    source('libs/schema', 'export const now = () => Date.now();'),
    'libs/schema/src/index.ts:1',
  ],
  [
    'pure-libs',
    'the clock, by new Date()',
    source('libs/schema', 'export const now = () => new Date();'),
    'libs/schema/src/index.ts:1',
  ],
  [
    'pure-libs',
    'performance',
    source('libs/schema', 'export const t = performance.now();'),
    'libs/schema/src/index.ts:1',
  ],
  ['pure-libs', 'randomness', source('libs/schema', 'export const r = Math.random();'), 'libs/schema/src/index.ts:1'],
  ['pure-libs', 'a timer', source('libs/schema', 'setTimeout(() => 1, 5);'), 'libs/schema/src/index.ts:1'],
  ['pure-libs', 'the network', source('libs/schema', "await fetch('x');"), 'libs/schema/src/index.ts:1'],
  ['pure-libs', 'the process', source('libs/schema', 'process.exit(1);'), 'libs/schema/src/index.ts:1'],
  ['pure-libs', 'the stack', source('libs/schema', 'Error.captureStackTrace({});'), 'libs/schema/src/index.ts:1'],
  ['pure-libs', 'an exception without its file', manifests('libs/avro', ['schema']), 'libs/avro/src/avsc.ts'],
  [
    'wiring-only',
    'a service names an adapter outside of its wiring',
    { 'services/backfill/src/fold.ts': "import '@isochron/warehouse-duckdb';" },
    'services/backfill/src/fold.ts:1',
  ],
  [
    'wiring-only',
    'a command imports a service',
    { 'cli/src/main.ts': "import type { B } from '@isochron/backfill/wiring';" },
    'cli/src/main.ts:1',
  ],
  [
    'wiring-only',
    'a service exports its inside',
    manifests(
      'services/backfill',
      ['warehouse', 'warehouse-duckdb'],
      {},
      { '.': './src/index.ts', './wiring': './src/wiring.ts' },
    ),
    'services/backfill/package.json',
  ],
  ['environment-in-config', 'a source reads it', { 'cli/src/main.ts': "process.env['X'];" }, 'cli/src/main.ts:1'],
  ['environment-in-config', 'written with brackets', { 'cli/src/main.ts': "process['env'];" }, 'cli/src/main.ts:1'],
  [
    'no-inside-imports',
    'by name',
    { 'libs/expression/src/index.ts': "import '@isochron/schema/src/index.ts';" },
    'libs/expression/src/index.ts:1',
  ],
  [
    'no-inside-imports',
    'by path, in a test too',
    { 'libs/expression/src/index.test.ts': "export * from '../../schema/src/index.ts';" },
    'libs/expression/src/index.test.ts:1',
  ],
  ['no-cycles', 'two libs that need each other', manifests('libs/schema', ['aggregation']), 'libs/schema/package.json'],
  ['declared', 'an undeclared package', { 'cli/src/main.ts': "await import('commander');" }, 'cli/src/main.ts:1'],
  [
    'declared',
    'a dependency without a project reference',
    { 'libs/expression/tsconfig.json': json({ references: [] }) },
    'libs/expression/tsconfig.json',
  ],
  ['declared', 'a package the root does not build', { 'tsconfig.json': json({ references: [] }) }, 'tsconfig.json'],
  [
    'feature-definitions',
    'a definition reads a file',
    { 'examples/flights/features/flights/departures.ts': "import { readFileSync } from 'node:fs';" },
    'examples/flights/features/flights/departures.ts:1',
  ],
])('%s catches', (rule, fault, changed, expected) => {
  test(fault, () => {
    expect(violations(changed)).toContain(`${rule} ${expected}`);
  });
});

function violations(changed: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'isochron-rules-'));
  made.push(root);
  for (const [path, text] of Object.entries({ ...house, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const tree = readTree(root);
  return rules.flatMap((rule) =>
    rule.check(tree, packageTable).map(({ file, line }) => `${rule.name} ${line === null ? file : `${file}:${line}`}`),
  );
}

function manifests(
  folder: string,
  needs: readonly string[],
  npmPackages: Readonly<Record<string, string>> = {},
  exported: Readonly<Record<string, string>> = { '.': './src/index.ts' },
): Record<string, string> {
  const name = folder.split('/').at(-1);
  const up = '../'.repeat(folder.split('/').length);
  const folderOf = (need: string): string => (need === 'backfill' ? `services/${need}` : `libs/${need}`);
  const dependencies = { ...Object.fromEntries(needs.map((need) => [`@isochron/${need}`, '0.1.0'])), ...npmPackages };
  return {
    [`${folder}/package.json`]: json({ name: `@isochron/${name}`, exports: exported, dependencies }),
    [`${folder}/tsconfig.json`]: json({ references: needs.map((need) => ({ path: `${up}${folderOf(need)}` })) }),
  };
}

function source(folder: string, text: string): Record<string, string> {
  return { [`${folder}/src/index.ts`]: text };
}

function edge(from: string, to: string, words = 'export *'): Record<string, string> {
  return source(from, `${words} from '@isochron/${to.split('/').at(-1)}';`);
}

function npm(folder: string, name: string): Record<string, string> {
  return source(folder, `import '${name}';`);
}

function refer(folder: string): Record<string, string> {
  const root = JSON.parse(house['tsconfig.json'] ?? '') as { readonly references: readonly object[] };
  return { 'tsconfig.json': json({ references: [...root.references, { path: folder }] }) };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
