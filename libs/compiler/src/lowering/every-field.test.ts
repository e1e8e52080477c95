import {
  groupByStruct,
  joinStruct,
  modelStruct,
  modelTransformsStruct,
  readJson,
  type StructDescriptor,
  stagingQueryStruct,
  type TypeDescriptor,
  toPrettyJson,
} from '@isochron/thrift';
import { expect, it } from 'vitest';
import { type Lowered, lower } from '../lower.ts';
import { everything } from './everything.fixture.ts';

const roots = {
  'group-by': groupByStruct,
  join: joinStruct,
  'staging-query': stagingQueryStruct,
  model: modelStruct,
  'model-transforms': modelTransformsStruct,
} as const satisfies Readonly<Record<Lowered['kind'], unknown>>;

/** Fields that no author writes, with who does. */
const written: Readonly<Record<string, string>> = {
  'MetaData.columnHashes': 'the compiler, after everything is lowered',
  'ExecutionInfo.tableDependencies': 'the planner; an author of a staging query writes StagingQuery.tableDependencies',
  'ExecutionInfo.kvDependencies': 'the planner',
  'ExecutionInfo.outputKvInfo': 'the planner',
  'TableDependency.semanticHash': 'the planner',
  'BootstrapPart.metaData': 'nobody: nothing reads it',
};

/** Every field that a struct can hold, however deep, as `Struct.field`. What is below a field that no author writes is left out. */
function fieldsOf(struct: StructDescriptor<unknown>, found = new Set<string>()): ReadonlySet<string> {
  for (const field of struct.fields) {
    const name = `${struct.name}.${field.name}`;
    if (found.has(name) || name in written) continue;
    found.add(name);
    const inner = structIn(field.type);
    if (inner !== null) fieldsOf(inner, found);
  }
  return found;
}

/** Those that a value holds, in which a struct stands for what is in it. */
function heldIn(struct: StructDescriptor<unknown>, value: object, found: Set<string>): void {
  const held: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  for (const field of struct.fields) {
    const content = held.get(field.name);
    if (content === undefined) continue;
    found.add(`${struct.name}.${field.name}`);
    const inner = structIn(field.type);
    const contents = Array.isArray(content) ? content : [content];
    if (inner !== null) for (const each of contents) heldIn(inner, each, found);
  }
}

function structIn(type: TypeDescriptor): StructDescriptor<unknown> | null {
  if (type.kind === 'struct') return type.struct();
  return type.kind === 'list' ? structIn(type.element) : null;
}

it('every field of the IDL that describes a definition can be written by an author', () => {
  const reachable = new Set(Object.values(roots).flatMap((root) => [...fieldsOf(root)]));
  expect(reachable.size).toBeGreaterThan(120);
  const found = new Set<string>();
  for (const definition of everything) {
    const { kind, thrift, findings } = lower(
      definition,
      ({ kind: of, version }) => ({ name: `team/file.${of}__${version}`, sourceFile: 'x.ts' }),
      { dialect: 'googlesql', teams: {} },
    );
    expect(findings).toEqual([]);
    heldIn(roots[kind], thrift, found);
    const struct: StructDescriptor<object> = roots[kind];
    expect(readJson(struct, toPrettyJson(struct, thrift))).toMatchObject({ kind: 'read', value: thrift });
  }

  expect([...reachable].filter((field) => !found.has(field))).toEqual([]);
  // Nothing is excused that is written after all.
  expect(Object.keys(written).filter((field) => found.has(field))).toEqual([]);
});
