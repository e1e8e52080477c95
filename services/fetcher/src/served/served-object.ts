import { boundFeatures } from '@isochron/aggregation';
import { type Codec, codecOf } from '@isochron/avro';
import {
  type DefinitionObject,
  type Diagnostic,
  datasetIn,
  type Environment,
  type ServedPart,
  type ServedPlan,
  type ServedPlanned,
  type ServedPlanner,
} from '@isochron/compiler';
import { type Field, IsochronError, structType, type Value, type Vector, valueReaderOf } from '@isochron/schema';
import {
  JoinReader,
  type JoinReaderOptions,
  type PartReaders,
  readPlanOf,
  type TileSource,
  tileSchemaOf,
  tilesCellNameOf,
} from '@isochron/serving';
import { batchDataset, type GroupBy, type Source } from '@isochron/thrift';
import { AnswerEncoder } from '../wire/answer-encoder.ts';
import { answerSchemaOf } from '../wire/answer-schema.ts';
import { JsonEncoder } from '../wire/json-encoder.ts';
import { ColumnDecoder } from '../wire/request-decoder.ts';

/** How the answers of a reader are written. */
export interface AnswerForms {
  readonly wire: AnswerEncoder;
  readonly json: JsonEncoder;
  /** Records of the features; made when it is first asked for. */
  readonly avro: () => Codec;
}

/** How a value of a request is read from JSON. */
export interface ColumnReader extends Field {
  readonly isKey: boolean;
  readonly read: (json: unknown) => Value;
}

/** A Join or a GroupBy that can be fetched: planned once for the definition as it is published and what its uploads say. */
export class ServedObject {
  readonly kind: 'join' | 'group-by';
  readonly name: string;
  readonly team: string;
  /** Of how many percent of its keys the vectors are logged. */
  readonly samplePercent: number;
  /** All that it has, whether an output is made of them or not. */
  readonly parts: readonly ServedPart[];
  readonly reader: JoinReader;
  /** What a request may have: by what its rows are asked, and what it gives besides. */
  readonly keys: readonly Field[];
  readonly context: readonly Field[];
  /** Of both. */
  readonly columnReaders: readonly ColumnReader[];
  readonly #decoders: ReadonlyMap<string, ColumnDecoder>;
  readonly #forms = new WeakMap<JoinReader, AnswerForms>();

  constructor(
    { kind, name, team, samplePercent }: Pick<ServedObject, 'kind' | 'name' | 'team' | 'samplePercent'>,
    plan: ServedPlan,
    reader: JoinReader,
  ) {
    this.kind = kind;
    this.name = name;
    this.team = team;
    this.samplePercent = samplePercent;
    this.parts = plan.parts;
    this.reader = reader;
    this.keys = plan.left.columns.map(({ name: key, type }) => ({ name: key, type }));
    this.context = plan.externals
      .filter(({ isContextual }) => isContextual)
      .flatMap(({ outputs }) => outputs.map(({ name: output, type }) => ({ name: output, type })));
    this.columnReaders = [
      ...this.keys.map((field) => ({ ...field, isKey: true, read: valueReaderOf(field.type) })),
      ...this.context.map((field) => ({ ...field, isKey: false, read: valueReaderOf(field.type) })),
    ];
    this.#decoders = new Map([...this.keys, ...this.context].map((field) => [field.name, new ColumnDecoder(field)]));
  }

  /** Of a column that a request gives; INVALID_ARGUMENT where there is none of the name. */
  decoderOf(column: string): ColumnDecoder {
    const decoder = this.#decoders.get(column);
    if (decoder !== undefined) return decoder;
    const known = [...this.#decoders.keys()].join(', ');
    throw new IsochronError('INVALID_ARGUMENT', `${this.name} is not asked by a column "${column}", but by ${known}.`);
  }

  /** INVALID_ARGUMENT where a key is missing. */
  checkKeys(columns: ReadonlyMap<string, Vector>): void {
    for (const { name } of this.keys) {
      if (columns.has(name)) continue;
      throw new IsochronError('INVALID_ARGUMENT', `The request has no key "${name}", by which ${this.name} is asked.`);
    }
  }

  readerOf(features: readonly string[]): JoinReader {
    return features.length === 0 ? this.reader : this.reader.narrowed(features);
  }

  formsOf(reader: JoinReader): AnswerForms {
    const known = this.#forms.get(reader);
    if (known !== undefined) return known;
    const fields = reader.plan.outputs.map(({ field }) => field);
    const schema = answerSchemaOf(fields);
    let codec: Codec | null = null;
    const avro = (): Codec => {
      codec ??= codecOf(structType('Features', fields));
      return codec;
    };
    const forms = { wire: new AnswerEncoder(schema), json: new JsonEncoder(fields), avro };
    this.#forms.set(reader, forms);
    return forms;
  }
}

/** How datasets are called in an environment. */
export interface DatasetNames {
  readonly batch: (groupBy: string) => string;
}

export const datasetNamesIn = (environment: Environment): DatasetNames => ({
  batch: (groupBy) => datasetIn(environment, batchDataset(groupBy)),
});

export interface Making extends JoinReaderOptions {
  readonly readers: PartReaders;
  /** Of a GroupBy, as its uploads call it; tilers write to the rows of the same. */
  readonly datasets: DatasetNames;
  readonly planner: ServedPlanner;
}

/** The GroupBys that an object is made of. */
export function groupBysOf(object: DefinitionObject): readonly GroupBy[] {
  if (object.kind === 'group-by') return [object.thrift];
  if (object.kind !== 'join') return [];
  return (object.thrift.joinParts ?? []).flatMap(({ groupBy }) => (groupBy === undefined ? [] : [groupBy]));
}

/** FAILED_PRECONDITION where it cannot be served, with the reason. */
export function makeServed(object: DefinitionObject, making: Making): ServedObject {
  if (object.kind !== 'join' && object.kind !== 'group-by') throw new Error(`a ${object.kind} is not served`);
  const { kind, name, thrift } = object;
  const planned = kind === 'join' ? making.planner.join(thrift) : making.planner.groupBy(thrift);
  const plan = planIn(name, planned);
  const live = new Set(
    groupBysOf(object)
      .filter(hasTopic)
      .map(({ metaData }) => making.datasets.batch(metaData?.name ?? '')),
  );
  const read = readPlanOf(plan, {
    datasetOf: ({ groupBy }) => making.datasets.batch(groupBy.name),
    tilesOf: (part) => tilesOf(part, making.datasets.batch(part.groupBy.name), live),
    readers: making.readers,
  });
  const team = thrift.metaData?.team ?? name.split('/')[0] ?? '';
  const samplePercent = kind === 'join' ? (thrift.metaData?.samplePercent ?? 0) : 0;
  return new ServedObject({ kind, name, team, samplePercent }, plan, new JoinReader(read, making));
}

function planIn(name: string, { plan, diagnostics, missing }: ServedPlanned): ServedPlan {
  if (plan !== null) return plan;
  const why =
    missing.length > 0
      ? `${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no upload. Run isochron upload.`
      : diagnostics.map(sentenceOf).join(' ');
  throw new IsochronError('FAILED_PRECONDITION', `${name} cannot be served: ${why}`);
}

const sentenceOf = ({ message, hint }: Diagnostic): string => `${message} ${hint ?? ''}`.trimEnd();

/** `live`: the datasets of GroupBys whose events come live as well. */
function tilesOf({ name, groupBy }: ServedPart, dataset: string, live: ReadonlySet<string>): TileSource | null {
  if (!live.has(dataset)) return null;
  return {
    name: tilesCellNameOf(0),
    schemas: [tileSchemaOf(boundFeatures(name, groupBy.features, groupBy.inputs))],
  };
}

/** Whether its events come live as well. */
const hasTopic = ({ sources = [] }: GroupBy): boolean => sources.some(isLive);

function isLive(source: Source): boolean {
  if ('events' in source) return source.events.topic !== undefined;
  if ('entities' in source) return source.entities.mutationTopic !== undefined;
  const left = 'joinSource' in source ? source.joinSource.join?.left : undefined;
  return left !== undefined && isLive(left);
}
