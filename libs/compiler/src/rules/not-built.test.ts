import type { Definition } from '@isochron/authoring';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { aggregation, catalog, complaints, group, named, source } from '../flights.fixture.ts';

const unbuilt = (definition: Definition): readonly string[] =>
  compile(named(definition), catalog).diagnostics.flatMap(({ code, severity, message }) =>
    code === 'not-built' ? [`${severity}: ${message}`] : [],
  );
const partition = { column: null, format: null, every: null, late: null, waitFor: [], isTime: false };

describe('what cannot be computed yet is named, and no error', () => {
  it.each([
    [
      'rows as features',
      group({ aggregations: null }),
      'group-bys without aggregations, whose rows are their features,',
    ],
    ['a cumulative table', group({ sources: [source({ cumulative: true })] }), 'cumulative tables of events'],
    ['an identity', group({ sources: [source({ id: 'origin' })] }), 'events that count once by their identity'],
    ['statements', group({ sources: [source({ setup: ['SELECT 1'] })] }), 'queries with statements to run before them'],
    [
      'another partition column',
      group({ sources: [source({ partition: { ...partition, column: 'day' } })] }),
      'tables partitioned by day instead of ds',
    ],
    [
      'another format',
      group({ sources: [source({ partition: { ...partition, format: 'yyyyMMdd' } })] }),
      'partitions written as yyyyMMdd',
    ],
    [
      'hours',
      group({ sources: [source({ partition: { ...partition, every: '2h' } })] }),
      'partitions of other than one day',
    ],
    [
      'times',
      group({ sources: [source({ partition: { ...partition, isTime: true } })] }),
      'tables partitioned by a time',
    ],
    [
      'hours to wait for',
      group({ sources: [source({ partition: { ...partition, waitFor: ['hr=23'] } })] }),
      'partitions below the day',
    ],
  ])('%s', (_, definition, what) => {
    expect(unbuilt(definition)).toEqual([`warning: The embedded backfill does not compute ${what} yet.`]);
    expect(compile(named(definition), catalog).plans.size).toBe(0);
  });

  it('what says no more than it would without it is computed', () => {
    const usual = { ...partition, column: 'ds', format: 'yyyy-MM-dd', every: '1d', late: '1d' };
    expect(complaints(group({ sources: [source({ partition: usual })] }))).toEqual([]);
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
