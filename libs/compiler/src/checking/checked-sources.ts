import type { Source } from '@isochron/thrift';
import type { SourceOwner } from './check-source.ts';
import type { CheckedSource } from './checked.ts';

/**
 * Sources that were checked before, kept while a set is checked: what was compiled together holds one value wherever it copies a source. Of tables that are not
 * known none is kept: who fills them may not have been checked yet.
 */
export interface CheckedSources {
  /** What is known of a source as it stands there, or what `check` finds. */
  findOr(source: Source, path: string, owner: SourceOwner, check: () => CheckedSource): CheckedSource;
}

/** Keeps none: for one object alone. */
export const noCheckedSources: CheckedSources = { findOr: (_source, _path, _owner, check) => check() };

export function createCheckedSources(): CheckedSources {
  const known = new WeakMap<Source, Map<string, CheckedSource>>();
  return {
    findOr: (source, path, owner, check) => {
      const ways = known.get(source) ?? new Map<string, CheckedSource>();
      known.set(source, ways);
      const way = JSON.stringify([path, owner]);
      const checked = ways.get(way) ?? check();
      if (isSettled(checked)) ways.set(way, checked);
      return checked;
    },
  };
}

const isSettled = ({ tableColumns, upstream, mutations }: CheckedSource): boolean =>
  tableColumns !== null && upstream === null && mutations?.tableColumns !== null;
