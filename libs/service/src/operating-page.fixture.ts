import { readFileSync } from 'node:fs';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import { guardSettings } from './guard.ts';

const page = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');

/** The metrics that `docs/operating.md` has of a service, each as `name kind labels`. */
export function documentedMetrics(service: string): readonly string[] {
  return rowsUnder('| metric | kind | labels | of | what it tells |')
    .filter(([, , , of]) => of === 'both' || of === service)
    .map(([name, kind, labels]) => `${name} ${kind} ${labels}`.trimEnd())
    .toSorted();
}

/** Those that a service has, but for what Node says of itself. */
export function registeredMetrics(registry: Registry): readonly string[] {
  return registry
    .getMetricsAsArray()
    .filter(({ name }) => name.startsWith('isochron_'))
    .map((metric) => {
      // It has them, though its type does not say so.
      const { labelNames, type } = metric as unknown as { labelNames: readonly string[]; type: string };
      return `${metric.name} ${type} ${labelNames.join(', ')}`.trimEnd();
    })
    .toSorted();
}

/** The settings that `docs/operating.md` has of a service. */
export function documentedSettings(service: string): readonly string[] {
  return rowsUnder('| setting | of | default | |')
    .filter(([, of]) => of === 'both' || of === service)
    .map(([name = '']) => name)
    .toSorted();
}

/** Those of a schema, but for those of docs/securing.md; what has a page of its own is named as a whole. */
export function settingsOf(schema: z.ZodType, pages: readonly string[] = []): readonly string[] {
  const elsewhere = Object.keys(guardSettings);
  return pathsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), [], pages)
    .filter((path) => !elsewhere.includes(path.split('.')[0] ?? ''))
    .toSorted();
}

function pathsOf(
  { properties }: z.core.JSONSchema.BaseSchema,
  path: readonly string[],
  pages: readonly string[],
): readonly string[] {
  if (properties === undefined || pages.includes(path.join('.'))) return [path.join('.')];
  return Object.entries(properties).flatMap(([name, inner]) =>
    typeof inner === 'boolean' ? [] : pathsOf(inner, [...path, name], pages),
  );
}

/** The cells of a table, without what marks them as code. */
function rowsUnder(head: string): readonly (readonly string[])[] {
  const [, rows = ''] = page.split(`${head}\n`);
  const [table = ''] = rows.split('\n\n');
  return table
    .split('\n')
    .slice(1)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}
