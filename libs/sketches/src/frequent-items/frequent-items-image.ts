import { ImageReader } from '../image/image-reader.ts';
import { ImageWriter } from '../image/image-writer.ts';
import { capacityOf } from './counter-table.ts';
import { FrequentItems, GREATEST_LG, LEAST_LG } from './frequent-items.ts';
import { type Item, type ItemKindName, itemKindOf } from './item-kind.ts';

/**
 * An image starts with 8 bytes: how many 64-bit words come before the counts (1 if empty, else 4), the version (1), the family (10), the
 * greatest lg of the table, its lg, flags (4: empty), 2 unused. Then how many items there are (4 bytes, 4 unused), how often items
 * were seen (8), the error (8), the counts (8 each), the items in the same order.
 */
const FAMILY = 10;
/** DataSketches has given the flag two places; readers there take either, and writers set both. */
const IS_EMPTY = 5;
/** A table of more slots is only made for an image that fills it, so that a few bytes cannot ask for a lot of memory. */
const LG_UNPROVEN = 12;

/**
 * The sketch as DataSketches' image of an ItemsSketch. One that gave up all its items still says how many it saw, and its error; the
 * Java library would write it as empty.
 */
export function frequentItemsImage(sketch: FrequentItems): Uint8Array {
  const writer = new ImageWriter(32 + 24 * sketch.held);
  const isEmpty = sketch.total === 0;
  writer.byte(isEmpty ? 1 : 4);
  writer.byte(1);
  writer.byte(FAMILY);
  writer.byte(sketch.lgMax);
  writer.byte(sketch.lg);
  writer.byte(isEmpty ? IS_EMPTY : 0);
  writer.uint16(0);
  if (isEmpty) return writer.image();
  writer.uint32(sketch.held);
  writer.uint32(0);
  writer.long(sketch.total);
  writer.long(sketch.maximumError);
  const entries = [...sketch.counts()];
  for (const [, count] of entries) writer.long(count);
  for (const [item] of entries) sketch.kind.write(item, writer);
  return writer.image();
}

/**
 * The sketch that an image of DataSketches holds, of an ItemsSketch or a LongsSketch. All that its fields say is checked against each other;
 * else a DATA_LOSS. A table of more than 2^12 slots that the items do not need comes back smaller.
 */
export function frequentItemsOfImage(kind: ItemKindName, image: Uint8Array): FrequentItems {
  const reader = new ImageReader(`frequent ${kind}`, image);
  const words = reader.among(reader.byte('preamble') & 0x3f, [1, 4], 'preamble');
  reader.among(reader.byte('version'), [1], 'version');
  reader.among(reader.byte('family'), [FAMILY], 'family');
  const lgMax = reader.within(reader.byte('greatest lg'), LEAST_LG, GREATEST_LG, 'greatest lg');
  const lg = reader.within(reader.byte('lg'), LEAST_LG, lgMax, 'lg');
  const isEmpty = (reader.byte('flags') & IS_EMPTY) !== 0;
  reader.uint16('unused');
  if (isEmpty !== (words === 1)) reader.fail(`preamble ${words} and the flag for empty contradict each other`);
  if (isEmpty) {
    reader.end();
    return new FrequentItems(kind, lgMax);
  }
  return countsOf(reader, kind, lgMax, lg);
}

function countsOf(reader: ImageReader, name: ItemKindName, lgMax: number, lg: number): FrequentItems {
  const kind = itemKindOf(name);
  const held = reader.within(reader.uint32('items'), 0, capacityOf(lg), 'items');
  reader.uint32('unused');
  const total = reader.within(reader.count('items seen'), 1, Number.MAX_SAFE_INTEGER, 'items seen');
  const offset = reader.count('error');
  if (held * (8 + kind.leastBytes) > reader.left) reader.fail(`${held} items are announced in ${reader.left} bytes`);
  const counts: number[] = [];
  for (let at = 0; at < held; at++) counts.push(reader.within(reader.count('count'), 1, total, 'count'));
  const items: Item[] = [];
  for (let at = 0; at < held; at++) items.push(kind.read(reader));
  reader.end();
  checkTotal(reader, counts, total);
  const sketch = new FrequentItems(name, lgMax, lgFor(held, lg));
  for (const [at, item] of items.entries()) sketch.update(item, counts[at] as number);
  if (sketch.held !== held) reader.fail('an item occurs twice');
  sketch.restore(total, offset);
  return sketch;
}

function checkTotal(reader: ImageReader, counts: readonly number[], total: number): void {
  const sum = counts.reduce((a, b) => a + b, 0);
  if (sum > total) reader.fail(`items seen is ${total}, but the counts add up to ${sum}`);
}

function lgFor(held: number, lg: number): number {
  let enough = Math.min(lg, LG_UNPROVEN);
  while (capacityOf(enough) < held) enough++;
  return enough;
}
