import { expect, test } from 'vitest';
import { parseIdl } from './parse-idl.ts';
import { moduleText } from './type-script.ts';

test('types, a const object an enum, and descriptors that may refer to one another', () => {
  const [module] = parseIdl({
    'x.thrift': `include "common.thrift"
      /** Which way. */
      enum Way { UP = 0, DOWN = 1, }
      /** A tree. */
      struct Tree {
        /** Below it. */
        1: optional list<Tree> children,
        2: required Way way = Way.UP,
        3: optional map<string, list<i64>> sizes,
        4: optional common.Window span,
      }
      union Leaf { 1: Tree tree, 2: string text, }`,
    'common.thrift': 'struct Window { 1: required i32 length, }',
  });
  expect(module && moduleText(module)).toBe(`// Generated from thrift/x.thrift by tools/src/generate.ts. Do not edit.

import type { EnumDescriptor, StructDescriptor } from '../descriptor.ts';
import { type Window, windowStruct } from './common.ts';

/** Which way. */
export const Way = {
  UP: 0,
  DOWN: 1,
} as const;
export type Way = (typeof Way)[keyof typeof Way];

export const wayEnum: EnumDescriptor = { name: 'Way', numbers: Way };

/** A tree. */
export interface Tree {
  /** Below it. */
  readonly children?: readonly Tree[];
  readonly way: Way;
  readonly sizes?: Readonly<Record<string, readonly (number | bigint)[]>>;
  readonly span?: Window;
}

export const treeStruct: StructDescriptor<Tree> = {
  name: 'Tree',
  kind: 'struct',
  fields: [
    { id: 1, name: 'children', type: { kind: 'list', element: { kind: 'struct', struct: () => treeStruct } }, requiredness: 'optional' },
    { id: 2, name: 'way', type: { kind: 'enum', enum: wayEnum }, requiredness: 'required', defaultValue: Way.UP },
    { id: 3, name: 'sizes', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'list', element: { kind: 'i64' } } }, requiredness: 'optional' },
    { id: 4, name: 'span', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
  ],
};

export type Leaf =
  | {
      readonly tree: Tree;
      readonly text?: never;
    }
  | {
      readonly tree?: never;
      readonly text: string;
    };

export const leafStruct: StructDescriptor<Leaf> = {
  name: 'Leaf',
  kind: 'union',
  fields: [
    { id: 1, name: 'tree', type: { kind: 'struct', struct: () => treeStruct }, requiredness: 'optional' },
    { id: 2, name: 'text', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};
`);
});
