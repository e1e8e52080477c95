import { DEFAULT_SEED, seedHashOf } from '../hash/item-hash.ts';
import { ImageReader } from '../image/image-reader.ts';
import { ImageWriter } from '../image/image-writer.ts';
import { listedPairs, takeListedPairs } from './compression.ts';
import { CpcSketch } from './cpc-sketch.ts';
import { CpcState, nextChangeOf, probabilityOf } from './cpc-state.ts';
import { flavorOf, OFFSET_MAX, offsetOf } from './flavor.ts';
import { readPairs, writePairs } from './pair-code.ts';
import { countOf } from './state-merge.ts';
import { readWindow, writeWindow } from './window-code.ts';

const SERIAL_VERSION = 1;
const FAMILY = 16;
const COMPRESSED = 2;
const HAS_HIP = 4;
const HAS_PAIRS = 8;
const HAS_WINDOW = 16;

/**
 * The image of a sketch. Bytes 0 to 7: size of the preamble in words of 4 bytes, version, family, lg k, first column, flags, hash of the seed.
 * Then, each where the flags say so: coupons, how many pairs (of a window), HIP numbers, words of pairs, words of window; window; pairs.
 */
export function cpcImage(sketch: CpcSketch): Uint8Array {
  const { state, seed } = sketch;
  const { lgK, coupons } = state;
  const flavor = flavorOf(lgK, coupons);
  const windowed = flavor === 'pinned' || flavor === 'sliding';
  const pairs = listedPairs(state);
  const pairBytes = pairs.length > 0 ? writePairs(pairs, lgK) : undefined;
  const windowBytes = windowed && state.window !== null ? writeWindow(state.window, lgK, coupons) : undefined;
  const flags =
    COMPRESSED | (state.merged ? 0 : HAS_HIP) | (pairBytes ? HAS_PAIRS : 0) | (windowBytes ? HAS_WINDOW : 0);

  const words = preambleWords(flags);
  const writer = new ImageWriter(4 * words + (pairBytes?.length ?? 0) + (windowBytes?.length ?? 0));
  for (const byte of [words, SERIAL_VERSION, FAMILY, lgK, state.firstColumn, flags]) writer.byte(byte);
  writer.uint16(seedHashOf(seed));
  if (coupons > 0) {
    writer.uint32(coupons);
    if (pairBytes && windowBytes) writer.uint32(pairs.length);
    if (pairBytes && windowBytes && !state.merged) writeHip(writer, state);
    if (pairBytes) writer.uint32(pairBytes.length / 4);
    if (windowBytes) writer.uint32(windowBytes.length / 4);
    if (!(pairBytes && windowBytes) && !state.merged) writeHip(writer, state);
  }
  if (windowBytes) writer.bytes(windowBytes);
  if (pairBytes) writer.bytes(pairBytes);
  return writer.image();
}

/** The preamble's size follows from the flags: 2 words; coupons and a stream 2 more; a second stream 2 more; HIP numbers 4 more. */
function preambleWords(flags: number): number {
  const streams = (flags & HAS_PAIRS ? 1 : 0) + (flags & HAS_WINDOW ? 1 : 0);
  return 2 + 2 * streams + (streams > 0 && flags & HAS_HIP ? 4 : 0);
}

function writeHip(writer: ImageWriter, state: Readonly<CpcState>): void {
  writer.float64(state.probability);
  writer.float64(state.hip);
}

/**
 * The sketch of an image. Every field is checked against the others, so that no image is read as a sketch that its coupons do not make: a
 * DATA_LOSS names what is wrong. One made with another seed is none of ours. Memory is within some 50 times the image's.
 */
export function cpcOfImage(image: Uint8Array, seed: number = DEFAULT_SEED): CpcSketch {
  const reader = new ImageReader('CPC', image);
  const { state, flags } = readHeader(reader, seed);
  if ((flags & (HAS_PAIRS | HAS_WINDOW)) !== 0) readBody(reader, state, flags);
  reader.end();
  state.nextChange = nextChangeOf(state);
  return new CpcSketch(state, seed);
}

function readHeader(reader: ImageReader, seed: number): { state: CpcState; flags: number } {
  const words = reader.byte('preamble size');
  reader.among(reader.byte('version'), [SERIAL_VERSION], 'version');
  reader.among(reader.byte('family'), [FAMILY], 'family');
  const state = new CpcState(reader.within(reader.byte('lg k'), 4, 26, 'lg k'));
  state.firstColumn = reader.within(reader.byte('first column'), 0, OFFSET_MAX, 'first column');
  const flags = reader.byte('flags');
  if ((flags & COMPRESSED) === 0 || flags > 31 || (flags & 1) !== 0) reader.fail(`flags are ${flags}`);
  reader.among(words, [preambleWords(flags)], 'preamble size');
  reader.among(reader.uint16('seed hash'), [seedHashOf(seed)], 'seed hash');
  state.merged = (flags & HAS_HIP) === 0;
  if ((flags & (HAS_PAIRS | HAS_WINDOW)) === 0) reader.among(state.firstColumn, [0], 'first column');
  return { state, flags };
}

function readBody(reader: ImageReader, state: CpcState, flags: number): void {
  const hasPairs = (flags & HAS_PAIRS) !== 0;
  const hasWindow = (flags & HAS_WINDOW) !== 0;
  state.coupons = reader.uint32('coupons');
  checkFlavor(reader, state, hasPairs, hasWindow);
  const listed = hasPairs ? (hasWindow ? reader.uint32('pairs') : state.coupons) : 0;
  if (hasPairs && listed === 0) reader.fail('it has a list of no pairs');
  if (hasPairs && hasWindow) readHip(reader, state);
  const pairWords = hasPairs ? reader.uint32('words of pairs') : 0;
  const windowWords = hasWindow ? reader.uint32('words of window') : 0;
  if (!(hasPairs && hasWindow)) readHip(reader, state);

  const windowBytes = reader.bytes(4 * windowWords, 'window');
  const pairBytes = reader.bytes(4 * pairWords, 'pairs');
  const window = hasWindow ? readWindow(windowBytes, state.lgK, state.coupons) : null;
  if (typeof window === 'string') reader.fail(window);
  const pairs = listed > 0 ? readPairs(pairBytes, listed, state.lgK) : new Uint32Array();
  if (typeof pairs === 'string') reader.fail(pairs);
  const problem = takeListedPairs(state, window, pairs) ?? inconsistency(state);
  if (problem !== undefined) reader.fail(problem);
}

function readHip(reader: ImageReader, state: CpcState): void {
  if (state.merged) return;
  state.probability = reader.float64('probability');
  state.hip = reader.float64('HIP estimate');
}

function checkFlavor(reader: ImageReader, state: CpcState, hasPairs: boolean, hasWindow: boolean): void {
  const flavor = flavorOf(state.lgK, state.coupons);
  const windowed = flavor === 'pinned' || flavor === 'sliding';
  if (flavor === 'empty' || windowed !== hasWindow || !(windowed || hasPairs)) {
    reader.fail(
      `it lists ${hasPairs ? 'pairs' : 'no pairs'} and ${hasWindow ? 'a' : 'no'} window for ${state.coupons} coupons`,
    );
  }
  state.offset = reader.within(offsetOf(state.lgK, state.coupons), 0, OFFSET_MAX, 'window offset');
  reader.within(state.firstColumn, 0, state.offset, 'first column');
}

/** What in the state contradicts itself: the number of coupons, the first column, or the HIP numbers. */
function inconsistency(state: CpcState): string | undefined {
  const count = countOf(state);
  if (count !== state.coupons) return `it says ${state.coupons} coupons and has ${count}`;
  let least = 64;
  state.pairs.forEach((pair) => {
    least = Math.min(least, pair & 63);
  });
  if (least < state.firstColumn) return `its first column is ${state.firstColumn}, and column ${least} has a surprise`;
  if (state.merged) return undefined;
  const exact = probabilityOf(state);
  const { probability, hip, coupons } = state;
  // The running difference may have drifted by some roundings for each coupon; nothing more.
  if (!(Math.abs(probability - exact) <= 1e-4 * exact)) return `its probability is ${probability}, not ${exact}`;
  const greatest = coupons * (2 ** state.lgK / probability) * (1 + 1e-9);
  if (!(hip >= coupons * (1 - 1e-9) && hip <= greatest)) return `its HIP estimate is ${hip} for ${coupons} coupons`;
  return undefined;
}
