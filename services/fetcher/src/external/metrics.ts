import { Counter, Gauge, Histogram, LATENCY_BUCKETS, type Registry } from '@isochron/service';
import type { BreakerState } from './guard.ts';

/** Where an answer of a key came from. */
export type AnswerFrom = 'cache' | 'joined' | 'call';

export interface SourceMetrics {
  called(code: string, tookMs: number): void;
  answered(from: AnswerFrom, keys: number): void;
  breaker(state: BreakerState): void;
  cacheBytes(bytes: number): void;
}

const STATES: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

export function externalMetrics(registry: Registry): (source: string) => SourceMetrics {
  const registers = [registry];
  const calls = new Counter({
    name: 'isochron_external_calls_total',
    help: 'Calls to external services by code; those that the breaker or the bound on calls refused among them.',
    labelNames: ['source', 'code'],
    registers,
  });
  const seconds = new Histogram({
    name: 'isochron_external_call_seconds',
    help: 'How long calls to external services took, the wait for a turn included.',
    labelNames: ['source'],
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const keys = new Counter({
    name: 'isochron_external_keys_total',
    help: 'Keys by where their answer came from: the cache, a call that was under way, a call of their own.',
    labelNames: ['source', 'from'],
    registers,
  });
  const breaker = new Gauge({
    name: 'isochron_external_breaker_state',
    help: '0: closed, 1: half open, 2: open.',
    labelNames: ['source'],
    registers,
  });
  const bytes = new Gauge({
    name: 'isochron_external_cache_bytes',
    help: 'What answers that are kept take, about.',
    labelNames: ['source'],
    registers,
  });
  return (source) => {
    breaker.set({ source }, 0);
    return {
      called: (code, tookMs) => {
        calls.inc({ source, code });
        seconds.observe({ source }, tookMs / 1000);
      },
      answered: (from, count) => keys.inc({ source, from }, count),
      breaker: (state) => breaker.set({ source }, STATES[state]),
      cacheBytes: (size) => bytes.set({ source }, size),
    };
  };
}
