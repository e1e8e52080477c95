import { IsochronError } from '@isochron/schema';

const TABLE = /^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*)*$/;
const NAME_CHARS_MAX = 200;
const COLUMN_CHARS_MAX = 300;

/** An identifier, quoted. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const list = (parts: readonly string[]): string => parts.join(', ');

/** A table's name is also its folder's, so it is checked before it meets a path. */
export function checkedTable(name: string): string {
  if (name.length > NAME_CHARS_MAX || !TABLE.test(name)) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `"${name}" is not a table name; use letters, digits, _ and - in parts joined by dots, at most ${NAME_CHARS_MAX} characters.`,
    );
  }
  return name;
}

/** Names of columns as DuckDB sees them: case does not tell two apart, and `ds` is the partition's own. */
export function checkedColumns(names: readonly string[], what: string): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const lower = name.toLowerCase();
    const other = seen.get(lower);
    if (name === '' || name.length > COLUMN_CHARS_MAX || hasControlCharacter(name)) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `${what} has a column named "${name}"; use 1 to ${COLUMN_CHARS_MAX} printable characters.`,
      );
    }
    if (lower === 'ds') {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `${what} has a column "${name}", which is the partition's name here; rename the column.`,
      );
    }
    if (other !== undefined) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `${what} has two columns that only case tells apart, "${other}" and "${name}"; rename one.`,
      );
    }
    seen.set(lower, name);
  }
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 32) return true;
  return false;
}
