import { BitReader, BitWriter } from './bit-stream.ts';
import { type HuffmanCode, windowCodes } from './huffman.ts';

/** The bytes of a window in the Huffman code that suits the number of coupons. */
export function writeWindow(window: Uint8Array, lgK: number, coupons: number): Uint8Array {
  const { codes } = windowCodeOf(lgK, coupons);
  const writer = new BitWriter(window.length);
  for (const byte of window) {
    const code = codes[byte] as number;
    writer.write(code & 0xfff, code >> 12);
  }
  writer.write(0, FILLING);
  return writer.finish();
}

/** A window of k bytes. A sentence says why the bits do not hold it. */
export function readWindow(bytes: Uint8Array, lgK: number, coupons: number): Uint8Array | string {
  if (8 * bytes.length < 2 ** lgK) return `a window of ${2 ** lgK} rows cannot be in ${bytes.length} bytes`;
  const { symbols } = windowCodeOf(lgK, coupons);
  const reader = new BitReader(bytes);
  const window = new Uint8Array(2 ** lgK);
  for (let row = 0; row < window.length; row++) {
    const found = symbols[reader.peek()] as number;
    reader.skip(found >> 8);
    window[row] = found & 0xff;
  }
  return reader.endsAfter(FILLING) ? window : 'its window does not end where it should';
}

/** Zeros at the end, so that a reader may look 12 bits ahead. */
const FILLING = 11;

function windowCodeOf(lgK: number, coupons: number): HuffmanCode {
  return windowCodes[windowPhase(lgK, coupons)] as HuffmanCode;
}

/**
 * The number of the code. While the window slides, codes repeat after each k coupons, in 16 phases; before, there are stages by coupons a row.
 */
export function windowPhase(lgK: number, coupons: number): number {
  const perRow = coupons / 2 ** lgK;
  const stage = STAGE_ENDS.findIndex((end) => perRow < end);
  if (stage >= 0) return stage < 6 ? 16 + stage : 6;
  return Math.floor(perRow * 16) % 16;
}

/** Coupons a row at which each stage ends. The last has the code of phase 6, which it is near to. */
const STAGE_ENDS = [3 / 4, 11 / 10, 132 / 100, 5 / 3, 1965 / 1000, 2275 / 1000, 2375 / 1000];
