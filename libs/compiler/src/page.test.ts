import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDefinition } from '@isochron/authoring';
import { expect, onTestFinished, test } from 'vitest';
import type { Catalog } from './catalog.ts';
import { compile } from './compile.ts';
import { printDiagnostic } from './print-diagnostic.ts';
import { parseType } from './type-text.ts';

const root = new URL('../../../', import.meta.url);

const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  flights: { date: 'TIMESTAMP', delay: 'INT64', origin: 'STRING', destination: 'STRING' },
  airports: { code: 'STRING', runways: 'INT64' },
  airport_changes: { code: 'STRING', runways: 'INT64', mutation_ts: 'INT64', is_before: 'BOOL' },
};

const catalog: Catalog = {
  tables: new Map(
    Object.entries(tables).map(([name, columns]) => [
      name,
      Object.entries(columns).map(([column, text]) => {
        const type = parseType(text, column);
        if ('fault' in type) throw new Error(type.fault);
        return { name: column, type };
      }),
    ]),
  ),
};

test('the definitions in docs/definitions.md compile', async () => {
  const page = readFileSync(new URL('docs/definitions.md', root), 'utf8');
  const code = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = '']) => text).join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'isochron-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'page.mts');
  writeFileSync(
    path,
    code.replaceAll("'@isochron/authoring'", `'${new URL('libs/authoring/src/index.ts', root).href}'`),
  );
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
  const definitions = Object.entries(module).flatMap(([name, definition]) =>
    isDefinition(definition) ? [{ team: 'flights', file: 'page', export: name, definition }] : [],
  );
  expect(definitions.length).toBeGreaterThan(8);

  const { diagnostics } = compile(definitions, catalog);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(printDiagnostic)).toEqual([]);
});
