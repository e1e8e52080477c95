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
        "5 expression-fault: In the condition: Found a query: an expression reads the columns of one row; prepare other tables with a staging query. @1+6",
        "5 expression-fault: In the condition: SUM is a function of many rows; a row expression has functions of one row only. @0+3",
        "5 expression-fault: In the time: Found the end of the text where "," or ")" is expected. @16+0",
        "5 expression-fault: In the condition: Found ";": an expression is one value, not a statement. @9+1",
      ]
    `);
  });
});
