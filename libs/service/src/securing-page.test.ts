import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { guardSettings } from './guard.ts';

const page = readFileSync(new URL('../../../docs/securing.md', import.meta.url), 'utf8');

test('the table of docs/securing.md has every setting that guards a service, and no other', () => {
  const [, rows = ''] = /## Settings\n\n\|.*\n\|.*\n((?:\|.*\n)+)/.exec(page) ?? [];
  const named = rows
    .trimEnd()
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const schema = z.toJSONSchema(z.object(guardSettings), { io: 'input', unrepresentable: 'any' });
  expect(named.toSorted()).toEqual(pathsOf(schema, []).toSorted());
});

test('its example is a configuration', () => {
  const [, json = ''] = /```json\n([^`]+)```/.exec(page) ?? [];
  const { host, ...settings } = z.looseObject({ host: z.string() }).parse(JSON.parse(json));
  expect(host).toBe('0.0.0.0');
  expect(z.strictObject(guardSettings).parse(settings).access.grants).toHaveLength(2);
});

function pathsOf({ properties }: z.core.JSONSchema.BaseSchema, path: readonly string[]): readonly string[] {
  if (properties === undefined) return [path.join('.')];
  return Object.entries(properties).flatMap(([name, inner]) =>
    typeof inner === 'boolean' ? [] : pathsOf(inner, [...path, name]),
  );
}
