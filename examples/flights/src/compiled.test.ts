import { readFile, writeFile } from 'node:fs/promises';
import { isDefinition } from '@isochron/authoring';
import { type Catalog, compile, type NamedDefinition, printDiagnostic, tablesFile } from '@isochron/compiler';
import type { Field } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import * as delays from '../features/flights/delays.ts';
import * as leaking from '../features/flights/leaking.ts';
import * as serving from '../features/flights/serving.ts';
import * as training from '../features/flights/training.ts';

const columns: readonly Field[] = [
  { name: 'date', type: { kind: 'timestamp' } },
  { name: 'delay', type: { kind: 'long' } },
  { name: 'distance', type: { kind: 'long' } },
  { name: 'origin', type: { kind: 'string' } },
  { name: 'destination', type: { kind: 'string' } },
];

const definitions: readonly NamedDefinition[] = Object.entries({ delays, leaking, serving, training }).flatMap(
  ([file, exported]) =>
    Object.entries(exported).flatMap(([name, definition]) =>
      isDefinition(definition) ? [{ team: 'flights', file, export: name, definition }] : [],
    ),
);

const catalog: Catalog = { tables: new Map([['flights', columns]]) };

describe('the flights example', () => {
  const compilation = compile(definitions, catalog);

  it('compiles without a diagnostic', () => {
    expect(compilation.diagnostics.map(printDiagnostic)).toEqual([]);
    expect([...compilation.plans.keys()]).toHaveLength(8);
  });

  it.each(compilation.objects.map(({ file, json }) => ({ file, json })))(
    'has its committed $file, as npx isochron compile writes it',
    async ({ file, json }) => {
      const committed = new URL(`../${file}`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(committed, json);
      expect(json).toBe(await readFile(committed, 'utf8'));
    },
  );

  it.each([...compilation.types])('has its committed %s, as npx isochron compile writes it', async (file, text) => {
    expect(text).toBe(await readFile(new URL(`../${file}`, import.meta.url), 'utf8'));
  });

  it('has its features/tables.ts as npx isochron tables writes it', async () => {
    const before = await readFile(new URL('../features/tables.ts', import.meta.url), 'utf8');
    expect(tablesFile(catalog.tables, before)).toEqual({ text: before });
  });

  it('makes the 44 features that the README counts', () => {
    const plan = compilation.plans.get('flights/training.lateness__1');
    if (plan?.kind !== 'join') throw new Error('lateness is a join');
    expect(plan.outputs).toHaveLength(44);
  });
});
