import { readFile } from 'node:fs/promises';
import { isDefinition } from '@isochron/authoring';
import {
  type Catalog,
  compile,
  expressionKey,
  expressionsOf,
  type NamedDefinition,
  printDiagnostic,
} from '@isochron/compiler';
import type { DataType, Field } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import * as delays from '../features/flights/delays.ts';
import * as leaking from '../features/flights/leaking.ts';
import * as training from '../features/flights/training.ts';

const columns: readonly Field[] = [
  { name: 'date', type: { kind: 'timestamp' } },
  { name: 'delay', type: { kind: 'long' } },
  { name: 'distance', type: { kind: 'long' } },
  { name: 'origin', type: { kind: 'string' } },
  { name: 'destination', type: { kind: 'string' } },
];

/** What the warehouse says of the expressions that have no type of themselves. */
function typeOf(expression: string): DataType {
  const column = columns.find(({ name }) => name === expression);
  if (column !== undefined) return column.type;
  if (/^(UNIX_MILLIS|IF)\(/.test(expression)) return { kind: 'long' };
  if (/^CASE /.test(expression)) return { kind: 'string' };
  if (/ IS NOT NULL$| > \d+$/.test(expression)) return { kind: 'boolean' };
  throw new Error(`Say here which type the warehouse gives: ${expression}`);
}

const definitions: readonly NamedDefinition[] = Object.entries({ delays, leaking, training }).flatMap(
  ([file, exported]) =>
    Object.entries(exported).flatMap(([name, definition]) =>
      isDefinition(definition) ? [{ team: 'flights', file, export: name, definition }] : [],
    ),
);

function catalog(): Catalog {
  const tables = new Map([['flights', columns]]);
  const needed = expressionsOf(definitions, tables);
  return {
    tables,
    expressions: new Map(needed.map(({ table, expression }) => [expressionKey(table, expression), typeOf(expression)])),
  };
}

describe('the flights example', () => {
  const compilation = compile(definitions, catalog());

  it('compiles without a diagnostic', () => {
    expect(compilation.diagnostics.map(printDiagnostic)).toEqual([]);
    expect([...compilation.plans.keys()]).toHaveLength(7);
  });

  it.each(compilation.objects.map(({ file, json }) => ({ file, json })))(
    'has its committed $file, as npx isochron compile writes it',
    async ({ file, json }) => {
      expect(json).toBe(await readFile(new URL(`../${file}`, import.meta.url), 'utf8'));
    },
  );

  it('makes the 41 features that the README counts', () => {
    const plan = compilation.plans.get('flights/training.lateness__1');
    if (plan?.kind !== 'join') throw new Error('lateness is a join');
    expect(plan.parts.flatMap(({ outputs }) => outputs)).toHaveLength(41);
  });
});
