import { BitReader, BitWriter } from './bit-stream.ts';
import { columnCode } from './huffman.ts';

/**
 * Pairs in ascending order as bits: each as the distance of its column from the one expected (the column after the last, or 0 in a new row), in
 * a Huffman code, and of its row from the last, in a Golomb code: high part unary, then so many low bits (Lang 2017, section 5).
 */
export function writePairs(pairs: Uint32Array, lgK: number): Uint8Array {
  const lowBits = lowBitsOf(pairs.length, lgK);
  const writer = new BitWriter(pairs.length * 2);
  let row = 0;
  let column = 0;
  for (const pair of pairs) {
    const rows = (pair >>> 6) - row;
    if (rows > 0) column = 0;
    const code = columnCode.codes[(pair & 63) - column] as number;
    writer.write(code & 0xfff, code >> 12);
    writer.writeUnary(rows >>> lowBits);
    writeLow(writer, rows & (2 ** lowBits - 1), lowBits);
    row = pair >>> 6;
    column = (pair & 63) + 1;
  }
  writer.write(0, fillingOf(lowBits));
  return writer.finish();
}

/** `count` pairs of rows below k and columns below 64, ascending. A sentence says why the bits do not hold them. */
export function readPairs(bytes: Uint8Array, count: number, lgK: number): Uint32Array | string {
  if (2 * count > 8 * bytes.length) return `${count} pairs cannot be in ${bytes.length} bytes`;
  const lowBits = lowBitsOf(count, lgK);
  const reader = new BitReader(bytes);
  const pairs = new Uint32Array(count);
  let row = 0;
  let column = 0;
  for (let at = 0; at < count; at++) {
    const found = columnCode.symbols[reader.peek()] as number;
    reader.skip(found >> 8);
    const rows = reader.readUnary() * 2 ** lowBits + reader.read(lowBits);
    if (rows > 0) column = 0;
    row += rows;
    column += found & 0xff;
    if (reader.isPastEnd) return `its pairs end at ${at} of ${count}`;
    if (row >= 2 ** lgK || column > 63) return `pair ${at} is in row ${row}, column ${column}`;
    pairs[at] = row * 64 + column;
    column++;
  }
  return reader.endsAfter(fillingOf(lowBits)) ? pairs : `its ${count} pairs do not end where they should`;
}

/** Zeros at the end, so that a reader may look 12 bits ahead. */
function fillingOf(lowBits: number): number {
  return Math.max(0, 10 - lowBits);
}

/** How many bits of a row's distance are written as they are: the logarithm of the mean distance. */
function lowBitsOf(pairs: number, lgK: number): number {
  return Math.max(0, Math.floor(Math.log2(Math.floor(2 ** lgK / pairs))));
}

function writeLow(writer: BitWriter, bits: number, count: number): void {
  const some = Math.min(16, count);
  writer.write(bits & 0xffff, some);
  if (count > some) writer.write(bits >>> 16, count - some);
}
