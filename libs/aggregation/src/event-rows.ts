import type { Vector } from '@isochron/schema';

/** A batch of events in any order, one vector a column of the features' row schema. The first `n` rows count. */
export interface EventRows {
  readonly n: number;
  /** Milliseconds. */
  readonly ts: Float64Array;
  readonly columns: readonly Vector[];
}

/** Events of many keys, numbered from 0 by the caller. */
export interface KeyedEventRows extends EventRows {
  readonly key: Int32Array;
}
