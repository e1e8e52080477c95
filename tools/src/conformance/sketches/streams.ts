import { type Digest, type Item, ItemHash } from '@isochron/sketches';
import { type Case, numberAt, textAt } from '../case-file.ts';

/** The items of the cases by number, as their README has them. */
export function itemAt(itemType: string, number: number): Item {
  switch (itemType) {
    case 'long':
      return number * 7919 - 3;
    case 'double':
      return number * 0.5 - 7;
    case 'string':
      return `item_${number}`;
    default:
      throw new TypeError(`"${itemType}" is not a type of items`);
  }
}

/** The numbers of the items of a stream: each once, or the first ones more often. */
export function* numbersOf(stream: string, count: number): Generator<number> {
  if (stream !== 'skew' && stream !== 'distinct') throw new TypeError(`"${stream}" is not a stream`);
  for (let step = 0; step < count; step++) {
    const share = ((step * 2654435761) % 2 ** 32) / 2 ** 32;
    yield stream === 'skew' ? Math.floor(share ** 3 * 500) : step;
  }
}

/** The numbers that quantiles are taken of. */
export function* valuesOf(count: number): Generator<number> {
  for (let number = 0; number < count; number++) yield Math.fround(((number * 7919) % 10007) / 8);
}

/** The digests of the items 0, 1, … of a case. */
export function* digestsOf(from: Case): Generator<Digest> {
  const hash = new ItemHash();
  const itemType = textAt(from, 'itemType');
  for (let number = 0, count = numberAt(from, 'n'); number < count; number++) {
    const item = itemType === 'bytes' ? bigEndian(number) : itemAt(itemType, number);
    const digest = digestOf(hash, itemType, item);
    if (digest !== null) yield digest;
  }
}

/** The digest of a value of a type; null of one that sketches ignore. The `as` hold because an item is of its type. */
export function digestOf(hash: ItemHash, itemType: string, item: Item | Uint8Array): Digest | null {
  if (item instanceof Uint8Array) return hash.bytes(item);
  if (itemType === 'string') return hash.text(item as string);
  return itemType === 'double' ? hash.double(item as number) : hash.long(item as number | bigint);
}

function bigEndian(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, number);
  return bytes;
}
