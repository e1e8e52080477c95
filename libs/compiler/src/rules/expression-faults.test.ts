import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('expressions can be read', () => {
  it('each with its place in the SQL', () => {
    expect(
      complaints(
        group({
          sources: [source({ time: 'UNIX_MILLIS(date', where: ['delay = 1; x', '', 'SUM(delay) > 1', '(SELECT 1)'] })],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "5 expression-fault: In the condition: The expression is empty.",
        "5 expression-fault: In the condition: Found a query: an expression reads the columns of one row, and queries only their arrays (FROM UNNEST(an array)); prepare other tables with a staging query. @1+6",
        "5 expression-fault: In the time: Found the end of the text where "," or ")" is expected. @16+0",
        "5 expression-fault: In the condition: Found ";": an expression is one value, not a statement. @9+1",
        "5 unknown-function: In the condition: SUM is a function of many rows; a row expression has functions of one row only. @0+3 | The functions there are stand in docs/functions.md.",
      ]
    `);
  });
});

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

describe('functions are those there are', () => {
  it('a near name', () => {
    expect(complaints(group({ sources: [source({ time: 'UNIX_MILIS(date)' })] }))).toMatchInlineSnapshot(`
      [
        "5 unknown-function: In the time: There is no function UNIX_MILIS. @0+10 | Did you mean UNIX_MILLIS?",
      ]
    `);
  });

  it("an engine's own function", () => {
    expect(
      complaints(group({ sources: [source({ select: { ...source().select, late: 'epoch_ms(date)' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 unknown-function: In the select late: There is no function EPOCH_MS. @0+8 | The functions there are stand in docs/functions.md.",
      ]
    `);
  });
});
