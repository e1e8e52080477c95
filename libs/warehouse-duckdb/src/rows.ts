import type { DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { type Field, IsochronError, type Value } from '@isochron/schema';
import type { RowsRequest } from '@isochron/warehouse';
import type { Engine } from './engine.ts';
import { explained, sourcesOf } from './explained.ts';
import { prepareScan, scanRows } from './scan.ts';
import { list, quoted } from './sql.ts';
import type { Store } from './store.ts';
import { stored } from './types.ts';
import { valueReader } from './value-reader.ts';
import { inWorkshop } from './workshop.ts';

/**
 * Rows as values. A sample keeps the rows whose numbers, in the order of the files, have the least hashes with the seed: the same rows for
 * the same seed as long as the partitions stay.
 */
export async function rows(
  engine: Engine,
  store: Store,
  request: RowsRequest,
): Promise<readonly Readonly<Record<string, Value>>[]> {
  const { scan, sample, limit } = request;
  return inWorkshop(engine, `Reading table "${scan.table}"`, async (shop) => {
    const prepared = prepareScan(await store.open(scan.table), scan);
    const { fields } = prepared;
    const columns = fields.map(({ name, type }) => `${stored(quoted(name), type)} AS ${quoted(name)}`);
    const orderBy = (request.orderBy ?? []).map((name) => orderColumn(name, fields));
    const order = orderBy.length === 0 ? '' : ` ORDER BY ${list(orderBy)}`;
    const first = Math.min(request.first ?? limit + 1, limit + 1);
    const found = await explained(
      engine,
      () => sourcesOf([prepared]),
      async () => {
        const scanned = await scanRows(shop, prepared);
        const numbered = `SELECT ${list([...columns, 'row_number() OVER () AS __rn'])} FROM ${scanned()}`;
        const kept =
          sample === undefined
            ? numbered
            : `${numbered} ORDER BY hash(__rn, ${sample.seed}), __rn LIMIT ${sample.rows}`;
        const names = list(fields.map(({ name }) => quoted(name)));
        const result = await shop.connection.run(
          `SELECT ${names} FROM (SELECT * FROM (${kept}) ORDER BY __rn)${order} LIMIT ${first}`,
        );
        return (await result.fetchAllChunks()).flatMap((chunk) => rowsOf(chunk, fields));
      },
    );
    if (found.length > limit) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `Table "${scan.table}" has more than ${limit} such rows; narrow the days or conditions, or sample.`,
      );
    }
    return found;
  });
}

/** The rows of a chunk whose columns are these fields, in their stored form. */
function rowsOf(chunk: DuckDBDataChunk, fields: readonly Field[]): readonly Readonly<Record<string, Value>>[] {
  const readers = fields.map(
    ({ name, type }, at) =>
      [name, valueReader(duckdb.data_chunk_get_vector(chunk.chunk, at), type, chunk.rowCount)] as const,
  );
  return Array.from({ length: chunk.rowCount }, (_, row) =>
    Object.fromEntries(readers.map(([name, read]) => [name, read(row)])),
  );
}

function orderColumn(name: string, fields: readonly Field[]): string {
  if (fields.some((field) => field.name === name)) return `${quoted(name)} NULLS FIRST`;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `Rows cannot be ordered by "${name}", which is not among the columns that were asked for.`,
  );
}
