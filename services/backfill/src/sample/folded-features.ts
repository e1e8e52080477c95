import type { GroupByPlan } from '@isochron/compiler';
import { type Field, getValue, type Value, type Vector } from '@isochron/schema';
import type { FoldChunk, FoldStep, LeftRows, TimedScan, Warehouse } from '@isochron/warehouse';
import { runFold } from '../fold.ts';
import { foldRequestOf } from '../fold-request.ts';
import type { FoldEnds } from '../folding.ts';
import { keyTextOf, type Question } from '../raw-events.ts';

/** The features of a question, one an output; undefined where no left row asked it. */
export type FoldedFeatures = (question: Question) => readonly Value[] | undefined;

export interface FoldedRequest {
  readonly left: LeftRows;
  readonly events: readonly TimedScan[];
  readonly fromMs: number;
  readonly outputs: readonly Field[];
  /** Of left rows of other keys nothing is kept. */
  readonly questions: readonly Question[];
  readonly signal: AbortSignal;
}

/** Folds as a backfill does, by the same query and the same kernel, and keeps the features of the questions instead of writing a table. */
export async function foldedFeatures(
  warehouse: Warehouse,
  plan: GroupByPlan,
  request: FoldedRequest,
): Promise<FoldedFeatures> {
  const { left, events, fromMs, outputs, questions, signal } = request;
  const step = await warehouse.fold(foldRequestOf(plan, { left, events, fromMs, outputs }));
  try {
    const keyText = keyTextOf(plan.keys);
    const wanted = new Set(questions.map(({ keys }) => keyText(keys)));
    const ends = new KeepingEnds(step, outputs, await numberedKeys(step, plan.keys, wanted));
    await runFold(ends, plan, signal, () => undefined);
    return ({ keys, atMs }) => ends.features.get(rowText(keyText(keys), atMs));
  } finally {
    await step.close();
  }
}

/** The texts of wanted keys by their numbers in the fold. */
async function numberedKeys(
  step: FoldStep,
  keys: readonly Field[],
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<number, string>> {
  const keyText = keyTextOf(keys);
  const numbered = new Map<number, string>();
  let number = 0;
  for (let chunk = await step.readKeys(); chunk !== null; chunk = await step.readKeys()) {
    const { n, columns } = chunk;
    for (let row = 0; row < n; row++, number++) {
      const text = keyText(keys.map(({ type }, at) => getValue(type, vectorAt(columns, at), row)));
      if (wanted.has(text)) numbered.set(number, text);
    }
  }
  return numbered;
}

/** Reads a step's rows, and keeps what is written of those whose keys are wanted. */
class KeepingEnds implements FoldEnds {
  readonly counts: FoldEnds['counts'];
  readonly features = new Map<string, readonly Value[]>();
  readonly #step: FoldStep;
  readonly #outputs: readonly Field[];
  readonly #keys: ReadonlyMap<number, string>;
  /** What wanted left rows asked, by their numbers, until their features are written. */
  readonly #asked = new Map<number, string>();

  constructor(step: FoldStep, outputs: readonly Field[], keys: ReadonlyMap<number, string>) {
    this.counts = step.counts;
    this.#step = step;
    this.#outputs = outputs;
    this.#keys = keys;
  }

  async read(): Promise<FoldChunk | null> {
    const chunk = await this.#step.read();
    if (chunk === null) return null;
    const { n, key, ts, row } = chunk;
    for (let at = 0; at < n; at++) {
      const number = row[at] ?? -1;
      if (number < 0) continue;
      const keyText = this.#keys.get(key[at] ?? -1);
      if (keyText !== undefined) this.#asked.set(number, rowText(keyText, ts[at] ?? Number.NaN));
    }
    return chunk;
  }

  async write(rows: Int32Array, outputs: readonly Vector[], n: number): Promise<void> {
    for (let at = 0; at < n; at++) {
      const number = rows[at] ?? -1;
      const asked = this.#asked.get(number);
      if (asked === undefined) continue;
      this.#asked.delete(number);
      if (this.features.has(asked)) continue;
      this.features.set(
        asked,
        this.#outputs.map(({ type }, output) => getValue(type, vectorAt(outputs, output), at)),
      );
    }
  }
}

const rowText = (keyText: string, atMs: number): string => `${atMs} ${keyText}`;

function vectorAt(vectors: readonly Vector[], at: number): Vector {
  const vector = vectors[at];
  if (vector === undefined) throw new TypeError(`There is no vector ${at}.`);
  return vector;
}
