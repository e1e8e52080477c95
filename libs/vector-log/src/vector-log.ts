import type { AvroOutput } from '@isochron/avro';
import type { Field, Vector } from '@isochron/schema';
import { Counter, type Logger, type Registry } from '@isochron/service';
import type { Fetched, ReadPlan } from '@isochron/serving';
import type { LoggedSchema } from './served-vector.ts';
import { type RecordTaker, VectorWriter } from './vector-writer.ts';

/** Where records go. */
export interface VectorSink {
  /** Copies a record of `servedVectorSchema` and answers at once; false where it has enough to do and the record is dropped. It never throws. */
  offer(record: AvroOutput, schema: LoggedSchema): boolean;
  /** Writes what it has, within a time of its own; what is not written by then is lost, counted and told. */
  close(): Promise<void>;
}

/** A Join whose vectors are logged. */
export interface LoggedJoin {
  /** Whole or narrowed: what is served by it. */
  readonly plan: ReadPlan;
  /** The columns that a request carries, as the Join's plan has them on its left side. */
  readonly keys: readonly Field[];
  /** Of the Join's metadata: of how many of its keys the vectors are logged, in percent. */
  readonly samplePercent: number;
}

/** Logs vectors of one Join. */
export interface JoinLog {
  /**
   * Takes the vectors of a request of which the key is sampled, before they are given back; the rest it does not look at. It neither waits nor throws: what cannot be
   * logged is dropped and counted.
   */
  offer(fetched: Fetched, columns: ReadonlyMap<string, Vector>, serving: Serving): void;
}

/** How vectors were served. */
export interface Serving {
  /** The version of the published set that the request was answered by. */
  readonly setVersion: number;
  readonly servedAtMs: number;
}

/** Logs served vectors, so that a later job can compute them again and compare. */
export interface VectorLog {
  /** Compiled once a plan; null where nothing of it is logged. */
  joinLog(join: LoggedJoin): JoinLog | null;
  close(): Promise<void>;
}

export interface VectorLogSurroundings {
  readonly registry: Registry;
  readonly logger: Logger;
}

/** Logs to a sink; `isochron_vector_log_vectors_total` counts vectors by what became of them. */
export function createVectorLog(sink: VectorSink, { registry, logger }: VectorLogSurroundings): VectorLog {
  const vectors = new Counter({
    name: 'isochron_vector_log_vectors_total',
    help: 'Sampled vectors: taken by the log, dropped because it had enough to do, refused because they could not be written.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    joinLog: (join) => {
      if (!(join.samplePercent > 0)) return null;
      const writer = new VectorWriter(join);
      let isTold = false;
      const taker: RecordTaker = {
        take: (record) => vectors.inc({ outcome: sink.offer(record, writer.schema) ? 'taken' : 'dropped' }),
        refused: (thrown) => {
          // A fetch must not fail because of its log. What we got wrong is told all the same, once.
          vectors.inc({ outcome: 'refused' });
          if (!isTold) logger.error({ err: thrown, join: join.plan.name }, 'a served vector could not be logged');
          isTold = true;
        },
      };
      return { offer: (fetched, columns, serving) => writer.write(fetched, columns, serving, taker) };
    },
    close: () => sink.close(),
  };
}
