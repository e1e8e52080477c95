import type { ExternalPlan } from '@isochron/compiler';
import { createVector, IsochronError, type Vector } from '@isochron/schema';
import type { Clock, Registry } from '@isochron/service';
import { type ExternalAnswer, Status } from '@isochron/serving';
import { Asking } from './asking.ts';
import type { ExternalSourceConfig, ExternalSourcesConfig } from './config.ts';
import { ExternalSource } from './external-source.ts';
import { grpcTransport } from './grpc-transport.ts';
import { httpTransport } from './http-transport.ts';
import { leavingOf } from './leaving.ts';
import { externalMetrics } from './metrics.ts';
import type { Transport } from './transport.ts';

export interface AskingLimits {
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal | null;
  /** When the request has to be answered, in milliseconds since the epoch; null: no matter when. */
  readonly deadlineMs: number | null;
  /** The W3C header that calls for this request carry; null: none. */
  readonly traceParent: string | null;
}

export interface ExternalSources {
  /** What is registered. */
  readonly names: readonly string[];
  /**
   * What a plan's externals give for the rows of a request, in their order, for `JoinReader.fetch`; null for what is contextual, which stands among the columns of
   * the request. Services are asked at once. What fails is a fault of its answer and the status ERROR of what it takes down; this rejects only for what we got wrong.
   */
  columns(
    plan: { readonly externals: readonly { readonly asked: ExternalPlan }[] },
    columns: ReadonlyMap<string, Vector>,
    rows: number,
    limits: AskingLimits,
  ): Promise<readonly (ExternalAnswer | null)[]>;
  close(): Promise<void>;
}

/** Throws INVALID_ARGUMENT where a source cannot be set up. No service is asked before it is needed. */
export function createExternalSources(
  config: ExternalSourcesConfig,
  { clock, registry }: { readonly clock: Clock; readonly registry: Registry },
): ExternalSources {
  const metricsOf = externalMetrics(registry);
  const sources = new Map(
    Object.entries(config).map(([name, source]) => {
      const surroundings = { transport: transportOf(name, source), metrics: metricsOf(name), clock };
      return [name, new ExternalSource(name, source, surroundings)];
    }),
  );
  const names = [...sources.keys()].sort();
  const askings = new Askings();
  return {
    names,
    columns: async ({ externals }, columns, rows, { signal, deadlineMs, traceParent }) => {
      if (externals.length === 0) return [];
      const leaving = leavingOf(signal, deadlineMs, clock);
      try {
        const answers = externals.map(async ({ asked }): Promise<ExternalAnswer | null> => {
          if (asked.isContextual) return null;
          const source = sources.get(asked.service);
          if (source === undefined) return failed(asked, rows, unregistered(asked.service, names));
          const asking = askings.of(asked);
          try {
            const keys = asking.keysOf(columns, rows);
            return await source.answer(asking, keys, rows, { leaving, traceParent });
          } catch (thrown) {
            if (!(thrown instanceof IsochronError)) throw thrown;
            return failed(asked, rows, thrown);
          }
        });
        return await Promise.all(answers);
      } finally {
        leaving.dispose();
      }
    },
    close: async () => {
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
}

function transportOf(name: string, config: ExternalSourceConfig): Transport {
  switch (config.kind) {
    case 'http':
      return httpTransport(name, config);
    case 'grpc':
      return grpcTransport(name, config);
  }
}

/** Plans are compiled once. Joins that ask the same share what is known. */
class Askings {
  readonly #known = new WeakMap<ExternalPlan, Asking>();
  readonly #kinds = new Map<string, string>();

  of(plan: ExternalPlan): Asking {
    const known = this.#known.get(plan);
    if (known !== undefined) return known;
    const asking = new Asking(plan, this.#kindOf(plan));
    this.#known.set(plan, asking);
    return asking;
  }

  #kindOf({ keys, outputs }: ExternalPlan): string {
    const asked = [keys.map(({ right, type }) => [right, type]), outputs.map(({ field, type }) => [field, type])];
    const text = JSON.stringify(asked);
    const kind = this.#kinds.get(text) ?? `${this.#kinds.size} `;
    this.#kinds.set(text, kind);
    return kind;
  }
}

function failed({ outputs }: ExternalPlan, rows: number, error: IsochronError): ExternalAnswer {
  return {
    vectors: outputs.map(({ type }) => createVector(type, rows)),
    statuses: new Uint8Array(rows * outputs.length).fill(Status.ERROR),
    agesMs: new Float64Array(rows).fill(Number.NaN),
    error,
  };
}

function unregistered(service: string, names: readonly string[]): IsochronError {
  const there = names.length === 0 ? 'none is' : `these are: ${names.join(', ')}`;
  return new IsochronError('FAILED_PRECONDITION', `The external service "${service}" is not registered; ${there}.`);
}
