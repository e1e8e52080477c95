import { type GroupBy, outputTable } from '@isochron/thrift';
import type { CheckedGroupBy } from './checked.ts';

/**
 * GroupBys without errors, kept while a set is checked: most of a join is copies of them, and what is said of a copy is what was said of the original. Their
 * paths are those of the original.
 */
export interface SoundGroupBys {
  find(thrift: GroupBy): CheckedGroupBy | null;
  keep(checked: CheckedGroupBy): void;
}

/** Keeps none: for one object alone. */
export const noSoundGroupBys: SoundGroupBys = { find: () => null, keep: () => undefined };

export function createSoundGroupBys(): SoundGroupBys {
  const known = new Map<string, CheckedGroupBy>();
  // Copies that were compiled here are one value.
  const keys = new WeakMap<GroupBy, string>();
  const keyed = (thrift: GroupBy): string => {
    const key = keys.get(thrift) ?? keyOf(thrift);
    keys.set(thrift, key);
    return key;
  };
  return {
    find: (thrift) => known.get(keyed(thrift)) ?? null,
    keep: (checked) => void known.set(keyed(checked.thrift), checked),
  };
}

/** Everything that a check or a plan depends on. Metadata besides says nothing that is checked in a copy. */
function keyOf({ metaData = {}, ...computed }: GroupBy): string {
  const { name, online, production, expressionDialect, executionInfo } = metaData;
  const settings = executionInfo?.conf?.common ?? {};
  return JSON.stringify([name, online, production, expressionDialect, settings, outputTable(metaData), computed]);
}
