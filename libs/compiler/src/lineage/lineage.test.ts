import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { catalog, repository } from '../flights.fixture.ts';
import type { DefinitionObject } from '../objects.ts';
import { lineageGraph } from './graph.ts';
import { lineageOf } from './lineage.ts';

const lineage = lineageOf(compile(repository(), catalog).objects);
const text = ({
  kind,
  name,
  column,
}: {
  readonly kind: string;
  readonly name: string;
  readonly column: string | null;
}) => `${kind} ${name} ${column ?? '*'}`;

describe('lineage', () => {
  it('has the columns of tables that a feature is made of, and what for', () => {
    const [groupBy] = lineage.objects;
    const late = groupBy?.columns.find(({ name }) => name === 'late_sum_7d_by_destination');
    expect(late?.from.map(({ of, column, as }) => `${of.kind} ${of.name} ${column} ${as}`)).toEqual([
      'table flights delay value',
      'table flights destination bucket',
      'table flights origin key',
      'table flights date time',
      'table flights delay time',
      'table flights delay condition',
    ]);
  });

  it('has what objects read', () => {
    expect(
      lineage.objects.map(({ name, table, reads }) => ({ name, table, reads: reads.map((read) => read.name) })),
    ).toEqual([
      { name: 'flights/departures.byOrigin__1', table: 'flights_departures_byOrigin__1', reads: ['flights'] },
      {
        name: 'flights/training.lateness__1',
        table: 'flights_training_lateness__1',
        reads: ['flights', 'flights/departures.byOrigin__1'],
      },
    ]);
  });

  it('follows a column of a join up to the tables', () => {
    const { upstream } = lineageGraph(lineage);
    const from = {
      kind: 'join',
      name: 'flights/training.lateness__1',
      column: 'arrival_origin_delay_count_1d',
    } as const;
    expect(upstream(from).map(text)).toEqual([
      'group-by flights/departures.byOrigin__1 delay_count_1d',
      'table flights destination',
      'table flights date',
      'table flights delay',
      'table flights origin',
    ]);
  });

  it('follows a column of a table down to what is made of it', () => {
    const { downstream } = lineageGraph(lineage);
    const found = downstream({ kind: 'table', name: 'flights', column: 'destination' }).map(text);
    expect(found).toContain('group-by flights/departures.byOrigin__1 destination_last10');
    expect(found).toContain('join flights/training.lateness__1 arrival_origin_delay_average_1h');
    expect(found).not.toContain('group-by flights/departures.byOrigin__1 delay_average_1h');
  });

  it('follows chains of objects, embedded and by their tables', () => {
    const chain: readonly DefinitionObject[] = [
      {
        kind: 'staging-query',
        name: 'a/b.raw__1',
        thrift: {
          metaData: { name: 'a.b.raw__1', outputNamespace: 'ns' },
          query: 'SELECT k, v, ts FROM base',
          tableDependencies: [{ tableInfo: { table: 'base' } }],
        },
      },
      chained,
    ];
    const { upstream } = lineageGraph(lineageOf(chain));
    expect(upstream({ kind: 'group-by', name: 'a/b.chained__1', column: 'twice_last' }).map(text)).toEqual([
      'join a/b.parent__1 k_v_sum',
      'join a/b.parent__1 k',
      'join a/b.parent__1 ts',
    ]);
    const joined = lineageGraph(lineageOf([...chain, parent, inner]));
    expect(joined.upstream({ kind: 'join', name: 'a/b.parent__1', column: 'k_v_sum' }).map(text)).toEqual([
      'group-by a/b.inner__1 v_sum',
      'table rows k',
      'table rows ts',
      'table ns.a_b_raw__1 v',
      'table ns.a_b_raw__1 k',
      'staging-query a/b.raw__1 v',
      'staging-query a/b.raw__1 k',
      'table base *',
    ]);
  });
});

const innerThrift = {
  metaData: { name: 'a.b.inner__1' },
  sources: [{ events: { table: 'ns.a_b_raw__1', query: { selects: { k: 'k', v: 'v' } } } }],
  keyColumns: ['k'],
  aggregations: [{ inputColumn: 'v', operation: 7 }],
} as const;
const inner: DefinitionObject = { kind: 'group-by', name: 'a/b.inner__1', thrift: innerThrift };

const parentThrift = {
  metaData: { name: 'a.b.parent__1' },
  left: { events: { table: 'rows', query: { selects: { k: 'k', ts: 'ts' }, timeColumn: 'ts' } } },
  joinParts: [{ groupBy: innerThrift, useLongNames: false }],
} as const;
const parent: DefinitionObject = { kind: 'join', name: 'a/b.parent__1', thrift: parentThrift };

const chained: DefinitionObject = {
  kind: 'group-by',
  name: 'a/b.chained__1',
  thrift: {
    metaData: { name: 'a.b.chained__1' },
    sources: [
      { joinSource: { join: parentThrift, query: { selects: { k: 'k', twice: 'k_v_sum * 2' }, timeColumn: 'ts' } } },
    ],
    keyColumns: ['k'],
    aggregations: [{ inputColumn: 'twice', operation: 3 }],
  },
};
