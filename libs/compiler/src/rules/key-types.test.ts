import { describe, expect, it } from 'vitest';
import { complaints, group, join, part, source } from '../flights.fixture.ts';

describe('keys have one type on both sides', () => {
  const byOrigin = group();

  it('left and right differ', () => {
    expect(
      complaints(byOrigin, join([part(byOrigin)], { left: { ...join([]).left, select: { origin: 'delay' } } })),
    ).toMatchInlineSnapshot(`
      [
        "40 key-type: The left column origin is of type int, and the key origin of flights/departures.def0__1 is of type string. | Make them equal with CAST(origin AS …) in a select.",
      ]
    `);
  });

  it('a key that is no key', () => {
    expect(
      complaints(group({ keys: ['far'], sources: [source({ select: { ...source().select, far: 'distance' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "15 key-type: The key far is of type double, which cannot be a key. | Keys are text, whole numbers, booleans, bytes, dates or decimals.",
      ]
    `);
  });
});

it('has nothing against one type on both sides', () => {
  const byDay = group({ keys: ['day'], sources: [source({ select: { ...source().select, day: 'day' } })] });
  const left = source({ topic: null, lag: null, time: 'UNIX_MILLIS(date)', select: { day: 'day' }, where: [] });
  expect(complaints(byDay, join([part(byDay)], { left }))).toEqual([]);
});
