import { type CallObserver, isFault, type Outcome, untraced } from '@isochron/rpc';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { noTracing, type Tracing } from './traces.ts';

export { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds, from a tenth of a millisecond to half a minute, each some 2.5 times the one before. */
export const LATENCY_BUCKETS = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];

/** A registry with what Node says of itself: memory, event loop, garbage collection. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

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
  const registers = [registry];
  const total = new Counter({
    name: 'isochron_calls_total',
    help: 'Calls by method and code.',
    labelNames: ['protocol', 'method', 'code'],
    registers,
  });
  const seconds = new Histogram({
    name: 'isochron_call_seconds',
    help: 'How long calls took.',
    labelNames: ['protocol', 'method'],
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const inFlight = new Gauge({
    name: 'isochron_calls_in_flight',
    help: 'Calls that are not answered yet.',
    labelNames: ['protocol'],
    registers,
  });
  return (call) => {
    const { protocol, method } = call;
    const traced = tracing.begin(call);
    const startedMs = clock.elapsedMs();
    inFlight.inc({ protocol });
    const end = (outcome: Outcome): void => {
      const { code, thrown } = outcome;
      traced?.end(outcome);
      const tookMs = clock.elapsedMs() - startedMs;
      inFlight.dec({ protocol });
      total.inc({ protocol, method, code });
      seconds.observe({ protocol, method }, tookMs / 1000);
      if (code === 'OK') return;
      const traceParent = traced?.trace.traceParent ?? call.traceParent;
      const fields = { method, protocol, code, tookMs: Math.round(tookMs), traceParent, err: thrown };
      if (thrown !== null && isFault(thrown)) logger.error(fields, `${method} failed`);
      else logger.debug(fields, `${method} answered ${code}`);
    };
    return { trace: traced?.trace ?? untraced, end };
  };
}
