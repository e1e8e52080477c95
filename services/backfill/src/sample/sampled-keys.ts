import { createHash } from 'node:crypto';
import type { GroupByPlan } from '@isochron/compiler';
import { quotedName } from '@isochron/expression';
import type { Value } from '@isochron/schema';
import type { DayRange, Warehouse } from '@isochron/warehouse';
import { askedOfKeys, type Inputs, spanOf, type TimeSpan } from '../inputs.ts';
import { keyTextOf } from '../raw-events.ts';

export interface SampledKeysRequest {
  readonly days: DayRange;
  /** Conditions on the key columns. */
  readonly where: readonly string[];
  readonly keys: number;
  readonly seed: number;
}

/** Events looked at for each key that is wanted: many of them may be of one key. */
const EVENTS_A_KEY = 50;
const EVENTS_MAX = 50_000;

/**
 * Keys of a GroupBy that have events: of the days asked for, and where these have too few, of all that its features look back on. Of the keys
 * of a sample of events, those whose hashes with the seed are the least.
 */
export async function sampledKeys(
  warehouse: Warehouse,
  inputs: Inputs,
  plan: GroupByPlan,
  request: SampledKeysRequest,
): Promise<readonly (readonly Value[])[]> {
  const { days, keys, seed } = request;
  const found = new Map<string, readonly Value[]>();
  for (const span of [spanOf(days, 0), askedOfKeys(plan, days)]) {
    if (found.size >= keys) break;
    await find(warehouse, inputs, { plan, span, request }, found);
  }
  return [...found]
    .map(([text, values]) => ({ values, hash: hashOf(seed, text) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, keys)
    .map(({ values }) => values);
}

async function find(
  warehouse: Warehouse,
  inputs: Inputs,
  {
    plan,
    span,
    request,
  }: { readonly plan: GroupByPlan; readonly span: TimeSpan; readonly request: SampledKeysRequest },
  found: Map<string, readonly Value[]>,
): Promise<void> {
  const keyText = keyTextOf(plan.keys);
  const events = Math.min(EVENTS_MAX, EVENTS_A_KEY * request.keys);
  const arePresent = plan.keys.map(({ name }) => `${quotedName(name)} IS NOT NULL`);
  for (const { table, days, columns, where } of await inputs.eventScans(plan, span)) {
    const rows = await warehouse.rows({
      scan: { table, days, columns, where: [...where, ...arePresent, ...request.where] },
      sample: { rows: events, seed: request.seed },
      limit: events,
    });
    for (const row of rows) {
      const values = plan.keys.map(({ name }) => row[name] ?? null);
      found.set(keyText(values), values);
    }
  }
}

/** The same order of texts for the same seed, which has nothing to do with what they say. */
export const hashOf = (seed: number, text: string): string =>
  createHash('sha256').update(`${seed} ${text}`).digest('hex');
