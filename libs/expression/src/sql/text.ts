/** A text as a literal of DuckDB, in which nothing but the quote itself is special. */
export const duckDbText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name in DuckDB. */
export const duckDbName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal of GoogleSQL: everything but plain ASCII as an escape, so that no quoting of any kind ends it. */
export function googleText(text: string): string {
  let literal = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (
      code >= 0x20 &&
      code < 0x7f &&
      character !== '\\' &&
      character !== "'" &&
      character !== '"' &&
      character !== '`'
    )
      literal += character;
    else literal += code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  }
  return `'${literal}'`;
}

/** Bytes as a literal of GoogleSQL. */
export const googleBytes = (bytes: Uint8Array): string =>
  `b'${Array.from(bytes, (byte) => `\\x${hex(byte, 2)}`).join('')}'`;

/** A name in GoogleSQL. */
export const googleName = (name: string): string =>
  `\`${Array.from(name, (character) => (character === '`' || character === '\\' ? `\\${character}` : character)).join('')}\``;

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
