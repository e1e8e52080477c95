import { describe, expect, it } from 'vitest';
import { aggregation, complaints, group, source } from '../flights.fixture.ts';

describe('windows are long enough and whole hops', () => {
  it('texts that are no window', () => {
    expect(
      complaints(group({ aggregations: [aggregation({ windows: ['7x', '0d', '-1d', '1.5h', '7d'] })] })),
    ).toMatchInlineSnapshot(`
      [
        "20 bad-window: The window "-1d" is not a length of time. | Write whole minutes, hours or days: 30m, 7h or 7d.",
        "20 bad-window: The window "0d" is not a length of time. | Write whole minutes, hours or days: 30m, 7h or 7d.",
        "20 bad-window: The window "1.5h" is not a length of time. | Write whole minutes, hours or days: 30m, 7h or 7d.",
        "20 bad-window: The window "7x" is not a length of time. | Write whole minutes, hours or days: 30m, 7h or 7d.",
      ]
    `);
  });

  it('too short, and off the hop', () => {
    expect(
      complaints(group({ aggregations: [aggregation({ windows: ['4m', '7m', '721m', '289h'] })] })),
    ).toMatchInlineSnapshot(`
      [
        "20 bad-window: The window 289h is not a multiple of a day. | The tail of a window of 12 days or more moves in steps of a day.",
        "20 bad-window: The window 4m is shorter than 5 minutes. | The shortest window is 5m.",
        "20 bad-window: The window 721m is not a multiple of an hour. | The tail of a window of 12 hours or more moves in steps of an hour.",
        "20 bad-window: The window 7m is not a multiple of 5 minutes. | The tail of a window of less than 12 hours moves in steps of 5 minutes.",
      ]
    `);
  });

  it('SNAPSHOT has whole days', () => {
    expect(
      complaints(group({ accuracy: 'snapshot', aggregations: [aggregation({ windows: ['1h', '24h', '36h', '2d'] })] })),
    ).toMatchInlineSnapshot(`
      [
        "20 bad-window: The window 1h is not whole days, and the features of a SNAPSHOT group-by are as of midnight. | Write whole days, such as 1d, or accuracy: 'temporal'.",
        "20 bad-window: The window 36h is not whole days, and the features of a SNAPSHOT group-by are as of midnight. | Write whole days, such as 1d, or accuracy: 'temporal'.",
      ]
    `);
  });

  it('a lag that is none', () => {
    expect(complaints(group({ sources: [source({ lag: '2 days' })] }))).toMatchInlineSnapshot(`
      [
        "5 bad-lag: The lag "2 days" is not a length of time. | Write whole minutes, hours or days: 30m, 7h or 7d.",
      ]
    `);
  });
});

it('has nothing against whole hops', () => {
  expect(complaints(group({ aggregations: [aggregation({ windows: ['5m', '7h', '12h', '7d', '30d'] })] }))).toEqual([]);
});
