import { compareOf, doubleType, longType, stringType } from '@isochron/schema';
import { Utf8Buffer } from '../hash/utf-8.ts';
import type { ImageReader } from '../image/image-reader.ts';
import type { ImageWriter } from '../image/image-writer.ts';

/** What is counted. An image does not say it, its reader must know. */
export type ItemKindName = 'strings' | 'longs' | 'doubles';

/** A text; a long (a bigint only where a number would lie); a double. */
export type Item = string | number | bigint;

/** What a kind of item is to the sketch: how it is hashed, told apart, ordered and written. */
export interface ItemKind {
  readonly name: ItemKindName;
  /** The 32-bit hash that places an item in the table: that of Java's objects, because the order of items in an image follows from it. */
  hash(item: Item): number;
  isSame(a: Item, b: Item): boolean;
  /** Canonical order, which decides between equal counts. */
  compare(a: Item, b: Item): number;
  /** The least number of bytes that an item takes in an image. */
  readonly leastBytes: number;
  write(item: Item, writer: ImageWriter): void;
  read(reader: ImageReader): Item;
}

/** The kind of a name. The `as` in the kinds hold because a sketch is given items of its kind. */
export function itemKindOf(name: ItemKindName): ItemKind {
  switch (name) {
    case 'strings':
      return stringKind();
    case 'longs':
      return longKind;
    case 'doubles':
      return doubleKind();
  }
}

/** A surrogate without its other half is written as `?`, as Java does. */
function stringKind(): ItemKind {
  const utf8 = new Utf8Buffer();
  return {
    name: 'strings',
    hash: hashOfText,
    isSame: isIdentical,
    compare: compareStrings,
    leastBytes: 4,
    write: (item, writer) => {
      const length = utf8.write(item as string);
      writer.uint32(length);
      writer.bytes(utf8.bytes.subarray(0, length));
    },
    read: (reader) => textOfUtf8(reader.bytes(reader.uint32('length of an item'), 'item')),
  };
}

// Shared by all sketches, because engines compile calls whose function is always the same best.
const compareStrings = compareOf(stringType);
const isIdentical = (a: Item, b: Item): boolean => a === b;

const longKind: ItemKind = {
  name: 'longs',
  hash: (item) => {
    if (typeof item === 'number') return item ^ Math.floor(item / 0x100000000);
    const long = item as bigint;
    return Number(BigInt.asIntN(32, long)) ^ Number(BigInt.asIntN(32, long >> 32n));
  },
  isSame: isIdentical,
  compare: compareOf(longType),
  leastBytes: 8,
  write: (item, writer) => writer.long(item as number | bigint),
  read: (reader) => reader.long('item'),
};

/** There is one NaN; 0 and -0 are two items, as in Java. */
function doubleKind(): ItemKind {
  const view = new DataView(new ArrayBuffer(8));
  return {
    name: 'doubles',
    hash: (item) => {
      if (Number.isNaN(item)) return 0x7ff80000;
      view.setFloat64(0, item as number);
      return view.getInt32(0) ^ view.getInt32(4);
    },
    isSame: Object.is,
    compare: (a, b) => compareDoubles(a, b) || Number(Object.is(b, -0)) - Number(Object.is(a, -0)),
    leastBytes: 8,
    write: (item, writer) => writer.float64(item as number),
    read: (reader) => reader.float64('item'),
  };
}

const compareDoubles = compareOf(doubleType);

/** s[0] * 31^(n - 1) + … + s[n - 1] over UTF-16 units, in 32 bits. */
function hashOfText(item: Item): number {
  const text = item as string;
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Bytes as text; what is no UTF-8 becomes U+FFFD, a byte at a time. */
function textOfUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    const point = length === 1 ? (bytes[at] as number) : pointOf(bytes, at, length);
    text += String.fromCodePoint(point < 0 ? 0xfffd : point);
    at += point < 0 ? 1 : length;
  }
  return text;
}

function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** The code point of `length` bytes, 2 to 4; -1 where they are none: cut short, overlong, a surrogate, beyond the last. */
function pointOf(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] as number) & (0x7f >> length);
  if ((bytes[at] as number) < 0xc2 || (bytes[at] as number) > 0xf4) return -1;
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? -1 : point;
}
