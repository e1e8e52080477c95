import type { CallContext } from '@isochron/rpc';
import { IsochronError, type Vector } from '@isochron/schema';
import { type AccessPolicy, authorize, type Clock, isAllowed, teamOf } from '@isochron/service';
import { type Fetched, type FetchRequest, type JoinReader, ROWS_PER_READ } from '@isochron/serving';
import type { JoinLog, VectorLog } from '@isochron/vector-log';
import type { ExternalSources } from './external/index.ts';
import type { InFlight } from './in-flight.ts';
import type { FetchMetrics } from './metrics.ts';
import type { ServedObject } from './served/served-object.ts';
import type { ServedSet } from './served/served-set.ts';
import type { ServedSets } from './served/served-sets.ts';

/** What a request asks for, over any protocol. Its columns are read once it is known what they are of. */
export interface Asked {
  readonly kind: 'join' | 'group-by';
  readonly name: string;
  readonly rows: number;
  /** null: now. */
  readonly atMs: number | null;
  /** Empty: all. */
  readonly features: readonly string[];
  readonly columnsOf: (served: ServedObject) => ReadonlyMap<string, Vector>;
  /** What it goes by; not given: what is served when it comes. */
  readonly set?: ServedSet;
  /** Whether a request without a key fails only what goes by it; not given: it is refused. */
  readonly mayMissKeys?: boolean;
}

/** How an answer is written: at once, for its vectors are used again after it. */
export type Write<T> = (fetched: Fetched, served: ServedObject, reader: JoinReader) => T;

export interface FetcherLimits {
  /** Rows of one request. */
  readonly rowsMax: number;
  /** Keys that are looked up for one request: its rows, times the parts that are read of each. */
  readonly keysMax: number;
}

export interface FetcherApiOptions {
  /** Whose Joins and GroupBys callers may read. */
  readonly access: AccessPolicy;
  readonly sets: ServedSets;
  readonly inFlight: InFlight;
  readonly externals: ExternalSources;
  readonly metrics: FetchMetrics;
  /** null: nothing is logged. */
  readonly vectorLog: VectorLog | null;
  readonly limits: FetcherLimits;
  readonly clock: Clock;
}

/** No name is longer. */
const NAME_LENGTH_MAX = 200;

/** Fetches vectors. Each request goes by the set that is served when it comes, to its end. */
export class FetcherApi {
  readonly sets: ServedSets;
  readonly #options: FetcherApiOptions;
  readonly #logs = new WeakMap<JoinReader, { readonly log: JoinLog | null }>();

  constructor(options: FetcherApiOptions) {
    this.sets = options.sets;
    this.#options = options;
  }

  /**
   * What is served under a name; PERMISSION_DENIED where it is of a team that the caller may not read, whether it is there or not; else NOT_FOUND, or why it is not served.
   */
  find(
    { kind, name, set = this.sets.current }: Pick<Asked, 'kind' | 'name' | 'set'>,
    context: CallContext,
  ): ServedObject {
    const entry = set.entryOf(kind, name);
    const known = entry?.name ?? name.slice(0, NAME_LENGTH_MAX);
    const team = teamOf(known);
    // A name without a team that is not there is nobody's.
    if (entry !== null || team !== '')
      authorize(this.#options.access, context.caller, { action: 'read', team, name: known });
    if (entry !== null && entry.served !== null) return entry.served;
    throw set.whyNot(kind, name, (other) => this.mayRead(other, context));
  }

  /** Whether a caller may know of what is called so. */
  mayRead(name: string, { caller }: CallContext): boolean {
    return isAllowed(this.#options.access, caller, { action: 'read', team: teamOf(name) });
  }

  async fetch<T>(asked: Asked, context: CallContext, write: Write<T>): Promise<T> {
    const { kind, name, rows, atMs, features } = asked;
    const { inFlight, metrics, clock } = this.#options;
    if (rows < 1)
      throw new IsochronError('INVALID_ARGUMENT', 'The request has no rows; say how many there are, from 1 on.');
    this.checkRows(rows);
    if (atMs !== null) checkInstant(atMs);
    const set = asked.set ?? this.sets.current;
    const served = this.find({ kind, name, set }, context);
    const columns = asked.columnsOf(served);
    if (asked.mayMissKeys !== true) served.checkKeys(columns);
    const reader = served.readerOf(features);
    this.#checkKeys(rows, reader);
    const nowMs = clock.nowMs();
    const leave = inFlight.enter(rows);
    try {
      context.enter('values');
      const enter = (stage: string): void => context.enter(stage);
      const request = { rows, columns, atMs: atMs ?? nowMs, nowMs, enter };
      // Few rows are made in one turn, in which nobody can leave: their call does not pay for a signal.
      const isPlain = rows <= ROWS_PER_READ && reader.plan.externals.length === 0;
      const fetched = await reader.fetch(isPlain ? request : this.#watched(request, reader, context));
      context.enter('answer');
      try {
        this.#refuseLate(context);
        const written = write(fetched, served, reader);
        const serving = { setVersion: set.version, servedAtMs: nowMs };
        this.#logOf(served, reader)?.offer(fetched, columns, serving);
        metrics.fetched(served, reader, fetched);
        return written;
      } finally {
        fetched.release();
      }
    } finally {
      leave();
    }
  }

  /** What came after its deadline is of no use: it is not written, and neither counted nor logged as served. */
  #refuseLate({ deadlineMs }: CallContext): void {
    if (deadlineMs === null || this.#options.clock.nowMs() < deadlineMs) return;
    throw new IsochronError('DEADLINE_EXCEEDED', 'What was read came after the deadline.');
  }

  /** A request that is left where nobody waits for it, with what is asked of services elsewhere while the store is read. */
  #watched(request: FetchRequest, { plan }: JoinReader, { signal, deadlineMs, trace }: CallContext): FetchRequest {
    if (plan.externals.length === 0) return { ...request, signal };
    const limits = { signal, deadlineMs, traceParent: trace.traceParent };
    return {
      ...request,
      ...(request.rows > ROWS_PER_READ && { signal }),
      externals: this.#options.externals.columns(plan, request.columns, request.rows, limits),
    };
  }

  /** Compiled once a reader. */
  #logOf({ keys, samplePercent }: ServedObject, reader: JoinReader): JoinLog | null {
    if (this.#options.vectorLog === null) return null;
    const known = this.#logs.get(reader);
    if (known !== undefined) return known.log;
    const log = this.#options.vectorLog.joinLog({ plan: reader.plan, keys, samplePercent });
    this.#logs.set(reader, { log });
    return log;
  }

  /** RESOURCE_EXHAUSTED where a request has more rows than are answered, however they are divided. */
  checkRows(rows: number): void {
    const { rowsMax } = this.#options.limits;
    if (rows <= rowsMax) return;
    throw new IsochronError(
      'RESOURCE_EXHAUSTED',
      `The request has ${rows} rows, and ${rowsMax} are the most. Ask for fewer at once.`,
    );
  }

  #checkKeys(rows: number, { plan }: JoinReader): void {
    const { keysMax } = this.#options.limits;
    const parts = plan.parts.length;
    if (rows * parts <= keysMax) return;
    throw new IsochronError(
      'RESOURCE_EXHAUSTED',
      `The request has ${rows} rows of ${parts} parts, which are ${rows * parts} keys, and ${keysMax} are the most. Ask for fewer rows at once.`,
    );
  }
}

/** The last instant that a date has, and minus that the first. */
const INSTANT_MS_MAX = 8_640_000_000_000_000;

function checkInstant(atMs: number): void {
  if (Math.abs(atMs) <= INSTANT_MS_MAX) return;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `The request is of the instant ${atMs}, and there is none beyond ${INSTANT_MS_MAX}: it wants milliseconds since the epoch.`,
  );
}
