import { integerOfBytes } from '@isochron/avro';
import type { Value } from '@isochron/schema';
import type { AvroNode, AvroShape } from './avro-node.ts';
import type { Cursor } from './cursor.ts';
import type { Texts } from './texts.ts';

export type ValueReader = (cursor: Cursor) => Value;
export type Skipper = (cursor: Cursor) => void;

/** Reads values as `DataType` says they are held; they share no memory with the bytes. */
export function readerOf({ shape, nullAt }: AvroNode, texts: Texts): ValueReader {
  const read = readerOfShape(shape, texts);
  if (nullAt === null) return read;
  const nullByte = 2 * nullAt;
  return (cursor) => (isNull(cursor, nullByte) ? null : read(cursor));
}

/** Passes over a value. Lists in blocks that say their size are passed over without being looked at. */
export function skipperOf({ shape, nullAt }: AvroNode): Skipper {
  const skip = skipperOfShape(shape);
  if (nullAt === null) return skip;
  const nullByte = 2 * nullAt;
  return (cursor) => {
    if (!isNull(cursor, nullByte)) skip(cursor);
  };
}

/** Of a union of two: whether the branch that follows is the null one. */
function isNull(cursor: Cursor, nullByte: number): boolean {
  const branch = cursor.byte();
  if (branch !== 0 && branch !== 2) cursor.fail(`a union has no branch ${branch >> 1}`);
  return branch === nullByte;
}

function readerOfShape(shape: AvroShape, texts: Texts): ValueReader {
  switch (shape.kind) {
    case 'boolean':
      return (cursor) => cursor.byte() === 1;
    case 'int':
    case 'long':
      return (cursor) => cursor.long();
    case 'float':
      return (cursor) => cursor.float();
    case 'double':
      return (cursor) => cursor.double();
    case 'string':
      return (cursor) => cursor.text(texts);
    case 'bytes':
      return (cursor) => cursor.binary();
    case 'decimal':
      return (cursor) => ({ unscaled: integerOfBytes(cursor.binary()), scale: shape.scale });
    case 'list':
      return listReader(readerOf(shape.items, texts));
    case 'entries':
      return entriesReader(readerOf(shape.items, texts));
    case 'map':
      return mapReader(readerOf(shape.values, texts), texts);
    case 'record':
      return recordReader(shape.fields.map(({ name, node }) => [name, readerOf(node, texts)]));
  }
}

const listReader =
  (read: ValueReader): ValueReader =>
  (cursor) => {
    const items: Value[] = [];
    for (let count = cursor.block(); count > 0; count = cursor.block()) {
      const { blockEnd } = cursor;
      for (; count > 0; count--) items.push(read(cursor));
      cursor.endBlock(blockEnd);
    }
    return items;
  };

const entriesReader =
  (read: ValueReader): ValueReader =>
  (cursor) => {
    const map = new Map<Value, Value>();
    for (let count = cursor.block(); count > 0; count = cursor.block()) {
      const { blockEnd } = cursor;
      for (; count > 0; count--) {
        // The items are records of key and value: `dataTypeOf` refuses others.
        const entry = read(cursor) as { readonly key: Value; readonly value: Value };
        map.set(entry.key, entry.value);
      }
      cursor.endBlock(blockEnd);
    }
    return map;
  };

const mapReader =
  (read: ValueReader, texts: Texts): ValueReader =>
  (cursor) => {
    const map = new Map<Value, Value>();
    for (let count = cursor.block(); count > 0; count = cursor.block()) {
      const { blockEnd } = cursor;
      for (; count > 0; count--) {
        const key = cursor.text(texts);
        map.set(key, read(cursor));
      }
      cursor.endBlock(blockEnd);
    }
    return map;
  };

const PLAIN_WORD = /^[A-Za-z][A-Za-z0-9]*$/;

/** A name that can be a property in generated text; no property of all objects is one of them that counts (`__proto__` is none). */
export const isPlainWord = (name: string): boolean => PLAIN_WORD.test(name);

/** An object literal where the names are plain words, which costs a tenth; else entries, because a property of a literal could be called `__proto__`. */
function recordReader(fields: readonly (readonly [string, ValueReader])[]): ValueReader {
  if (!fields.every(([name]) => isPlainWord(name)))
    return (cursor) => Object.fromEntries(fields.map(([name, read]) => [name, read(cursor)]));
  const readers = fields.map(([, read]) => read);
  const properties = fields.map(([name], index) => `${name}: k${index}(c)`);
  const names = readers.map((_, index) => `k${index}`);
  // What the text returns is the function that it spells out here.
  return new Function(...names, `'use strict'; return (c) => ({ ${properties.join(', ')} });`)(
    ...readers,
  ) as ValueReader;
}

function skipperOfShape(shape: AvroShape): Skipper {
  switch (shape.kind) {
    case 'boolean':
      return (cursor) => cursor.skip(1);
    case 'int':
    case 'long':
      return (cursor) => void cursor.long();
    case 'float':
      return (cursor) => cursor.skip(4);
    case 'double':
      return (cursor) => cursor.skip(8);
    case 'string':
    case 'bytes':
    case 'decimal':
      return skipText;
    case 'list':
    case 'entries':
      return blocksSkipper(skipperOf(shape.items));
    case 'map': {
      const skipValue = skipperOf(shape.values);
      return blocksSkipper((cursor) => {
        skipText(cursor);
        skipValue(cursor);
      });
    }
    case 'record': {
      const skips = shape.fields.map(({ node }) => skipperOf(node));
      return (cursor) => {
        for (const skip of skips) skip(cursor);
      };
    }
  }
}

const skipText: Skipper = (cursor) => cursor.skip(cursor.count());

const blocksSkipper =
  (skip: Skipper): Skipper =>
  (cursor) => {
    for (let count = cursor.count(); count !== 0; count = cursor.count()) {
      if (count < 0) cursor.skip(cursor.count());
      else if (count > cursor.end - cursor.at) cursor.fail(`they count ${count} items where fewer bytes are left`);
      else for (; count > 0; count--) skip(cursor);
    }
  };
