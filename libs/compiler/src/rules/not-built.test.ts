import { describe, expect, it } from 'vitest';
import type { CheckedGroupBy } from '../checked.ts';
import type { Finding } from '../finding.ts';
import { aggregation, complaints, group } from '../flights.fixture.ts';
import { notBuilt } from './not-built.ts';

describe('what cannot be computed is refused', () => {
  it('rows as features', () => {
    const groupBy: CheckedGroupBy = {
      kind: 'group-by',
      name: 'flights.departures.by_origin',
      path: '',
      thrift: { sources: [] },
      accuracy: 'TEMPORAL',
      sources: [],
      keys: ['origin'],
      columns: [],
      features: [],
      derivations: { areThere: false, expressions: [], outputs: [] },
    };
    const findings: Finding[] = [];
    notBuilt(groupBy, (finding) => findings.push(finding), { tables: new Map() });
    expect(findings.map(({ path, message }) => `${path} ${message}`)).toEqual([
      ' A group-by without aggregations, whose rows are its features, cannot be computed by this version.',
    ]);
  });

  it('no operation', () => {
    const aggregations = [
      aggregation({ operation: 'APPROX_UNIQUE_COUNT' }),
      aggregation({ operation: 'APPROX_PERCENTILE', args: { percentiles: '[0.5, 0.99]' } }),
      aggregation({ operation: 'APPROX_FREQUENT_K', args: { k: '3' } }),
      aggregation({ operation: 'APPROX_HEAVY_HITTERS_K' }),
    ];
    expect(complaints(group({ aggregations }))).toEqual([]);
  });
});
