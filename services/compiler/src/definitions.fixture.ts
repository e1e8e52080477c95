import type { MetaData } from '@isochron/thrift';

/** Compiled files as `isochron compile` writes them, small and as text. */
export interface GroupBySaying {
  readonly version?: number;
  readonly isOnline?: boolean;
  readonly window?: number;
  readonly where?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly table?: string;
}

/** Clicks by user: `flights/clicks.byUser__1`, or another name. */
export function groupBy(name: string, saying: GroupBySaying = {}): { readonly file: string; readonly json: string } {
  const { isOnline = false, window = 7, where, tags = {}, table = 'clicks' } = saying;
  return {
    file: `compiled/group_bys/${name}`,
    json: JSON.stringify(groupByThrift(name, { isOnline, window, where, tags, table }), null, 2),
  };
}

/** A Join of the rows of `asks` and one GroupBy. */
export function join(
  name: string,
  of: string,
  saying: GroupBySaying = {},
): { readonly file: string; readonly json: string } {
  const { isOnline = false, window = 7, where, tags = {}, table = 'clicks' } = saying;
  const part = groupByThrift(of, { isOnline, window, where, tags: {}, table });
  const thrift = {
    metaData: metaData(name, isOnline, tags),
    left: { events: { table: 'asks', query: { selects: { user: 'user' }, timeColumn: 'ts' } } },
    joinParts: [{ groupBy: part, useLongNames: 0 }],
    useLongNames: 0,
  };
  return { file: `compiled/joins/${name}`, json: JSON.stringify(thrift, null, 2) };
}

interface Settled extends Required<Pick<GroupBySaying, 'isOnline' | 'window' | 'tags' | 'table'>> {
  readonly where: string | undefined;
}

function groupByThrift(name: string, { isOnline, window, where, tags, table }: Settled) {
  const query = {
    selects: { user: 'user', price: 'price' },
    timeColumn: 'ts',
    ...(where === undefined ? {} : { wheres: [where] }),
  };
  return {
    metaData: metaData(name, isOnline, tags),
    sources: [{ events: { table, query } }],
    keyColumns: ['user'],
    aggregations: [{ inputColumn: 'price', operation: 7, windows: [{ length: window, timeUnit: 1 }] }],
  };
}

function metaData(name: string, isOnline: boolean, tags: Readonly<Record<string, string>>) {
  return { name: name.replace('/', '.'), team: name.split('/')[0], online: isOnline ? 1 : 0, tags } satisfies Record<
    keyof Pick<MetaData, 'name' | 'team' | 'tags'>,
    unknown
  > & { online: number };
}
