import type { Field, IsochronError, Value } from '@isochron/schema';

/** What is asked of a service in one call. */
export interface Batch {
  readonly rows: number;
  /** By the service's names. */
  readonly keys: readonly Field[];
  /** A column a key, a value a row; none of them null. */
  readonly columns: readonly (readonly Value[])[];
  /** What is wanted, by the service's names. */
  readonly fields: readonly Field[];
}

/** A value, or why there is none. */
export type Given = Value | IsochronError;

/** What a service gave of one row. */
export type GivenRow =
  | { readonly kind: 'found'; readonly values: readonly Given[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'failed'; readonly error: IsochronError };

export interface CallLimits {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** What the service is told of the time it has. */
  readonly timeoutMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** One call to a service, once: a row for each of the batch. It rejects with an `IsochronError` for what went wrong with the call. */
export interface Transport {
  fetch(batch: Batch, limits: CallLimits): Promise<readonly GivenRow[]>;
  close(): Promise<void>;
}
