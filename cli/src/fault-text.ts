import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefinitionError } from '@isochron/authoring';

/**
 * Why a definition file could not be read, each fault of it a sentence that begins with `file:line:column: ` as far as that is known,
 * the file as it is typed from where the person stands.
 */
export function faultText(file: string, thrown: unknown): string {
  if (thrown instanceof DefinitionError) {
    const { file: at, line, column } = thrown.place;
    return thrown.faults.map((fault) => `${shortPath(at)}:${line}:${column}: ${fault}`).join('\n');
  }
  const place = thrown instanceof Error ? placeIn(thrown.stack ?? '') : null;
  return `${place ?? shortPath(file)}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
}

/** The first place in a stack; of a syntax error Node says the file and line before the stack, and the column by a caret below it. */
function placeIn(stack: string): string | null {
  const found = /(file:\/\/\S+?):(\d+)(?::(\d+))?(?=[\s)]|$)/m.exec(stack);
  const [, url, line, column] = found ?? [];
  if (url === undefined || line === undefined) return null;
  const caret = found?.index === 0 ? /^( *)\^+$/m.exec(stack)?.[1]?.length : undefined;
  const at = column ?? (caret === undefined ? undefined : String(caret + 1));
  return `${shortPath(fileURLToPath(url))}:${line}${at === undefined ? '' : `:${at}`}`;
}

const shortPath = (path: string): string => relative(process.cwd(), path) || path;
