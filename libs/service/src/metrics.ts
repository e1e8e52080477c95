import { type CallObserver, isFault, type Outcome, untraced } from '@isochron/rpc';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { CallCounts } from './call-counts.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { noTracing, type Tracing } from './traces.ts';

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
  // Has the name that was asked for, whatever that is.
  'NOT_FOUND',
]);

/**
 * Of each call, over any protocol: `isochron_calls_total` by method and code, `isochron_call_seconds` by method, `isochron_calls_in_flight`. What is a fault of ours is
 * logged as an error, with its stack; what a caller got wrong at level debug, both with the ids of its span. A call that is traced has its span.
 */
export function observeCalls(
  registry: Registry,
  logger: Logger,
  clock: Clock,
  tracing: Tracing = noTracing,
): CallObserver {
  const calls = new CallCounts(registry);
  return (call) => {
    const { protocol, method } = call;
    const counts = calls.of(protocol, method);
    const traced = tracing.begin(call);
    const startedMs = clock.elapsedMs();
    counts.begin();
    const end = (outcome: Outcome): void => {
      const { code, thrown } = outcome;
      traced?.end(outcome);
      const tookMs = clock.elapsedMs() - startedMs;
      counts.end(code, tookMs / 1000);
      if (code === 'OK') return;
      const traceParent = traced?.trace.traceParent ?? call.traceParent;
      const err = OF_REQUESTS.has(code) ? undefined : thrown;
      const fields = { method, protocol, code, tookMs: Math.round(tookMs), traceParent, err };
      if (thrown !== null && isFault(thrown)) logger.error(fields, `${method} failed`);
      else logger.debug(fields, `${method} answered ${code}`);
    };
    return { trace: traced?.trace ?? untraced, end };
  };
}
