import { bytesOfText, textOfBytes } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';

/** A batch upload whose rows are all there. */
export interface Generation {
  /** Rises from generation to generation of a dataset, and is in the names of its cells. At least the time, in milliseconds, at which its upload began. */
  readonly id: number;
  /** The batch end E in milliseconds: its values are of events before it. */
  readonly batchEndMs: number;
  /** SHA-256, in hexadecimal digits, of its GroupByServingInfo as it stands under `servingInfoKey`. Equal: nothing about reading it is different. */
  readonly servingInfoHash: string;
  /** Of what its rows were made from, and by: two generations of one batch end that have the same hold the same rows. Not there: that was not said. */
  readonly fingerprint?: string;
  /** Rows with a value, and rows with a refusal. */
  readonly keys: number;
  readonly refusedKeys: number;
  /** Of its keys and values. */
  readonly bytes: number;
  readonly publishedAtMs: number;
}

/** An upload that is under way, or was killed. */
export interface Loading {
  readonly id: number;
  readonly batchEndMs: number;
  /** By which an upload knows its own entry; unique to it. */
  readonly owner: string;
  /** When it last said that it is alive. */
  readonly renewedAtMs: number;
}

/** A generation that is no longer in force, or an upload that came to nothing: its rows are to be deleted. */
export interface Retired {
  readonly id: number;
  /** Since when no reader that goes by the state reads from it; null: none ever has. */
  readonly retiredAtMs: number | null;
}

/** A dataset's generations. Readers need `current` and `previous`, and must read from no other. */
export interface DatasetState {
  /** The generation in force; null before the first upload. */
  readonly current: Generation | null;
  /** The one before, of an earlier batch end: for requests at instants before that of `current`. */
  readonly previous: Generation | null;
  readonly loading: readonly Loading[];
  readonly retired: readonly Retired[];
  /** The greatest id ever given; 0 before the first. */
  readonly lastId: number;
}

/** Of a dataset that has no row. */
export const emptyDatasetState: DatasetState = { current: null, previous: null, loading: [], retired: [], lastId: 0 };

/** Raised where the state, or what lies in `features`, is written otherwise than before. */
const FORMAT = 2;

export function encodeDatasetState({ current, previous, loading, retired, lastId }: DatasetState): Uint8Array {
  return bytesOfText(JSON.stringify({ format: FORMAT, current, previous, loading, retired, lastId }));
}

/** Throws DATA_LOSS for bytes that are no state, FAILED_PRECONDITION for those of a format that is not ours. */
export function decodeDatasetState(bytes: Uint8Array): DatasetState {
  const whole = parsed(bytes);
  const { format, current, previous, loading, retired } = whole;
  if (format !== FORMAT) {
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `A dataset's state is of format ${JSON.stringify(format)}; this program knows ${FORMAT}. ${format === 1 ? 'An older one wrote it: delete the store, publish and upload anew' : 'Use a newer one'}.`,
    );
  }
  return {
    current: nullable(current, generationOf),
    previous: nullable(previous, generationOf),
    loading: listOf(loading, (each) => ({
      id: wholeOf(each, 'id'),
      batchEndMs: wholeOf(each, 'batchEndMs'),
      owner: textOf(each, 'owner'),
      renewedAtMs: wholeOf(each, 'renewedAtMs'),
    })),
    retired: listOf(retired, (each) => ({
      id: wholeOf(each, 'id'),
      retiredAtMs: each['retiredAtMs'] === null ? null : wholeOf(each, 'retiredAtMs'),
    })),
    lastId: wholeOf(whole, 'lastId'),
  };
}

type Parsed = { readonly [name: string]: unknown };

const generationOf = (each: Parsed): Generation => ({
  id: wholeOf(each, 'id'),
  batchEndMs: wholeOf(each, 'batchEndMs'),
  servingInfoHash: textOf(each, 'servingInfoHash'),
  ...(each['fingerprint'] === undefined ? {} : { fingerprint: textOf(each, 'fingerprint') }),
  keys: wholeOf(each, 'keys'),
  refusedKeys: wholeOf(each, 'refusedKeys'),
  bytes: wholeOf(each, 'bytes'),
  publishedAtMs: wholeOf(each, 'publishedAtMs'),
});

function parsed(bytes: Uint8Array): Parsed {
  try {
    return objectOf(JSON.parse(textOfBytes(bytes)), 'the whole');
  } catch (thrown) {
    throw thrown instanceof IsochronError ? thrown : damaged('the whole', thrown);
  }
}

const nullable = <T>(value: unknown, read: (each: Parsed) => T): T | null =>
  value === null ? null : read(objectOf(value, 'a generation'));

const listOf = <T>(value: unknown, read: (each: Parsed) => T): readonly T[] =>
  Array.isArray(value) ? value.map((each) => read(objectOf(each, 'an entry'))) : damaged('a list');

function objectOf(value: unknown, what: string): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damaged(what);
  // An object that JSON was parsed to: names and anything.
  return value as Parsed;
}

function wholeOf(each: Parsed, name: string): number {
  const value = each[name];
  return Number.isSafeInteger(value) ? Number(value) : damaged(name);
}

function textOf(each: Parsed, name: string): string {
  const value = each[name];
  return typeof value === 'string' ? value : damaged(name);
}

function damaged(what: string, cause?: unknown): never {
  throw new IsochronError('DATA_LOSS', `A dataset's state is damaged (${what}): restore it, or upload anew.`, cause);
}
