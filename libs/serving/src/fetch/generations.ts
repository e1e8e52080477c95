import { type AvroSchema, dataTypeOf } from '@isochron/avro';
import type { UploadedColumns } from '@isochron/compiler';
import { type KeyValueStore, limits, readRows, textOfBytes } from '@isochron/kv';
import { compareBytes, type Field, IsochronError } from '@isochron/schema';
import { batchValueOf } from '../layout/batch-value.ts';
import { type BatchCellNames, batchCellNamesOf } from '../layout/cell-name.ts';
import { type DatasetState, decodeDatasetState, emptyDatasetState, type Generation } from '../layout/dataset-state.ts';
import { generationAt } from '../layout/generation-at.ts';
import { type RowPrefix, rowKeyOf, rowPrefixOf, servingInfoKey } from '../layout/row-key.ts';
import { datasetKeyOf, datasetsTable, featuresTable, stateColumns, valueColumns } from '../layout/tables.ts';

/** A generation that can be read: where its cells are, and what their values are written with. */
export interface ServedGeneration {
  readonly dataset: string;
  readonly id: number;
  readonly batchEndMs: number;
  readonly servingInfoHash: string;
  readonly valueSchema: AvroSchema;
  /** Of the rows that its features were made of; null where the upload does not say. */
  readonly columns: UploadedColumns | null;
  /** Of its rows, which it has in common with the dataset's other generations; its cells are named apart. */
  readonly prefix: RowPrefix;
  readonly names: BatchCellNames;
}

/** Who knows which generation answers a request. It must not be asked of states older than `stateAgeMaxMs`. */
export interface Generations {
  /** Throws where none can answer: NOT_FOUND before the first upload, FAILED_PRECONDITION where all that are held have seen later events. */
  at(dataset: string, atMs: number): ServedGeneration;
}

interface Held {
  /** The state as it is stored; null: there is none. */
  readonly bytes: Uint8Array | null;
  readonly state: DatasetState;
  readonly served: ReadonlyMap<number, ServedGeneration | IsochronError>;
}

/** The generations of some datasets as the store has them, as of the last `refresh`. */
export class StoredGenerations implements Generations {
  readonly #store: KeyValueStore;
  #datasets: readonly string[];
  #held: ReadonlyMap<string, Held> = new Map();

  constructor(store: KeyValueStore, datasets: readonly string[]) {
    this.#store = store;
    this.#datasets = [...new Set(datasets)];
  }

  /** Reads what the store has of datasets that are not known yet, and knows them too from then on. Of the others nothing changes. Rejects as the store does. */
  async learn(datasets: Iterable<string>): Promise<void> {
    const fresh = new Set([...datasets].filter((dataset) => !this.#held.has(dataset)));
    if (fresh.size === 0) return;
    const learnt = await this.#read([...fresh]);
    this.#held = new Map([...this.#held, ...learnt]);
    this.#datasets = [...new Set([...this.#datasets, ...fresh])];
  }

  /** Only these from now on. */
  keep(datasets: ReadonlySet<string>): void {
    this.#datasets = this.#datasets.filter((dataset) => datasets.has(dataset));
  }

  /** The generation in force; null where there is none, or it cannot be read. */
  current(dataset: string): ServedGeneration | null {
    const held = this.#held.get(dataset);
    const served = held?.state.current ? held.served.get(held.state.current.id) : undefined;
    return served === undefined || served instanceof IsochronError ? null : served;
  }

  /**
   * Reads the states of all datasets, and how to read the generations that are new. All change at once, when all is read: a request sees the old ones or the new.
   * Answers whether anything is otherwise than it was. Rejects as the store does, and then nothing has changed.
   */
  async refresh(): Promise<boolean> {
    const before = this.#held;
    const held = await this.#read(this.#datasets);
    this.#held = held;
    return before.size !== held.size || held.entries().some(([dataset, each]) => each !== before.get(dataset));
  }

  async #read(datasets: readonly string[]): Promise<ReadonlyMap<string, Held>> {
    const held = new Map<string, Held>();
    for (let from = 0; from < datasets.length; from += limits.keysPerRead) {
      const page = datasets.slice(from, from + limits.keysPerRead);
      const rows = await readRows(this.#store, datasetsTable.name, {
        keys: page.map(datasetKeyOf),
        columns: stateColumns,
        freshness: 'latest',
      });
      for (const [index, dataset] of page.entries())
        held.set(dataset, await this.#hold(dataset, rows[index]?.[0]?.value ?? null, this.#held.get(dataset)));
    }
    return held;
  }

  at(dataset: string, atMs: number): ServedGeneration {
    const held = this.#held.get(dataset);
    if (held === undefined || held.state.current === null) {
      throw new IsochronError('NOT_FOUND', `Dataset "${dataset}" has no upload; upload its GroupBy first.`);
    }
    const generation = generationAt(held.state, atMs);
    if (generation === null) {
      throw new IsochronError(
        'FAILED_PRECONDITION',
        `No generation of "${dataset}" that is held ends at or before ${atMs}; ask for a later instant.`,
      );
    }
    const served = held.served.get(generation.id);
    if (served === undefined) throw new Error(`generation ${generation.id} of ${dataset} was not read`);
    if (served instanceof IsochronError) throw served;
    return served;
  }

  /** What is held already where the state is as it was, unless a generation could not be read. */
  async #hold(dataset: string, bytes: Uint8Array | null, before: Held | undefined): Promise<Held> {
    if (before !== undefined && isSame(bytes, before.bytes) && isReadable(before)) return before;
    const state = bytes === null ? emptyDatasetState : decodeDatasetState(bytes);
    const generations = [state.current, state.previous].filter((each) => each !== null);
    const served = new Map<number, ServedGeneration | IsochronError>();
    for (const generation of generations) {
      const known = before?.served.get(generation.id);
      const isKnown = known !== undefined && !(known instanceof IsochronError);
      served.set(generation.id, isKnown ? known : await this.#served(dataset, generation));
    }
    return { bytes, state, served };
  }

  async #served(dataset: string, generation: Generation): Promise<ServedGeneration | IsochronError> {
    const prefix = rowPrefixOf(dataset);
    const names = batchCellNamesOf(generation.id);
    let info: string | null = null;
    await this.#store.read(
      featuresTable.name,
      { keys: [rowKeyOf(prefix, servingInfoKey)], columns: valueColumns, freshness: 'latest' },
      (_row, _key, cell) => {
        const value = batchValueOf(cell, names);
        if (value?.kind === 'value') info = textOfBytes(value.bytes);
      },
    );
    const { id, batchEndMs, servingInfoHash } = generation;
    const read = info === null ? null : servingInfoIn(info);
    if (read !== null) return { dataset, id, batchEndMs, servingInfoHash, ...read, prefix, names };
    return new IsochronError(
      'DATA_LOSS',
      `Generation ${id} of "${dataset}" does not say what its values are written with; upload it anew.`,
    );
  }
}

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : compareBytes(a, b) === 0;

const isReadable = ({ served }: Held): boolean => served.values().every((each) => !(each instanceof IsochronError));

/** What a GroupByServingInfo, as Thrift JSON, says of values and columns; null where no schema of values is to be read. */
function servingInfoIn(info: string): Pick<ServedGeneration, 'valueSchema' | 'columns'> | null {
  const fields = jsonIn(info);
  const valueSchema = schemaIn(fields, 'batchValueAvroSchema');
  if (valueSchema === null) return null;
  const [keys, inputs] = [fieldsIn(fields, 'keyAvroSchema'), fieldsIn(fields, 'selectedAvroSchema')];
  return { valueSchema, columns: keys === null || inputs === null ? null : { keys, inputs } };
}

/** An Avro schema is JSON; what is none is refused by who compiles it. */
const schemaIn = (fields: unknown, name: string): AvroSchema | null => {
  const text = typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : null;
  return typeof text === 'string' ? (jsonIn(text) as AvroSchema | null) : null;
};

function fieldsIn(fields: unknown, name: string): readonly Field[] | null {
  const schema = schemaIn(fields, name);
  if (schema === null) return null;
  try {
    const type = dataTypeOf(schema);
    return type.kind === 'struct' ? type.fields : null;
  } catch {
    return null;
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
