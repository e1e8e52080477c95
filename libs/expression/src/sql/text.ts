/** A text as a literal of DuckDB, in which nothing but the quote itself is special. */
export const duckDbText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name in DuckDB. */
export const duckDbName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal of GoogleSQL: everything but plain ASCII as an escape, so that no quoting of any kind ends it. */
export const googleText = (text: string): string => `'${escaped(text)}'`;

/** A name in GoogleSQL. */
export const googleName = (name: string): string => `\`${escaped(name)}\``;

function escaped(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isPlain = code >= 0x20 && code < 0x7f && !'\\\'"`'.includes(character);
    result += isPlain ? character : code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  }
  return result;
}

/** Bytes as a literal of GoogleSQL. */
export const googleBytes = (bytes: Uint8Array): string =>
  `b'${Array.from(bytes, (byte) => `\\x${hex(byte, 2)}`).join('')}'`;

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
