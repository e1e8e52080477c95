import { bytesOfText, type ColumnRange, type TableSpec } from '@isochron/kv';

/**
 * What stands where in the store.
 *
 * `datasets` has a row a dataset (`{NAME}_BATCH`), by its name: which generations of it are in force ({@link DatasetState}), in one cell that is written with
 * `replace` under the condition that nobody else has. It is all that a switch writes, so that readers see one generation or the other.
 *
 * `features` has the values of all datasets: a row a key ({@link rowKeyOf}), with a cell for each generation that has something of it, and one of tiles
 * ({@link CellName}). All are in one table and one family, so that one read fetches what a request needs, of however many datasets, and one lookup what it needs of a
 * key. The cells of a generation are written before it is in force, never changed while it is, and deleted some time after.
 *
 * **Reading.** Have the states of the datasets read lately, with freshness `latest` and as many at once as a read takes: the state that a request goes by must be
 * younger than `stateAgeMaxMs` (by a monotonic clock), because a generation that went out of force is deleted `retiredAgeMinMs` after that. For a request at q choose
 * the generation ({@link generationAt}), and read its cells with freshness `latest`: a replica that lags would show a key as missing that is there. A row that has
 * none of them is a key without features. A vector is made of cells of one generation of each dataset.
 */
export const datasetsTable = {
  name: 'datasets',
  families: [{ name: 'state', versionsMax: 1 }],
} as const satisfies TableSpec;

export const featuresTable = {
  name: 'features',
  families: [{ name: 'value', versionsMax: 1 }],
} as const satisfies TableSpec;

/** Where a dataset's state stands in its row. */
export const stateColumn = { family: 'state', qualifier: bytesOfText('generations') } as const;

/** What a read of states, and one of values, ask for. */
export const stateColumns: readonly ColumnRange[] = [{ family: stateColumn.family }];
export const valueColumns: readonly ColumnRange[] = [{ family: 'value' }];

/** The key of a dataset's row in `datasets`. */
export const datasetKeyOf = (dataset: string): Uint8Array => bytesOfText(dataset);

/** How old, at most, the state may be that a request goes by. */
export const stateAgeMaxMs = 60_000;

/** How long, at least, a generation stays after it went out of force: several times as long, for clocks and long requests. */
export const retiredAgeMinMs = 5 * stateAgeMaxMs;
