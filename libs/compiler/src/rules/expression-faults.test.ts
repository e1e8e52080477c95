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
        "5 expression-fault: In the condition: The expression is empty. | Expected there: a value.",
        "5 expression-fault: In the condition: Found a query: an expression reads the columns of one row, and queries only their arrays (FROM UNNEST(an array)); prepare other tables with a staging query. @1+6 | Expected there: a value.",
        "5 expression-fault: In the time: Found the end of the text where "," or ")" is expected. @16+0 | Expected there: "," or ")".",
        "5 expression-fault: In the condition: Found ";": an expression is one value, not a statement. @9+1 | Expected there: an operator or the end of the text.",
        "5 unknown-function: In the condition: SUM is a function of many rows; a row expression has functions of one row only. @0+3 | The functions there are stand in docs/functions.md.",
      ]
    `);
  });
});

describe('expressions have constants that are there', () => {
  it('within their types, and as functions want them', () => {
    const select = {
      ...source().select,
      late: '9223372036854775808',
      far: "REGEXP_CONTAINS(origin, '(')",
      long: `delay${' + delay'.repeat(20_000)}`,
    };
    expect(
      complaints(group({ sources: [source({ select })] })).map((text) => text.slice(0, 250)),
    ).toMatchInlineSnapshot(`
      [
        "5 expression-fault: In the select late: Found "9223372036854775808" where a whole number of at most 64 bits is expected. | Expected there: a whole number of at most 64 bits.",
        "5 expression-fault: In the select long: The expression is 160005 characters long; the most that is read is 100000. @0+0 | Expected there: a shorter one.",
        "5 expression-value: In the select far: REGEXP_CONTAINS: the pattern ( cannot be read: error parsing regexp: missing closing ): \`(\`. @24+3 | Expected there: one that fits.",
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

  it("another dialect's", () => {
    const select = { origin: 'origin', destination: 'destination', delay: 'delay' };
    const odd = (late: string, ...where: readonly string[]) =>
      source({ time: 'UNIX_TIMESTAMP(date) * 1000', select: { ...select, late }, where });
    expect(
      complaints(
        group({ sources: [odd('IF(delay == 15, 1, 0)')] }),
        group({ sources: [odd('ARRAY_DISTINCT(stops)[0]')] }),
        group({ sources: [odd('delay', 'DATEDIFF(date, day) < 3', 'delay <=> 3', 'DATEDIF(date, day) < 3')] }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "5 expression-fault: In the select late: Found "==" where "," or ")" is expected. @9+2 | If it is Spark SQL, say dialect: 'spark', or write x = y.",
        "5 expression-fault: In the condition: Found "<=>" where an operator or the end of the text is expected. @6+3 | If it is Spark SQL, say dialect: 'spark', or write x IS NOT DISTINCT FROM y.",
        "5 unknown-function: In the select late: ARRAY_DISTINCT is a function of Spark SQL, not of GoogleSQL. @0+14 | If it is Spark SQL, say dialect: 'spark'.",
        "5 unknown-function: In the condition: There is no function DATEDIF. @0+7 | Did you mean DATE_DIFF?",
        "5 unknown-function: In the condition: DATEDIFF is a function of Spark SQL, not of GoogleSQL. @0+8 | If it is Spark SQL, say dialect: 'spark', or write DATE_DIFF(x, y, DAY).",
        "5 unknown-function: In the time: UNIX_TIMESTAMP is a function of Spark SQL, not of GoogleSQL. @0+14 | If it is Spark SQL, say dialect: 'spark', or write UNIX_SECONDS(x).",
      ]
    `);
    const odder = (late: string, ...where: readonly string[]) =>
      source({ time: 'TIMESTAMP_TRUNC(date, DAY)', select: { ...select, late }, where });
    expect(
      complaints(
        group({ dialect: 'spark', sources: [odder('SAFE_CAST(origin AS INT64)')] }),
        group({ dialect: 'spark', sources: [odder('EXPLODE(stops)')] }),
        group({ dialect: 'spark', sources: [odder('FARM_FINGERPRINT(origin)')] }),
        group({ dialect: 'spark', sources: [odder('DATE_FORMATT(date)')] }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "5 expression-fault: In the select late: Found "INT64" where the name of a type that values are cast to is expected. @20+5 | If it is GoogleSQL, say dialect: 'googlesql', or write CAST(x AS BIGINT).",
        "5 unknown-function: In the select late: There is no function DATE_FORMATT. @0+12 | Did you mean DATE_FORMAT?",
        "5 unknown-function: In the select late: EXPLODE is refused: it gives many rows for one; explode in a staging query. @0+7 | The functions there are stand in docs/functions.md.",
        "5 unknown-function: In the select late: FARM_FINGERPRINT is a function of GoogleSQL, not of Spark SQL. @0+16 | If it is GoogleSQL, say dialect: 'googlesql'.",
        "5 unknown-function: In the time: TIMESTAMP_TRUNC is a function of GoogleSQL, not of Spark SQL. @0+15 | If it is GoogleSQL, say dialect: 'googlesql', or write DATE_TRUNC('DAY', x).",
      ]
    `);
  });
});

it('has nothing against what can be read', () => {
  const select = { ...source().select, late: "IF(delay > 15 AND origin <> 'SFO', 1, 0)" };
  expect(complaints(group({ sources: [source({ select, where: ['late = 1 OR distance > 3'] })] }))).toEqual([]);
});
