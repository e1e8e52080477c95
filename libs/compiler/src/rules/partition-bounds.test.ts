import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('start and end are days in order', () => {
  it('in the wrong order', () => {
    expect(complaints(group({ sources: [source({ start: '2001-06-30', end: '2001-06-01' })] }))).toMatchInlineSnapshot(`
      [
        "5 start-after-end: The start 2001-06-30 is after the end 2001-06-01. | Exchange them.",
      ]
    `);
  });

  it('no days', () => {
    expect(complaints(group({ sources: [source({ start: '2001-02-30', end: 'June' })] }))).toMatchInlineSnapshot(`
      [
        "5 bad-day: The end "June" is not a day. | Write it as 2001-06-30.",
        "5 bad-day: The start "2001-02-30" is not a day. | Write it as 2001-06-30.",
      ]
    `);
  });
});
