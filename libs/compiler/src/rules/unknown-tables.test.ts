import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('tables are in the warehouse', () => {
  it('a table that is not loaded', () => {
    expect(
      complaints(
        group({ sources: [source({ table: { kind: 'table', place: source().place, name: 'flight', columns: {} } })] }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "5 unknown-table: The warehouse has no table "flight". | Did you mean flights? Load it with: isochron load flight FILE… --time COLUMN",
      ]
    `);
  });
});
