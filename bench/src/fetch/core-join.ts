import { LambdaColumns } from '@isochron/aggregation';
import { type ServedPlan, servedPlanOfJoin } from '@isochron/compiler';
import { type KeyValueStore, readRows } from '@isochron/kv';
import { longType, stringType, type Vector, vectorOf } from '@isochron/schema';
import {
  BatchHalfDecoder,
  Cursor,
  type FetchRequest,
  featuresTable,
  type ReadOptions,
  type ReadPlan,
  readPlanOf,
  rowKeyOf,
  StoredGenerations,
  Texts,
  tileSchemaOf,
  tilesCellNameOf,
  valueColumns,
} from '@isochron/serving';
import { batchDataset } from '@isochron/thrift';
import type { BenchGroupBy, BenchJoin } from './definitions.ts';
import type { Instants } from './instants.ts';

const REQUESTS = 4_000;
const BATCHES = 20;
/** A prime, so that rows that are asked one after the other are far apart in the store. */
const STEP = 7_919;
/** Of how many rows the bytes are held, for the stages that are measured apart from the store. */
const HELD = 200;

/** What the store has of one row of a request, a part each. */
interface HeldRow {
  readonly batch: readonly Uint8Array[];
  readonly tiles: readonly Uint8Array[];
}

/** A measured Join as the fetcher has it: planned, its generations read, requests at hand. */
export class CoreJoin {
  readonly served: ServedPlan;
  readonly options: ReadOptions;
  readonly plan: ReadPlan;
  readonly generations: StoredGenerations;
  /** Of one row each, of keys all over the store. */
  readonly requests: readonly FetchRequest[];
  /** Of a hundred rows. */
  readonly batches: readonly FetchRequest[];
  readonly #store: KeyValueStore;
  readonly #join: BenchJoin;
  readonly #instants: Instants;

  constructor(store: KeyValueStore, join: BenchJoin, instants: Instants) {
    this.#store = store;
    this.#join = join;
    this.#instants = instants;
    this.served = servedPlanIn(join);
    const schemas = new Map(join.groupBys.map(({ plan, features }) => [plan.name, tileSchemaOf(features)]));
    this.options = {
      datasetOf: ({ groupBy }) => batchDataset(groupBy.name),
      tilesOf: ({ groupBy: { name } }) => {
        const schema = schemas.get(name);
        return schema === undefined ? null : { name: tilesCellNameOf(0), schemas: [schema] };
      },
    };
    this.plan = readPlanOf(this.served, this.options);
    this.generations = new StoredGenerations(
      store,
      this.plan.parts.map(({ dataset }) => dataset),
    );
    this.requests = Array.from({ length: Math.min(join.keys, REQUESTS) }, (_, at) => this.#request(at * STEP, 1));
    this.batches = Array.from({ length: BATCHES }, (_, at) => this.#request(at * 100, 100));
  }

  #request(first: number, rows: number): FetchRequest {
    const { groupBys, keys } = this.#join;
    const columns = new Map(
      groupBys.map(({ plan, keyOf }): [string, Vector] => {
        const values = Array.from({ length: rows }, (_, row) => keyOf((first + row) % keys));
        return [plan.keys[0]?.name ?? '', vectorOf(typeof values[0] === 'number' ? longType : stringType, values)];
      }),
    );
    return { rows, columns, atMs: this.#instants.atMs };
  }

  /** The keys of the rows that a request reads, in the order in which they are asked for. */
  storeKeys({ columns }: FetchRequest): readonly Uint8Array[] {
    return this.plan.parts.map(({ keys, dataset }) => {
      const length = keys.encode(keys.columns(columns), 0);
      const { prefix } = this.generations.at(dataset, this.#instants.atMs);
      return rowKeyOf(prefix, keys.bytes, length);
    });
  }

  /** Each stage by itself, over bytes that are held: what a request of a number does in all parts. */
  async stages() {
    const held = await this.#held();
    const { parts, base } = this.plan;
    const { atMs, batchEndMs } = this.#instants;
    const cursor = new Cursor();
    const key = new Uint8Array(1);
    const decoders = parts.map(({ dataset }, part) => {
      const columns = new LambdaColumns((this.#join.groupBys[part] as BenchGroupBy).features);
      return new BatchHalfDecoder(columns, this.generations.at(dataset, atMs).valueSchema, new Texts());
    });
    const statuses = new Uint8Array(base.length);
    const vectors = base.map(({ type }) => vectorOf(type, [null]));
    const begin = (part: number) => {
      const { reader, dataset } = parts[part] as ReadPlan['parts'][number];
      reader.begin(this.generations.at(dataset, atMs), atMs, atMs);
      return reader;
    };
    const move = (at: number, part: number, which: keyof HeldRow) => {
      const bytes = held[at % held.length]?.[which][part] as Uint8Array;
      cursor.start(bytes, 0, bytes.length);
    };
    const each = (run: (at: number, part: number) => void) => (at: number) => {
      for (let part = 0; part < parts.length; part++) run(at, part);
    };
    return {
      bytes: { batch: sizeOf(held[0]?.batch), tiles: sizeOf(held[0]?.tiles) },
      decode: each((at, part) => {
        move(at, part, 'batch');
        decoders[part]?.read(cursor, batchEndMs, atMs);
      }),
      batch: each((at, part) => {
        move(at, part, 'batch');
        begin(part).readBatch(cursor, key, null);
      }),
      tiles: each((at, part) => {
        move(at, part, 'tiles');
        begin(part).readTiles(cursor);
      }),
      finish: each((_at, part) => {
        const { first } = parts[part] as ReadPlan['parts'][number];
        begin(part).finish({ vectors, statuses, width: base.length, first }, 0);
      }),
    };
  }

  async #held(): Promise<readonly HeldRow[]> {
    const rows: HeldRow[] = [];
    for (const request of this.requests.slice(0, HELD)) {
      const keys = this.storeKeys(request);
      const cells = await readRows(this.#store, featuresTable.name, {
        keys,
        columns: valueColumns,
        freshness: 'latest',
      });
      const values = (at: number) => cells.map((own) => own[at]?.value ?? new Uint8Array());
      rows.push({ batch: values(0), tiles: values(1) });
    }
    return rows;
  }
}

function servedPlanIn({ thrift, groupBys }: BenchJoin): ServedPlan {
  const uploaded = new Map(groupBys.map(({ plan: { name, keys, inputs } }) => [name, { keys, inputs }]));
  const { plan, diagnostics } = servedPlanOfJoin(thrift, { uploadedOf: (name) => uploaded.get(name) ?? null });
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return plan;
}

const sizeOf = (values: readonly Uint8Array[] = []): number => values.reduce((sum, { length }) => sum + length, 0);
