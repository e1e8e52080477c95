import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('event time is whole milliseconds', () => {
  it('a timestamp', () => {
    expect(complaints(group({ sources: [source({ time: 'date' })] }))).toMatchInlineSnapshot(`
      [
        "5 time-type: The time date is of type timestamp, not whole milliseconds since the epoch. | Write UNIX_MILLIS(date).",
      ]
    `);
  });

  it('a date', () => {
    expect(complaints(group({ sources: [source({ time: 'day' })] }))).toMatchInlineSnapshot(`
      [
        "5 time-type: The time day is of type date, not whole milliseconds since the epoch. | Write UNIX_MILLIS(TIMESTAMP(day)).",
      ]
    `);
  });

  it('a double', () => {
    expect(complaints(group({ sources: [source({ time: 'distance' })] }))).toMatchInlineSnapshot(`
      [
        "5 time-type: The time distance is of type double, not whole milliseconds since the epoch. | Write CAST(distance AS INT64), if it is milliseconds.",
      ]
    `);
  });

  it('text', () => {
    expect(complaints(group({ sources: [source({ time: 'origin' })] }))).toMatchInlineSnapshot(`
      [
        "5 time-type: The time origin is of type string, not whole milliseconds since the epoch. | Write an expression whose value is milliseconds since the epoch, such as UNIX_MILLIS(created_at).",
      ]
    `);
  });

  it('in Spark SQL', () => {
    const said = ['date', 'day', 'distance'].map((time) =>
      complaints(group({ dialect: 'spark', sources: [source({ time, select: source().select })] })),
    );
    const hints = said.flat().map((each) => each.replace(/.* \| Write (.*?)(, if .*)?\.$/, '$1'));
    expect(hints).toEqual(['UNIX_MILLIS(date)', 'UNIX_MILLIS(TIMESTAMP(day))', 'CAST(distance AS BIGINT)']);
    for (const time of hints) expect(complaints(group({ dialect: 'spark', sources: [source({ time })] }))).toEqual([]);
  });
});
