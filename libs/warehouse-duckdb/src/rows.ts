import { type Field, IsochronError, type Value } from '@isochron/schema';
import type { RowsRequest } from '@isochron/warehouse';
import { allRows, type Engine } from './engine.ts';
import { explained, sourcesOf } from './explained.ts';
import { prepareScan, scanRows } from './scan.ts';
import { list, quoted } from './sql.ts';
import type { Store } from './store.ts';
import { stored } from './types.ts';
import { toValue } from './values.ts';
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
        return allRows(
          shop.connection,
          `SELECT ${names} FROM (SELECT * FROM (${kept}) ORDER BY __rn)${order} LIMIT ${first}`,
        );
      },
    );
    if (found.length > limit) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `Table "${scan.table}" has more than ${limit} such rows; narrow the days or conditions, or sample.`,
      );
    }
    return found.map((row) => Object.fromEntries(fields.map(({ name, type }) => [name, toValue(type, row[name])])));
  });
}

function orderColumn(name: string, fields: readonly Field[]): string {
  if (fields.some((field) => field.name === name)) return `${quoted(name)} NULLS FIRST`;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `Rows cannot be ordered by "${name}", which is not among the columns that were asked for.`,
  );
}
