import type { Definition } from './definition.ts';
import { isDefinition, isMade } from './made.ts';

/** What stands in a definition. */
export interface DefinitionsIn {
  /** Those that it is made of, itself first, each once. */
  readonly definitions: ReadonlySet<Definition>;
  /** Names of the tables that any of them reads, as they are declared. */
  readonly tables: ReadonlySet<string>;
}

/** Walks through whatever an author's call left behind: parts, sources, the joins they read, staging queries whose tables they read, models. */
export function definitionsIn(definition: Definition): DefinitionsIn {
  const definitions = new Set<Definition>();
  const tables = new Set<string>();
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isDefinition(value)) definitions.add(value);
    else if (isMade(value, 'table')) tables.add(value.name);
    for (const held of Object.values(value)) walk(held);
  };
  walk(definition);
  return { definitions, tables };
}
