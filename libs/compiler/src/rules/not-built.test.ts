import { describe, expect, it } from 'vitest';
import { aggregation, complaints, group } from '../flights.fixture.ts';

describe('what cannot be computed is refused', () => {
  it('approximate operations', () => {
    expect(
      complaints(group({ aggregations: [aggregation({ operation: 'APPROX_UNIQUE_COUNT' })] })),
    ).toMatchInlineSnapshot(`
      [
        "20 not-built: The approximate operation APPROX_UNIQUE_COUNT cannot be computed by this version. | UNIQUE_COUNT is exact.",
      ]
    `);
  });
});
