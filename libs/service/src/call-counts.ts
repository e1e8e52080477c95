import type { Call, Outcome } from '@isochron/rpc';
import { Counter, Gauge, type Registry } from 'prom-client';
import { type Observing, SeriesHistogram } from './series-histogram.ts';

/** Seconds, from a tenth of a millisecond to half a minute, each some 2.5 times the one before. */
export const LATENCY_BUCKETS = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];

/** `LATENCY_BUCKETS`, and below them what a stage of a fast call takes. */
export const STAGE_BUCKETS = [0.000005, 0.00001, 0.000025, 0.00005, ...LATENCY_BUCKETS];

/** How many calls there were, how they ended, how long they took and what that time went to. They are counted in numbers that each method holds, and put under labels when somebody asks. */
export class CallCounts {
  readonly #methods: Readonly<Record<Call['protocol'], Map<string, MethodCounts>>> = {
    grpc: new Map(),
    http: new Map(),
    local: new Map(),
  };
  readonly #seconds: SeriesHistogram<'protocol' | 'method'>;
  readonly #stageSeconds: SeriesHistogram<'protocol' | 'method' | 'stage'>;

  constructor(registry: Registry) {
    const methods = this.#methods;
    new Counter({
      name: 'isochron_calls_total',
      help: 'Calls by method and code.',
      labelNames: ['protocol', 'method', 'code'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [protocol, named] of Object.entries(methods))
          for (const [method, { codes }] of named)
            for (const [code, count] of codes) this.inc({ protocol, method, code }, count);
      },
    });
    this.#seconds = new SeriesHistogram({
      name: 'isochron_call_seconds',
      help: 'How long calls took.',
      labelNames: ['protocol', 'method'],
      buckets: LATENCY_BUCKETS,
      registry,
    });
    this.#stageSeconds = new SeriesHistogram({
      name: 'isochron_call_stage_seconds',
      help: 'What the time of calls went to; the sums of all stages of a method are the sum of isochron_call_seconds.',
      labelNames: ['protocol', 'method', 'stage'],
      buckets: STAGE_BUCKETS,
      registry,
    });
    new Gauge({
      name: 'isochron_calls_in_flight',
      help: 'Calls that are not answered yet.',
      labelNames: ['protocol'],
      registers: [registry],
      collect() {
        for (const [protocol, named] of Object.entries(methods)) {
          const open = named.values().reduce((sum, counts) => sum + counts.open, 0);
          if (named.size > 0) this.set({ protocol }, open);
        }
      },
    });
  }

  of(protocol: Call['protocol'], method: string): MethodCounts {
    const known = this.#methods[protocol].get(method);
    if (known !== undefined) return known;
    const counts = new MethodCounts({
      seconds: this.#seconds.seriesOf({ protocol, method }),
      stageSeconds: (stage) => this.#stageSeconds.seriesOf({ protocol, method, stage }),
    });
    this.#methods[protocol].set(method, counts);
    return counts;
  }
}

interface MethodSeries {
  readonly seconds: Observing;
  readonly stageSeconds: (stage: string) => Observing;
}

export class MethodCounts {
  /** Begun and not ended. */
  open = 0;
  readonly codes = new Map<Outcome['code'], number>();
  readonly #series: MethodSeries;
  readonly #stages = new Map<string, Observing>();

  constructor(series: MethodSeries) {
    this.#series = series;
  }

  begin(): void {
    this.open++;
  }

  end(code: Outcome['code'], seconds: number): void {
    this.open--;
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    this.#series.seconds.observe(seconds);
  }

  passed(stage: string, seconds: number): void {
    const known = this.#stages.get(stage);
    if (known !== undefined) known.observe(seconds);
    else this.#begun(stage).observe(seconds);
  }

  #begun(stage: string): Observing {
    const series = this.#series.stageSeconds(stage);
    this.#stages.set(stage, series);
    return series;
  }
}
