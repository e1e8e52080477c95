import {
  type GroupBy,
  groupByStruct,
  type Join,
  joinStruct,
  type MetaData,
  type Model,
  type ModelTransforms,
  modelStruct,
  modelTransformsStruct,
  type Reading,
  type ReadingOptions,
  readJson,
  type StagingQuery,
  type StructDescriptor,
  stagingQueryStruct,
  toPrettyJson,
  type WrittenTexts,
} from '@isochron/thrift';
import type { ColumnMeanings } from './meaning/index.ts';
import { nameOfThrift } from './names.ts';

/** The Thrift struct of each kind of definition. */
interface ThriftOf {
  readonly 'group-by': GroupBy;
  readonly join: Join;
  readonly 'staging-query': StagingQuery;
  readonly model: Model;
  readonly 'model-transforms': ModelTransforms;
}

export type ObjectKind = keyof ThriftOf;

/** A definition as it is compiled, by whomever: a value of Thrift, and which. */
export type DefinitionObject = {
  readonly [Kind in ObjectKind]: {
    readonly kind: Kind;
    /** `flights/departures.byOrigin__1`. */
    readonly name: string;
    readonly thrift: ThriftOf[Kind];
    /** What its columns mean, where somebody knows already. */
    readonly columns?: ColumnMeanings;
  };
}[ObjectKind];

/** Everything that is compiled together, or published together. No two have one kind and one name. */
export type ObjectSet = readonly DefinitionObject[];

/** The folder of each kind's files below `compiled/`, which tells the kind of a file. */
export const objectFolders = {
  'group-by': 'group_bys',
  join: 'joins',
  'staging-query': 'staging_queries',
  model: 'models',
  'model-transforms': 'model_transforms',
} as const satisfies Readonly<Record<ObjectKind, string>>;

/** In the order in which people are told of them. */
export const objectKinds: readonly ObjectKind[] = ['staging-query', 'group-by', 'join', 'model', 'model-transforms'];

/** `compiled/group_bys/flights/departures.byOrigin__1`, with slashes on every machine. It is the object's identity in a set. */
export const fileOf = ({ kind, name }: Pick<DefinitionObject, 'kind' | 'name'>): string =>
  `compiled/${objectFolders[kind]}/${name}`;

/** The kind and the name of a compiled file, from the path that ends `{folder}/{team}/{rest}`; null for any other path. */
export function objectOfFile(path: string): Pick<DefinitionObject, 'kind' | 'name'> | null {
  const parts = path.split('/');
  const at = parts.length - 3;
  const kind = objectKinds.find((each) => objectFolders[each] === parts[at]);
  return at < 0 || kind === undefined ? null : { kind, name: parts.slice(at + 1).join('/') };
}

/** An object from the text of its file. It is called as its own metadata says, and without that as `fallback` says. */
export function readObject(
  kind: ObjectKind,
  text: string,
  fallback: string,
  options: ReadingOptions = {},
): Reading<DefinitionObject> {
  switch (kind) {
    case 'group-by':
      return read(groupByStruct, text, options, (thrift) => ({ kind, name: named(thrift.metaData, fallback), thrift }));
    case 'join':
      return read(joinStruct, text, options, (thrift) => ({ kind, name: named(thrift.metaData, fallback), thrift }));
    case 'staging-query':
      return read(stagingQueryStruct, text, options, (thrift) => ({
        kind,
        name: named(thrift.metaData, fallback),
        thrift,
      }));
    case 'model':
      return read(modelStruct, text, options, (thrift) => ({ kind, name: named(thrift.metaData, fallback), thrift }));
    case 'model-transforms':
      return read(modelTransformsStruct, text, options, (thrift) => ({
        kind,
        name: named(thrift.metaData, fallback),
        thrift,
      }));
  }
}

/** The text of an object's file. `known`: what was written before of objects that have parts in common. */
export function objectJson(object: DefinitionObject, known: WrittenTexts = new WeakMap()): string {
  const options = { known };
  switch (object.kind) {
    case 'group-by':
      return toPrettyJson(groupByStruct, object.thrift, options);
    case 'join':
      return toPrettyJson(joinStruct, object.thrift, options);
    case 'staging-query':
      return toPrettyJson(stagingQueryStruct, object.thrift, options);
    case 'model':
      return toPrettyJson(modelStruct, object.thrift, options);
    case 'model-transforms':
      return toPrettyJson(modelTransformsStruct, object.thrift, options);
  }
}

export const metaDataOf = ({ thrift }: DefinitionObject): MetaData => thrift.metaData ?? {};

/** An object with more said of it in its metadata. */
export function withMetaData(object: DefinitionObject, more: MetaData): DefinitionObject {
  const metaData = { ...object.thrift.metaData, ...more };
  switch (object.kind) {
    case 'group-by':
      return { ...object, thrift: { ...object.thrift, metaData } };
    case 'join':
      return { ...object, thrift: { ...object.thrift, metaData } };
    case 'staging-query':
      return { ...object, thrift: { ...object.thrift, metaData } };
    case 'model':
      return { ...object, thrift: { ...object.thrift, metaData } };
    case 'model-transforms':
      return { ...object, thrift: { ...object.thrift, metaData } };
  }
}

const named = (metaData: MetaData | undefined, fallback: string): string =>
  metaData?.name === undefined ? fallback : nameOfThrift(metaData.name);

function read<T>(
  struct: StructDescriptor<T>,
  text: string,
  options: ReadingOptions,
  toObject: (thrift: T) => DefinitionObject,
): Reading<DefinitionObject> {
  const reading = readJson(struct, text, options);
  return reading.kind === 'refused' ? reading : { ...reading, value: toObject(reading.value) };
}
