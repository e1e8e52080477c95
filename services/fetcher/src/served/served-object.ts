import {
  type DefinitionObject,
  type Diagnostic,
  datasetIn,
  type Environment,
  type ServedPlan,
  type ServedPlanned,
  type ServedPlanner,
} from '@isochron/compiler';
import { type Field, IsochronError, type Vector } from '@isochron/schema';
import {
  type Interned,
  JoinReader,
  type JoinReaderOptions,
  type PartReaders,
  readPlanOf,
  type TileSource,
  tilesCellNameOf,
} from '@isochron/serving';
import { batchDataset, type GroupBy, type Source } from '@isochron/thrift';
import type { ColumnDecoder } from '../wire/request-decoder.ts';
import { AnswerForms } from './answer-forms.ts';
import { type ColumnReader, RequestColumns, requestFieldsOf } from './request-columns.ts';

/** A Join or a GroupBy that can be fetched: planned once for the definition as it is published and what its uploads say. */
export class ServedObject {
  readonly kind: 'join' | 'group-by';
  readonly name: string;
  readonly team: string;
  /** Of how many percent of its keys the vectors are logged. */
  readonly samplePercent: number;
  readonly reader: JoinReader;
  readonly #columns: RequestColumns;
  #forms: AnswerForms | null = null;
  /** Of readers of some features. */
  #narrowed: WeakMap<JoinReader, AnswerForms> | null = null;

  constructor(
    { kind, name, team, samplePercent }: Pick<ServedObject, 'kind' | 'name' | 'team' | 'samplePercent'>,
    columns: RequestColumns,
    reader: JoinReader,
  ) {
    this.kind = kind;
    this.name = name;
    this.team = team;
    this.samplePercent = samplePercent;
    this.reader = reader;
    this.#columns = columns;
  }

  /** By what rows are asked. */
  get keys(): readonly Field[] {
    return this.#columns.keys;
  }

  /** What a request gives besides. */
  get context(): readonly Field[] {
    return this.#columns.context;
  }

  /** Of both. */
  get columnReaders(): readonly ColumnReader[] {
    return this.#columns.readers;
  }

  /** Of a column that a request gives; INVALID_ARGUMENT where there is none of the name. */
  decoderOf(column: string): ColumnDecoder {
    const { decoders } = this.#columns;
    const decoder = decoders.get(column);
    if (decoder !== undefined) return decoder;
    const known = [...decoders.keys()].join(', ');
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
    if (reader === this.reader) {
      this.#forms ??= new AnswerForms(reader.plan.fields);
      return this.#forms;
    }
    this.#narrowed ??= new WeakMap();
    const forms = this.#narrowed.get(reader) ?? new AnswerForms(reader.plan.fields);
    this.#narrowed.set(reader, forms);
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
  readonly requests: Interned<RequestColumns>;
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
    tilesOf: ({ groupBy }) => tilesIn(making.datasets.batch(groupBy.name), live),
    readers: making.readers,
  });
  const team = thrift.metaData?.team ?? name.split('/')[0] ?? '';
  const samplePercent = kind === 'join' ? (thrift.metaData?.samplePercent ?? 0) : 0;
  const fields = requestFieldsOf(plan);
  const columns = making.requests.of(JSON.stringify(fields), () => new RequestColumns(fields));
  return new ServedObject({ kind, name, team, samplePercent }, columns, new JoinReader(read, making));
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
const tilesIn = (dataset: string, live: ReadonlySet<string>): TileSource | null =>
  live.has(dataset) ? { name: tilesCellNameOf(0) } : null;

/** Whether its events come live as well. */
const hasTopic = ({ sources = [] }: GroupBy): boolean => sources.some(isLive);

function isLive(source: Source): boolean {
  if ('events' in source) return source.events.topic !== undefined;
  if ('entities' in source) return source.entities.mutationTopic !== undefined;
  const left = 'joinSource' in source ? source.joinSource.join?.left : undefined;
  return left !== undefined && isLive(left);
}
