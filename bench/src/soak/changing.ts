import { setTimeout as pause } from 'node:timers/promises';
import type { KeyValueStore } from '@isochron/kv';
import type { Join } from '@isochron/thrift';
import { SET, writeGroupBy } from '../fetch/data-set.ts';
import type { BenchJoin } from '../fetch/definitions.ts';
import type { Instants } from '../fetch/instants.ts';
import { publishJoins } from '../fetch/publish-joins.ts';

/** What was changed under the service. */
export interface Changes {
  readonly generations: number;
  readonly versions: number;
  /** What is in force in the end: a generation of each GroupBy, and what the Join says of its version. */
  readonly generation: number;
  readonly says: string;
}

/** Puts new generations in force and publishes new versions, by turns, until the signal is aborted. Nothing old is deleted: that is for minutes later. */
export async function keepChanging(
  store: KeyValueStore,
  join: BenchJoin,
  instants: Instants,
  { everyMs, signal }: { readonly everyMs: number; readonly signal: AbortSignal },
): Promise<Changes> {
  let generation = Number.NaN;
  for (let round = 0; ; round++) {
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return { generations: round, versions: round, generation, says: says(round - 1) };
    generation = Date.now();
    for (const groupBy of join.groupBys) await writeGroupBy(store, groupBy, join, instants, generation);
    await publishJoins(store, SET, [{ ...join, thrift: saying(join, says(round)) }]);
  }
}

const says = (round: number): string => `round ${round}`;

/** The Join with one derivation more, which is of another value in each version. */
function saying({ thrift }: BenchJoin, text: string): Join {
  const derivations = [...(thrift.derivations ?? []), { name: 'version_of_it', expression: `'${text}'` }];
  return { ...thrift, derivations };
}
