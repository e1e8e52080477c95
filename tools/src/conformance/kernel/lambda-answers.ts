import {
  BatchIrFold,
  batchIrType,
  type Feature,
  type KeyedEventRows,
  LambdaFold,
  type LiveHalf,
  type Tile,
  TileStates,
  tileIrType,
} from '@isochron/aggregation';
import { codecOf } from '@isochron/avro';
import { type Field, type Value, vectorOf } from '@isochron/schema';
import type { Answers } from './matrix.ts';
import type { TimedRow } from './window-features.ts';

/** All events are of one key. */
const KEY = 0;

/** The batch half of the rows before the batch end, as it comes out of the store: through its bytes. Null where no window sees any. */
export function batchHalf(
  features: readonly Feature[],
  schema: readonly Field[],
  rows: readonly TimedRow[],
  batchEndMs: number,
): Value {
  const fold = new BatchIrFold(features, batchEndMs);
  fold.update(eventRows(schema, rows));
  const ir = fold.read(KEY);
  if (ir === null) return null;
  const codec = codecOf(batchIrType(features));
  return codec.decode(codec.encode(ir));
}

/** The rows that a query at an instant may see of the live half. */
export type Live = (atMs: number) => LiveHalf;

/** The features at each query, of a batch half and of what came after it. */
export function lambdaAnswers(
  features: readonly Feature[],
  batchEndMs: number,
  batch: Value,
  queries: readonly number[],
  live: Live,
): Answers {
  const fold = new LambdaFold(features);
  fold.batch(batchEndMs, batch);
  return queries.map((atMs) =>
    fold.values(atMs, live(atMs)).map((value, index) => {
      const failure = fold.failures[index] ?? null;
      return failure === null ? { value } : { error: failure.message };
    }),
  );
}

/** All rows from the batch end on: those after a query are for the fold to leave out. */
export function rowsFrom(schema: readonly Field[], rows: readonly TimedRow[], batchEndMs: number): Live {
  const live = eventRows(
    schema,
    rows.filter(({ ts }) => ts >= batchEndMs),
  );
  return () => ({ rows: live });
}

/** Tiles, through their bytes, of the rows between the batch end and a query. */
export function tilesFrom(
  features: readonly Feature[],
  schema: readonly Field[],
  rows: readonly TimedRow[],
  batchEndMs: number,
): Live {
  const codec = codecOf(tileIrType(features));
  return (atMs) => {
    const states = new TileStates(features);
    states.update(
      eventRows(
        schema,
        rows.filter(({ ts }) => ts >= batchEndMs && ts < atMs),
      ),
    );
    const tiles = states
      .dirty()
      .map(({ startMs }): Tile => ({ startMs, ir: codec.decode(codec.encode(states.read(KEY, startMs))) }));
    return { tiles };
  };
}

function eventRows(schema: readonly Field[], rows: readonly TimedRow[]): KeyedEventRows {
  return {
    n: rows.length,
    key: new Int32Array(rows.length).fill(KEY),
    ts: Float64Array.from(rows, ({ ts }) => ts),
    columns: schema.map(({ type }, index) =>
      vectorOf(
        type,
        rows.map(({ values }) => values[index] ?? null),
      ),
    ),
  };
}
