import { createVector, type Field, IsochronError, setValue, type Vector } from '@isochron/schema';
import type { Clock } from '@isochron/service';
import { type ExternalAnswer, Status } from '@isochron/serving';
import { LRUCache } from 'lru-cache';
import type { AskedKey, Asking } from './asking.ts';
import type { ExternalSourceConfig } from './config.ts';
import { CutShort, Guard } from './guard.ts';
import { Headers } from './headers.ts';
import type { Leaving } from './leaving.ts';
import type { SourceMetrics } from './metrics.ts';
import { type CallOutcome, SharedCall } from './shared-call.ts';
import type { Batch, GivenRow, Transport } from './transport.ts';
import { bytesOfValue } from './value-bytes.ts';

/** What is known of a key. */
interface Known {
  readonly given: GivenRow;
  readonly atMs: number;
}

interface UnderWay {
  readonly call: SharedCall;
  readonly row: number;
}

export interface SourceSurroundings {
  readonly transport: Transport;
  readonly metrics: SourceMetrics;
  readonly clock: Clock;
}

/** An external service as it is asked: what is known is not asked again, what is being asked is waited for, and the rest is asked in batches. */
export class ExternalSource {
  readonly #config: ExternalSourceConfig;
  readonly #transport: Transport;
  readonly #metrics: SourceMetrics;
  readonly #clock: Clock;
  readonly #guard: Guard;
  readonly #headers: Headers;
  readonly #cache: LRUCache<string, Known> | null;
  readonly #underWay = new Map<string, UnderWay>();

  constructor(name: string, config: ExternalSourceConfig, { transport, metrics, clock }: SourceSurroundings) {
    this.#config = config;
    this.#transport = transport;
    this.#metrics = metrics;
    this.#clock = clock;
    this.#guard = new Guard(name, config, clock, metrics.breaker);
    this.#headers = new Headers(config.headers, clock);
    this.#cache = cacheOf(config.cache, clock);
  }

  /** The answer for the rows of a request. It rejects only for what we got wrong. */
  async answer(asking: Asking, keys: readonly AskedKey[], rows: number, asker: Asker): Promise<ExternalAnswer> {
    const known = new Map<AskedKey, Known>();
    await this.#find(asking, keys, { asker, known, mayJoin: true });
    return answerOf(asking.fields, known, { rows, nowMs: this.#clock.nowMs() });
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  async #find(asking: Asking, keys: readonly AskedKey[], finding: Finding): Promise<void> {
    const { asker, known, mayJoin } = finding;
    const { leaving } = asker;
    const joined = new Map<SharedCall, Waiting[]>();
    const rest: AskedKey[] = [];
    let kept = 0;
    for (const key of keys) {
      const cached = this.#cache?.get(key.identity);
      const underWay = mayJoin ? this.#underWay.get(key.identity) : undefined;
      if (cached !== undefined) {
        known.set(key, cached);
        kept++;
      } else if (underWay !== undefined && !underWay.call.isAbandoned) {
        const waiting = joined.get(underWay.call) ?? [];
        joined.set(underWay.call, waiting);
        waiting.push({ key, row: underWay.row });
      } else rest.push(key);
    }
    this.#metrics.answered('cache', kept);
    this.#metrics.answered('joined', keys.length - kept - rest.length);
    this.#metrics.answered('call', rest.length);
    const again: AskedKey[] = [];
    const waits = [...joined].map(async ([call, waiting]) => {
      const outcome = await call.outcome(leaving);
      if (outcome.kind === 'error' && outcome.isCutShort) again.push(...waiting.map(({ key }) => key));
      else take(known, waiting, outcome, this.#clock.nowMs());
    });
    for (const { call, waiting } of this.#begin(asking, rest, asker)) {
      waits.push(call.outcome(leaving).then((outcome) => take(known, waiting, outcome, this.#clock.nowMs())));
    }
    await Promise.all(waits);
    // Whoever began that call has left; who is still here asks for himself.
    if (again.length > 0) await this.#find(asking, again, { ...finding, mayJoin: false });
  }

  #begin(asking: Asking, keys: readonly AskedKey[], asker: Asker): readonly Begun[] {
    const begun: Begun[] = [];
    for (let from = 0; from < keys.length; from += this.#config.batchMax) {
      const batch = keys.slice(from, from + this.#config.batchMax);
      const call = new SharedCall((signal) => this.#call(asking, batch, signal, asker));
      batch.forEach(({ identity }, row) => {
        this.#underWay.set(identity, { call, row });
      });
      call.onEnd(() => this.#end(call, batch));
      begun.push({ call, waiting: batch.map((key, row) => ({ key, row })) });
    }
    return begun;
  }

  /** Another call for the same key may have taken its place. */
  #end(call: SharedCall, keys: readonly AskedKey[]): void {
    for (const { identity } of keys) {
      if (this.#underWay.get(identity)?.call === call) this.#underWay.delete(identity);
    }
  }

  async #call(asking: Asking, keys: readonly AskedKey[], signal: AbortSignal, asker: Asker): Promise<CallOutcome> {
    const startedMs = this.#clock.elapsedMs();
    const outcome = await this.#outcome(batchOf(asking, keys), signal, asker);
    const code = outcome.kind === 'rows' ? 'OK' : outcome.error.code;
    this.#metrics.called(code, this.#clock.elapsedMs() - startedMs);
    if (outcome.kind === 'rows') {
      for (const [row, { identity }] of keys.entries()) this.#keep(identity, outcome.rows[row], outcome.atMs);
    }
    if (this.#cache !== null) this.#metrics.cacheBytes(this.#cache.calculatedSize);
    return outcome;
  }

  async #outcome(batch: Batch, signal: AbortSignal, { leaving: { endMs }, traceParent }: Asker): Promise<CallOutcome> {
    try {
      const secrets = await this.#headers.values();
      const headers = traceParent === null ? secrets : { ...secrets, traceparent: traceParent };
      const rows = await this.#guard.run((limits) => this.#transport.fetch(batch, { ...limits, headers }), {
        signal,
        endMs,
      });
      return { kind: 'rows', rows, atMs: this.#clock.nowMs() };
    } catch (thrown) {
      if (!(thrown instanceof IsochronError)) throw thrown;
      return { kind: 'error', error: thrown, isCutShort: thrown instanceof CutShort };
    }
  }

  #keep(identity: string, given: GivenRow | undefined, atMs: number): void {
    if (this.#cache === null || given === undefined || given.kind === 'failed') return;
    if (given.kind === 'found' && given.values.some((value) => value instanceof IsochronError)) return;
    this.#cache.set(identity, { given, atMs });
  }
}

/** Who asks. */
export interface Asker {
  readonly leaving: Leaving;
  readonly traceParent: string | null;
}

interface Finding {
  readonly asker: Asker;
  readonly known: Map<AskedKey, Known>;
  readonly mayJoin: boolean;
}

/** A key, and its row in a call. */
interface Waiting {
  readonly key: AskedKey;
  readonly row: number;
}

interface Begun {
  readonly call: SharedCall;
  readonly waiting: readonly Waiting[];
}

/** What an entry takes besides its key and its values. */
const ENTRY_BYTES = 250;

function cacheOf({ ttlMs, bytesMax }: ExternalSourceConfig['cache'], clock: Clock): LRUCache<string, Known> | null {
  if (ttlMs === 0) return null;
  return new LRUCache({
    maxSize: bytesMax,
    ttl: ttlMs,
    ttlResolution: 0,
    perf: { now: clock.elapsedMs },
    sizeCalculation: ({ given }, identity) => ENTRY_BYTES + bytesOfValue(identity) + bytesOfGiven(given),
  });
}

const bytesOfGiven = (given: GivenRow): number =>
  given.kind === 'found'
    ? given.values.reduce((sum: number, value) => sum + (value instanceof IsochronError ? 0 : bytesOfValue(value)), 0)
    : 0;

const batchOf = ({ keys, fields }: Asking, asked: readonly AskedKey[]): Batch => ({
  rows: asked.length,
  keys,
  columns: keys.map((_, key) => asked.map(({ values }) => values[key] ?? null)),
  fields,
});

function take(known: Map<AskedKey, Known>, waiting: readonly Waiting[], outcome: CallOutcome, nowMs: number): void {
  for (const { key, row } of waiting) {
    if (outcome.kind === 'error') known.set(key, { given: { kind: 'failed', error: outcome.error }, atMs: nowMs });
    else {
      const given = outcome.rows[row];
      if (given === undefined) throw new Error('a call answered fewer rows than it was asked for');
      known.set(key, { given, atMs: outcome.atMs });
    }
  }
}

/** Rows without a key match nothing. */
function answerOf(
  fields: readonly Field[],
  known: ReadonlyMap<AskedKey, Known>,
  { rows, nowMs }: { readonly rows: number; readonly nowMs: number },
): ExternalAnswer {
  const vectors = fields.map(({ type }) => createVector(type, rows));
  const statuses = new Uint8Array(rows * fields.length).fill(Status.NOT_FOUND);
  const agesMs = new Float64Array(rows).fill(Number.NaN);
  let error: IsochronError | null = null;
  for (const [{ rows: own }, { given, atMs }] of known) {
    if (given.kind === 'failed') error ??= given.error;
    for (const row of own) {
      if (given.kind !== 'failed') agesMs[row] = nowMs - atMs;
      const found = putGiven(given, vectors, statuses, row);
      error ??= found;
    }
  }
  return { vectors, statuses, agesMs, error };
}

function putGiven(
  given: GivenRow,
  vectors: readonly Vector[],
  statuses: Uint8Array,
  row: number,
): IsochronError | null {
  if (given.kind === 'not-found') return null;
  let error: IsochronError | null = null;
  vectors.forEach((vector, field) => {
    const value = given.kind === 'failed' ? given.error : (given.values[field] ?? null);
    const at = row * vectors.length + field;
    if (value instanceof IsochronError) {
      statuses[at] = Status.ERROR;
      error ??= value;
    } else {
      statuses[at] = value === null ? Status.NULL : Status.PRESENT;
      setValue(vector, row, value);
    }
  });
  return error;
}
