import { expect, test } from 'vitest';
import { parseIdl } from './parse-idl.ts';

function one(text: string): unknown {
  return parseIdl({ 'x.thrift': text })[0]?.definitions[0];
}

test('a struct has its fields by ascending id, with comments, defaults and settled types', () => {
  const text = `/* About the file. */

    /** A thing
        on two lines. */
    struct Thing {
      /** Second. */
      2: list<map<string, Kind>> kinds,
      // First.
      1: required i64 id,
      3: optional Kind kind = Kind.B,
      4: optional list<byte> bytes,
    }
    enum Kind { A = 0, B = 3 }`;
  expect(one(text)).toEqual({
    kind: 'struct',
    name: 'Thing',
    comment: 'A thing on two lines.',
    fields: [
      { id: 1, name: 'id', comment: 'First.', requiredness: 'required', type: { kind: 'i64' }, defaultValue: null },
      {
        id: 2,
        name: 'kinds',
        comment: 'Second.',
        requiredness: 'default',
        type: {
          kind: 'list',
          element: { kind: 'map', key: { kind: 'string' }, value: { kind: 'enum', module: 'x', name: 'Kind' } },
        },
        defaultValue: null,
      },
      {
        id: 3,
        name: 'kind',
        comment: null,
        requiredness: 'optional',
        type: { kind: 'enum', module: 'x', name: 'Kind' },
        defaultValue: 'B',
      },
      { id: 4, name: 'bytes', comment: null, requiredness: 'optional', type: { kind: 'bytes' }, defaultValue: null },
    ],
  });
});

test('names of another file are found after its name', () => {
  const [module] = parseIdl({
    'a.thrift': 'include "b.thrift"\nunion U { 1: b.S s, }',
    'b.thrift': 'struct S { 1: i32 n, }',
  });
  expect(module?.definitions[0]).toMatchObject({
    kind: 'union',
    fields: [{ type: { kind: 'struct', module: 'b', name: 'S' } }],
  });
});

test.each([
  ['struct S { 1: Missing m, }', 'thrift/x.thrift:1: Missing is not defined.'],
  ['struct S {\n  1: i32 a,\n  1: i32 b,\n}', 'thrift/x.thrift:1: S has the id 1 twice.'],
  ['struct S { 1: i32 a, 2: i32 a, }', 'S has the field a twice.'],
  ['enum E { A = 1, B = 1 }', 'E has the number 1 twice.'],
  ['enum E { A }', 'A needs a number of its own.'],
  ['struct S { i32 a }', 'The field a needs an id.'],
  ['struct S { 1: set<i32> a, }', 'SetType is not a type our files use.'],
  ['struct S { 1: map<double, i32> a, }', "A map's key is a string, an i32 or an enum"],
  ['typedef i32 Int', 'TypedefDefinition is not used by our files'],
  ['struct S {\n  1: i32 a\n  /** Of b. */\n  2: i32 b,\n}', 'thrift/x.thrift:2: a needs a comma after it.'],
])('%s is refused', (text, message) => {
  expect(() => parseIdl({ 'x.thrift': text })).toThrow(message);
});
