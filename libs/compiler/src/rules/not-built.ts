import type { Join, Query } from '@isochron/thrift';
import { type Checked, groupBysOf, sourcesOf } from '../checked.ts';
import type { Rule } from './rule.ts';

/**
 * What the language has and the embedded backfill cannot compute yet is named, never left out. Such a definition is right: it compiles, and has no
 * plan.
 */
export const notBuilt: Rule = (object, report) => {
  for (const { path, what } of [...ofSources(object), ...ofGroupBys(object), ...ofJoin(object)]) {
    const message = `The embedded backfill does not compute ${what} yet.`;
    report({ code: 'not-built', severity: 'warning', path, message });
  }
};

interface Unbuilt {
  readonly path: string;
  readonly what: string;
}

function ofSources(object: Checked): readonly Unbuilt[] {
  return sourcesOf(object).flatMap(({ path, events }) => {
    if (events === null) return [{ path, what: 'sources of entities, of joins and of models' }];
    const cumulative = { path: `${path}.events.isCumulative`, what: 'cumulative tables of events' };
    return [
      ...(events.isCumulative === true ? [cumulative] : []),
      ...ofQuery(events.query ?? {}, `${path}.events.query`),
    ];
  });
}

/** Tables of the embedded warehouse are cut into days, in the column `ds`. */
function ofQuery(query: Query, path: string): readonly Unbuilt[] {
  const { partitionColumn = 'ds', partitionFormat = 'yyyy-MM-dd', partitionInterval: interval } = query;
  const unbuilt: readonly (readonly [boolean, keyof Query, string])[] = [
    [query.eventId !== undefined, 'eventId', 'events that count once by their identity'],
    [partitionColumn !== 'ds', 'partitionColumn', `tables partitioned by ${partitionColumn} instead of ds`],
    [partitionFormat !== 'yyyy-MM-dd', 'partitionFormat', `partitions written as ${partitionFormat}`],
    [interval !== undefined && interval.length !== 1, 'partitionInterval', 'partitions of other than one day'],
    [query.timePartitioned === true, 'timePartitioned', 'tables partitioned by a time'],
    [(query.subPartitionsToWaitFor ?? []).length > 0, 'subPartitionsToWaitFor', 'partitions below the day'],
    [(query.setups ?? []).length > 0, 'setups', 'queries with statements to run before them'],
  ];
  return unbuilt.flatMap(([is, field, what]) => (is ? [{ path: `${path}.${field}`, what }] : []));
}

function ofGroupBys(object: Checked): readonly Unbuilt[] {
  return groupBysOf(object)
    .filter(({ thrift }) => thrift.aggregations === undefined && thrift.sources !== undefined)
    .map(({ path }) => ({ path, what: 'group-bys without aggregations, whose rows are their features,' }));
}

const partsOfJoins = {
  bootstrapParts: 'bootstrap parts',
  onlineExternalParts: 'external parts',
  labelParts: 'label parts',
  skewKeys: 'joins without the rows of skewed keys',
} as const satisfies Partial<Record<keyof Join, string>>;

function ofJoin(object: Checked): readonly Unbuilt[] {
  if (object.kind === 'group-by') return [];
  return Object.entries(partsOfJoins).flatMap(([path, what]) => {
    // The entries of a record have its names.
    const held = object.thrift[path as keyof typeof partsOfJoins] ?? [];
    return Object.keys(held).length > 0 ? [{ path, what }] : [];
  });
}
