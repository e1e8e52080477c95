/** Quoted pieces, which stay as they are, and runs of comments and blanks, which say nothing. */
const PIECE =
  /('''|""")(?:\\[\s\S]|(?!\1)[\s\S])*\1|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`[^`]*`|(?<blank>(?:--[^\n]*|\/\*[\s\S]*?\*\/|\s)+)/g;

/** A query without comments, and with one blank where there are any: equal for texts that differ in layout alone. */
export const sqlWords = (text: string): string =>
  [...text.matchAll(PIECE)]
    .reduceRight(
      (rest, { index, 0: piece, groups }) =>
        groups?.['blank'] === undefined ? rest : `${rest.slice(0, index)} ${rest.slice(index + piece.length)}`,
      text,
    )
    .trim();
