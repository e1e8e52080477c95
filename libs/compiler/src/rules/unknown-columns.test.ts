import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('expressions name columns that are there', () => {
  it('a near name, at its place in the SQL', () => {
    expect(
      complaints(group({ sources: [source({ select: { ...source().select, late: 'IF(delya > 15, 1, 0)' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 unknown-column: Table flights has no column delya, which the select late names. @3+5 | Did you mean delay?",
      ]
    `);
  });

  it('a condition sees selects first, then the table', () => {
    expect(
      complaints(group({ sources: [source({ where: ['late = 1', 'distance > 3', 'nothing = 1'] })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 unknown-column: Table flights has no column nothing, which the condition names. @0+7 | Its columns are origin, destination, delay, late, date, day, distance, stops, ds.",
      ]
    `);
  });

  it('the time', () => {
    expect(complaints(group({ sources: [source({ time: 'UNIX_MILLIS(dat)' })] }))).toMatchInlineSnapshot(`
      [
        "5 unknown-column: Table flights has no column dat, which the time names. @12+3 | Did you mean date?",
      ]
    `);
  });
});
