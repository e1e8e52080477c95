import { describe, expect, it } from 'vitest';
import { aggregation, complaints, group, source } from '../flights.fixture.ts';

describe('values have types that fit', () => {
  it('what its types refuse', () => {
    expect(
      complaints(group({ sources: [source({ select: { ...source().select, late: 'origin - delay' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 expression-type: In the select late: subtract does not take (STRING, INT64); it takes (INT64, INT64) -> INT64; (NUMERIC, NUMERIC) -> NUMERIC; (BIGNUMERIC, BIGNUMERIC) -> BIGNUMERIC; (FLOAT64, FLOAT64) -> FLOAT64; (DATE, INT64) -> DATE; (DATE, DATE) -> INTERVAL; …. | Expected there: other types. CAST(… AS …) makes one type of another.",
      ]
    `);
  });

  it('a condition that is no condition', () => {
    expect(complaints(group({ sources: [source({ where: ['delay'] })] }))).toMatchInlineSnapshot(`
      [
        "5 condition-type: The condition delay is of type INT64, not BOOL: it is neither true nor false. | Write delay IS NOT NULL, or compare it.",
      ]
    `);
  });

  it('a value that no column can hold', () => {
    expect(
      complaints(group({ sources: [source({ select: { ...source().select, late: 'DATETIME(date)' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 column-type: The value of the select late is of type DATETIME, which no column can hold. | Write CAST(DATETIME(date) AS STRING), or take what you need of it.",
      ]
    `);
  });
});

it('has nothing against conditions, and types that columns have', () => {
  const select = { ...source().select, late: 'CAST(DATETIME(date) AS STRING)' };
  const sources = [source({ select, where: ['delay > 0', 'origin IS NULL'] })];
  expect(complaints(group({ sources, aggregations: [aggregation()] }))).toEqual([]);
});
