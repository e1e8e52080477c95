import {
  type Call,
  type CallObserver,
  type CallTrace,
  type FrameStage,
  isFault,
  type ObservedCall,
  type Outcome,
  untraced,
} from '@isochron/rpc';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { CallCounts, type MethodCounts } from './call-counts.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { noTracing, type TracedCall, type Tracing } from './traces.ts';

export { Counter, Gauge, Histogram, Registry } from 'prom-client';
export { LATENCY_BUCKETS } from './call-counts.ts';
export { type Observing, SeriesHistogram } from './series-histogram.ts';

/** A registry with what Node says of itself: memory, event loop, garbage collection. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Errors whose sentences show what was wrong in a request, keys and values among them: they are for its caller, and not for logs. */
const OF_REQUESTS: ReadonlySet<string> = new Set([
  'INVALID_ARGUMENT',
  'OUT_OF_RANGE',
  // Quotes the definitions that were to be published.
  'FAILED_PRECONDITION',
  // Have the name that was asked for, whatever that is.
  'NOT_FOUND',
  'PERMISSION_DENIED',
]);

/**
 * Of each call, over any protocol: `isochron_calls_total` by method and code, `isochron_call_seconds` by method, `isochron_call_stage_seconds` by method and stage,
 * `isochron_calls_in_flight`. What is a fault of ours is logged as an error, with its stack; what a caller got wrong at level debug, both with the ids of its span. A call that
 * is traced has its span, with its stages below it.
 */
export function observeCalls(
  registry: Registry,
  logger: Logger,
  clock: Clock,
  tracing: Tracing = noTracing,
): CallObserver {
  const calls = new CallCounts(registry);
  return (call) => {
    const traced = tracing.begin(call);
    return new CountedCall(call, traced, { counts: calls.of(call.protocol, call.method), logger, clock });
  };
}

interface Counting {
  readonly counts: MethodCounts;
  readonly logger: Logger;
  readonly clock: Clock;
}

const FIRST_STAGE: FrameStage = 'authenticate';

/** Where a stage ends the next begins, by one reading of the clock: so they add up. */
class CountedCall implements ObservedCall {
  readonly trace: CallTrace;
  readonly #call: Call;
  readonly #traced: TracedCall | null;
  readonly #counting: Counting;
  readonly #startedMs: number;
  #stage: string = FIRST_STAGE;
  #enteredMs: number;
  #isOver = false;

  constructor(call: Call, traced: TracedCall | null, counting: Counting) {
    this.trace = traced?.trace ?? untraced;
    this.#call = call;
    this.#traced = traced;
    this.#counting = counting;
    this.#startedMs = this.#enteredMs = counting.clock.elapsedMs();
    counting.counts.begin();
  }

  enter(stage: string): void {
    // What a caller did not wait for may go on.
    if (stage === this.#stage || this.#isOver) return;
    this.#pass(this.#counting.clock.elapsedMs());
    this.#stage = stage;
  }

  end(outcome: Outcome): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const endedMs = this.#counting.clock.elapsedMs();
    this.#pass(endedMs);
    this.#traced?.end(outcome);
    const tookMs = endedMs - this.#startedMs;
    this.#counting.counts.end(outcome.code, tookMs / 1000);
    if (outcome.code !== 'OK') this.#log(outcome, tookMs);
  }

  #pass(nowMs: number): void {
    this.#counting.counts.passed(this.#stage, (nowMs - this.#enteredMs) / 1000);
    this.#traced?.stage(this.#stage, this.#enteredMs, nowMs);
    this.#enteredMs = nowMs;
  }

  #log({ code, thrown }: Outcome, tookMs: number): void {
    const { logger } = this.#counting;
    const { method, protocol } = this.#call;
    const traceParent = this.trace.traceParent ?? this.#call.traceParent;
    const err = OF_REQUESTS.has(code) ? undefined : thrown;
    const fields = { method, protocol, code, tookMs: Math.round(tookMs), traceParent, err };
    if (thrown !== null && isFault(thrown)) logger.error(fields, `${method} failed`);
    else logger.debug(fields, `${method} answered ${code}`);
  }
}
