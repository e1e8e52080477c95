import type { JoinPlan, ServedPart } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { getValue, type Value, type Vector, vectorOf } from '@isochron/schema';
import { ContributionCache, JoinReader, readPlanOf, Status, StoredGenerations } from '@isochron/serving';
import { batchDataset } from '@isochron/thrift';

/** A status, and the value beside it: `['PRESENT', 12]`. */
export type Told = readonly [status: string, value: Value];

export interface FetchedRow {
  /** Of each feature, by its name. */
  readonly told: Readonly<Record<string, Told>>;
  /** The first thing that went wrong of each part; null where nothing did. */
  readonly errors: readonly (string | null)[];
  /** The generation that answered of each part. */
  readonly generations: readonly (number | null)[];
}

const statusNames = new Map<number, string>(Object.entries(Status).map(([name, status]) => [status, name]));

/** A Join as a fetcher serves it from what was uploaded: compiled once, asked many times. There are no tiles. */
export class ServedJoin {
  readonly #plan: JoinPlan;
  readonly #generations: StoredGenerations;
  readonly #reader: JoinReader;

  constructor(store: KeyValueStore, plan: JoinPlan) {
    const datasetOf = ({ groupBy }: ServedPart) => batchDataset(groupBy.name);
    this.#plan = plan;
    this.#generations = new StoredGenerations(store, plan.parts.map(datasetOf));
    const generations = this.#generations;
    const cache = new ContributionCache(2 ** 20);
    this.#reader = new JoinReader(readPlanOf(plan, { datasetOf, tilesOf: () => null }), { store, generations, cache });
  }

  /** As a fetcher does every few seconds. */
  async refresh(): Promise<void> {
    await this.#generations.refresh();
  }

  /** `features`: default all. */
  async fetch(
    rows: readonly Readonly<Record<string, Value>>[],
    atMs: number,
    features: readonly string[] = [],
  ): Promise<readonly FetchedRow[]> {
    const reader = features.length === 0 ? this.#reader : this.#reader.narrowed(features);
    const columns = new Map<string, Vector>(
      this.#plan.left.columns.map(({ name, type }) => [
        name,
        vectorOf(
          type,
          rows.map((row) => row[name] ?? null),
        ),
      ]),
    );
    const fetched = await reader.fetch({ rows: rows.length, columns, atMs });
    const answer = rows.map((_, row) => ({
      told: Object.fromEntries(
        fetched.outputs.map(({ name, type }, output): [string, Told] => [
          name,
          [
            statusNames.get(fetched.status(row, output)) ?? 'none',
            getValue(type, fetched.vectors[output] as Vector, row),
          ],
        ]),
      ),
      errors: fetched.parts.map(({ error }) => error?.message ?? null),
      generations: fetched.parts.map(({ generation }) => generation),
    }));
    fetched.release();
    return answer;
  }
}
