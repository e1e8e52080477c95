import { type FetchResponse, type Part, Status, type Value } from '@isochron/rpc/fetcher';
import { IsochronError, type StatusCode, statusCodes } from '@isochron/schema';
import type { Columns, Features, FeatureValue } from './column-values.ts';

/** What is known of a value: only PRESENT, APPROXIMATE and STALE have one. */
export type FeatureStatus = 'PRESENT' | 'NULL' | 'APPROXIMATE' | 'STALE' | 'NOT_FOUND' | 'ERROR';

const STATUSES: readonly (FeatureStatus | null)[] = [
  null,
  'PRESENT',
  'NULL',
  'APPROXIMATE',
  'STALE',
  'NOT_FOUND',
  'ERROR',
];

/** One part of an answer: the batch generation that it is of, and what went wrong with it. */
export interface AnswerPart {
  readonly name: string;
  readonly generation: number | null;
  readonly batchEndMs: number | null;
  readonly error: IsochronError | null;
  /** From the end of what is known of the part to the instant asked for; null where nothing is known. */
  readonly ageMs: (row: number) => number | null;
}

/** Features of one kind of value, which stand together. */
interface Block {
  readonly values: readonly unknown[];
  readonly statuses: Uint8Array;
  readonly names: readonly string[];
  readonly valueOf: (value: unknown) => FeatureValue;
}

interface Place {
  readonly block: Block;
  readonly at: number;
}

/** The names of each block's features, which an answer leaves out where its caller has them. */
export type BlockNames = ReadonlyMap<BlockName, readonly string[]>;
export const blockNames = ['doubles', 'longs', 'strings', 'bools', 'blobs', 'values'] as const;
export type BlockName = (typeof blockNames)[number];

/** The vectors of a request, row by row. Values are made when they are asked for. */
export class Answer<Of extends Columns = Columns> {
  readonly rows: number;
  /** The instant that the features are of. */
  readonly atMs: number;
  readonly schemaHash: string;
  readonly parts: readonly AnswerPart[];
  /** What failed first of the derivations. */
  readonly derivationError: IsochronError | null;
  readonly #places = new Map<string, Place>();

  constructor(response: FetchResponse, names: BlockNames) {
    this.rows = response.rows;
    this.atMs = response.atMs;
    this.schemaHash = response.schemaHash;
    this.parts = response.parts.map(partOf);
    this.derivationError = response.derivationFault === undefined ? null : errorOf(response.derivationFault);
    for (const name of blockNames) {
      const block = response[name];
      if (block === undefined) continue;
      const own = block.names.length > 0 ? block.names : (names.get(name) ?? []);
      const placed: Block = { values: block.values, statuses: block.statuses, names: own, valueOf: readers[name] };
      for (const [at, feature] of own.entries()) this.#places.set(feature, { block: placed, at });
    }
  }

  /** Of all features, those of one kind after those of another. */
  get names(): readonly (keyof Of & string)[] {
    // The names of an answer are those of its Join's columns.
    return [...this.#places.keys()] as (keyof Of & string)[];
  }

  status(row: number, feature: keyof Of & string): FeatureStatus {
    const { block, at } = this.#place(feature);
    const status = STATUSES[block.statuses[row * block.names.length + at] ?? 0];
    if (status === null || status === undefined)
      throw new RangeError(`There is no row ${row}; there are ${this.rows}.`);
    return status;
  }

  value<Name extends keyof Of & string>(row: number, feature: Name): Features<Of>[Name] {
    const { block, at } = this.#place(feature);
    const place = row * block.names.length + at;
    const status = block.statuses[place];
    const isGiven =
      status === Status.STATUS_PRESENT || status === Status.STATUS_APPROXIMATE || status === Status.STATUS_STALE;
    // The server's type of the feature is the one that it was compiled with.
    return (isGiven ? block.valueOf(block.values[place]) : null) as Features<Of>[Name];
  }

  /** All features of a row by name. */
  row(row: number): Features<Of> {
    // Every name has its value.
    return Object.fromEntries(this.names.map((name) => [name, this.value(row, name)])) as Features<Of>;
  }

  #place(feature: string): Place {
    const place = this.#places.get(feature);
    if (place !== undefined) return place;
    throw new RangeError(`There is no feature "${feature}" in the answer, but ${[...this.#places.keys()].join(', ')}.`);
  }
}

function partOf({ name, generation, batchEndMs, agesMs, fault }: Part): AnswerPart {
  return {
    name,
    generation: generation ?? null,
    batchEndMs: batchEndMs ?? null,
    error: fault === undefined ? null : errorOf(fault),
    ageMs: (row) => {
      const age = agesMs.length === 1 ? agesMs[0] : agesMs[row];
      return age === undefined || age < 0 ? null : age;
    },
  };
}

const isCode = (code: string): code is StatusCode => Object.hasOwn(statusCodes, code);

const errorOf = ({ code, message }: { readonly code: string; readonly message: string }): IsochronError =>
  new IsochronError(isCode(code) ? code : 'UNKNOWN', message);

const longOf = (text: string): number | bigint => {
  const near = Number(text);
  return Number.isSafeInteger(near) ? near : BigInt(text);
};

// What each block holds is said by proto/.
const asIs = (value: unknown): FeatureValue => value as FeatureValue;
const readers: Readonly<Record<BlockName, (value: unknown) => FeatureValue>> = {
  doubles: asIs,
  longs: (value) => longOf(value as string),
  strings: asIs,
  bools: asIs,
  blobs: asIs,
  values: (value) => valueIn(value as Value),
};

function valueIn({ kind }: Value): FeatureValue {
  if (kind === undefined) return null;
  switch (kind.$case) {
    case 'long':
      return longOf(kind.value);
    case 'list':
      return kind.value.items.map(valueIn);
    case 'map': {
      const { keys, values } = kind.value;
      return new Map(keys.map((key, at) => [valueIn(key), valueIn(values[at] ?? { kind: undefined })]));
    }
    case 'struct':
      return kind.value.fields.map(valueIn);
    default:
      return kind.value;
  }
}
