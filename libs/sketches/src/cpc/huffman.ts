import { columnCodeLengths, windowCodeLengths } from './code-lengths.ts';

/** A Huffman code of at most 12 bits. Its codes' first bit is the lowest, as the bits of an image are. */
export interface HuffmanCode {
  /** For each symbol its code, and above 12 bits the code's length. */
  readonly codes: Uint16Array;
  /** For each 12 bits to come, the symbol that they begin with, and above 8 bits its code's length. */
  readonly symbols: Uint16Array;
}

const CODE_BITS_MAX = 12;

/** Of the window's bytes, by `windowPhase`. */
export const windowCodes: readonly HuffmanCode[] = windowCodeLengths.map(canonicalCode);

/** Of differences between columns. */
export const columnCode: HuffmanCode = canonicalCode(columnCodeLengths);

/** The code whose lengths are given as hexadecimal digits, one a symbol. */
function canonicalCode(lengths: string): HuffmanCode {
  const codes = new Uint16Array(lengths.length);
  const symbols = new Uint16Array(2 ** CODE_BITS_MAX);
  let next = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    next *= 2;
    const digit = length.toString(16);
    for (let symbol = lengths.indexOf(digit); symbol >= 0; symbol = lengths.indexOf(digit, symbol + 1)) {
      const code = reversed(next++, length);
      codes[symbol] = code | (length << 12);
      for (let bits = code; bits < symbols.length; bits += 2 ** length) symbols[bits] = symbol | (length << 8);
    }
  }
  return { codes, symbols };
}

function reversed(bits: number, length: number): number {
  let turned = 0;
  for (let at = 0; at < length; at++) turned |= ((bits >> at) & 1) << (length - 1 - at);
  return turned;
}
