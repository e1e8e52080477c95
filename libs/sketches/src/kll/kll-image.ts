import { ImageReader } from '../image/image-reader.ts';
import { ImageWriter } from '../image/image-writer.ts';
import { LEAST_LEVEL_CAPACITY, LEVELS_MAX, totalCapacity } from './capacity.ts';
import { itemsOf, KLL_K_MAX, KLL_K_MIN, type KllKind, KllSketch, type KllState } from './kll-sketch.ts';
import { RunSorter } from './run-sorter.ts';
import type { Items } from './runs.ts';

/**
 * An image starts with 8 bytes: how many 32-bit words come before the levels (2 or 5), the version (1; 2 of a single item), the family
 * (15), flags, k (2 bytes), the least capacity of a level (8), 0. A single item follows at once. Else come how many items were seen (8 bytes),
 * the least k merged in (2), how many levels (1), 0, where each level starts (4 each; the end of the last is not written), the
 * least item, the greatest, and the items.
 */
const FAMILY = 15;
const IS_EMPTY = 1;
const BOTTOM_IS_SORTED = 2;
const IS_SINGLE = 4;

/** The sketch as DataSketches' compact image. */
export function kllImage(sketch: KllSketch): Uint8Array {
  const { state } = sketch;
  const writer = new ImageWriter(40 + 8 * sketch.retained + 4 * state.starts.length);
  const put = (item: number): void => (state.kind === 'floats' ? writer.float32(item) : writer.float64(item));
  const isSmall = state.seen <= 1;
  writer.byte(isSmall ? 2 : 5);
  writer.byte(state.seen === 1 ? 2 : 1);
  writer.byte(FAMILY);
  writer.byte(flagsOf(state));
  writer.uint16(state.k);
  writer.byte(LEAST_LEVEL_CAPACITY);
  writer.byte(0);
  if (!isSmall) {
    writer.long(state.seen);
    writer.uint16(state.leastK);
    writer.byte(state.starts.length - 1);
    writer.byte(0);
    for (const start of state.starts.slice(0, -1)) writer.uint32(start);
    put(state.least);
    put(state.greatest);
  }
  for (let at = state.starts[0] as number; at < state.items.length; at++) put(state.items[at] as number);
  return writer.image();
}

function flagsOf(state: Readonly<KllState>): number {
  if (state.seen === 0) return IS_EMPTY;
  return (state.bottomIsSorted ? BOTTOM_IS_SORTED : 0) | (state.seen === 1 ? IS_SINGLE : 0);
}

/** The sketch that a compact image of DataSketches holds. All that its fields say is checked against each other; else a DATA_LOSS. */
export function kllOfImage(kind: KllKind, image: Uint8Array, sorter = new RunSorter()): KllSketch {
  const reader = new ImageReader(`KLL ${kind}`, image);
  const words = reader.among(reader.byte('preamble'), [2, 5], 'preamble');
  const version = reader.among(reader.byte('version'), [1, 2], 'version');
  reader.among(reader.byte('family'), [FAMILY], 'family');
  const flags = reader.within(reader.byte('flags'), 0, 7, 'flags');
  const k = reader.within(reader.uint16('k'), KLL_K_MIN, KLL_K_MAX, 'k');
  reader.among(reader.byte('least capacity'), [LEAST_LEVEL_CAPACITY], 'least capacity');
  reader.byte('unused');
  const bottomIsSorted = (flags & BOTTOM_IS_SORTED) !== 0;
  const isEmpty = (flags & IS_EMPTY) !== 0;
  const isSingle = (flags & IS_SINGLE) !== 0;
  if ((isEmpty && isSingle) || words !== (isEmpty || isSingle ? 2 : 5) || version !== (isSingle ? 2 : 1)) {
    reader.fail(`preamble ${words}, version ${version} and flags ${flags} contradict each other`);
  }
  if (isEmpty) {
    reader.end();
    return KllSketch.create(kind, k, sorter);
  }
  const state = isSingle ? singleOf(reader, kind, k) : fullOf(reader, kind, k);
  reader.end();
  checkItems(reader, state, bottomIsSorted);
  return new KllSketch({ ...state, bottomIsSorted }, sorter);
}

function singleOf(reader: ImageReader, kind: KllKind, k: number): KllState {
  const items = itemsOf(kind, totalCapacity(k, 1));
  const room = items.length;
  const item = takeItem(reader, kind);
  items[room - 1] = item;
  const starts = [room - 1, room];
  return { kind, k, leastK: k, seen: 1, least: item, greatest: item, items, starts, bottomIsSorted: false };
}

function fullOf(reader: ImageReader, kind: KllKind, k: number): KllState {
  const seen = reader.count('items seen');
  const leastK = reader.within(reader.uint16('least k'), KLL_K_MIN, k, 'least k');
  const levels = reader.within(reader.byte('levels'), 1, LEVELS_MAX, 'levels');
  reader.byte('unused');
  const room = totalCapacity(k, levels);
  const starts = startsOf(reader, levels, room);
  const least = takeItem(reader, kind);
  const greatest = takeItem(reader, kind);
  const held = room - (starts[0] as number);
  if (reader.left !== held * (kind === 'floats' ? 4 : 8)) {
    reader.fail(`${held} items are announced, and ${reader.left} bytes are left`);
  }
  const weight = starts
    .slice(0, -1)
    .reduce((sum, start, level) => sum + ((starts[level + 1] as number) - start) * 2 ** level, 0);
  if (weight !== seen) reader.fail(`items seen is ${seen}, but the levels stand for ${weight}`);
  const items = itemsOf(kind, room);
  for (let at = starts[0] as number; at < room; at++) items[at] = takeItem(reader, kind);
  return { kind, k, leastK, seen, least, greatest, items, starts, bottomIsSorted: false };
}

function startsOf(reader: ImageReader, levels: number, room: number): number[] {
  const starts: number[] = [];
  for (let level = 0; level < levels; level++) {
    const least = starts[level - 1] ?? 0;
    starts.push(reader.within(reader.uint32(`start of level ${level}`), least, room, `start of level ${level}`));
  }
  return [...starts, room];
}

function takeItem(reader: ImageReader, kind: KllKind): number {
  return kind === 'floats' ? reader.float32('item') : reader.float64('item');
}

/** Every item within the bounds (so none is NaN), every level above 0 in order, level 0 where that is said of it. */
function checkItems(reader: ImageReader, state: KllState, bottomIsSorted: boolean): void {
  const { items, starts, least, greatest } = state;
  for (let at = starts[0] as number; at < items.length; at++) {
    reader.within(items[at] as number, least, greatest, 'item');
  }
  for (let level = bottomIsSorted ? 0 : 1; level < starts.length - 1; level++) {
    if (!isOrdered(items, starts[level] as number, starts[level + 1] as number))
      reader.fail(`level ${level} is not in order`);
  }
}

function isOrdered(items: Items, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if ((items[at - 1] as number) > (items[at] as number)) return false;
  return true;
}
