import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where an expression stands in a compiled definition. */
export type TextKind = 'select' | 'where' | 'time' | 'derivation';

export interface CompiledText {
  readonly kind: TextKind;
  readonly text: string;
}

/** The distinct expressions of the compiled definitions in a folder and below, in order. Throws for a file that is no JSON. */
export function compiledTexts(folder: string): readonly CompiledText[] {
  const found = new Map<string, CompiledText>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const definition: unknown = JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    for (const each of textsOf(definition)) found.set(`${each.kind} ${each.text}`, each);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function textsOf(value: unknown): readonly CompiledText[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, of]): readonly CompiledText[] => {
    switch (key) {
      case 'selects':
        return textValues(of).map((text) => ({ kind: 'select', text }));
      case 'wheres':
        return textValues(of).map((text) => ({ kind: 'where', text }));
      case 'timeColumn':
        return textValues([of]).map((text) => ({ kind: 'time', text }));
      case 'derivations':
        return Array.isArray(of) ? of.flatMap(derivationOf) : [];
      default:
        return textsOf(of);
    }
  });
}

const textValues = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).filter((each): each is string => typeof each === 'string' && each !== '')
    : [];

/** `*` takes all columns as they are, and is no expression. */
function derivationOf(value: unknown): readonly CompiledText[] {
  const text = typeof value === 'object' && value !== null && 'expression' in value ? value.expression : '';
  return typeof text === 'string' && text !== '' && text !== '*' ? [{ kind: 'derivation', text }] : [];
}
