const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ '0': 'aeiouyhw', '1': 'bfpv', '2': 'cgjkqsxz', '3': 'dt', '4': 'l', '5': 'mn', '6': 'r' }).flatMap(
    ([code, letters]) => Array.from(letters + letters.toUpperCase(), (letter) => [letter, code]),
  ),
);

/** The first letter and three digits for how the next consonants sound. Only English letters count; empty without one. */
export function soundex(text: string): string {
  let result = '';
  let previous = '';
  for (const character of text) {
    const code = Object.hasOwn(CODES, character) ? CODES[character] : undefined;
    if (code === undefined) continue;
    if (result === '') {
      result = character;
      previous = code;
    } else if (code !== '0' && code !== previous) {
      result += code;
      previous = code;
    }
    if (result.length === 4) break;
  }
  return result === '' ? '' : result.padEnd(4, '0');
}
