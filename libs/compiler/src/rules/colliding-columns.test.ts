import { describe, expect, it } from 'vitest';
import { complaints, group, join, part, source } from '../flights.fixture.ts';

describe('columns of a join have names of their own', () => {
  const byOrigin = group();

  it('a group-by joined twice', () => {
    expect(
      complaints(byOrigin, join([part(byOrigin), part(byOrigin, { on: { destination: 'origin' } })])),
    ).toMatchInlineSnapshot(`
      [
        "40 colliding-columns: The column origin_delay_average_1h would come from both a part of flights/departures.def0__1 and this part. | Give the part a prefix: part(…, { prefix: 'arrival' }).",
      ]
    `);
  });

  it('a left column called as a feature', () => {
    expect(
      complaints(
        byOrigin,
        join([part(byOrigin)], {
          left: { ...join([]).left, select: { origin: 'origin', origin_delay_count_1d: 'delay' } },
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "40 colliding-columns: The column origin_delay_count_1d would come from both the left side and this part. | Give the part a prefix: part(…, { prefix: 'arrival' }).",
      ]
    `);
  });

  it('columns that differ in case alone', () => {
    const select = { ...source().select, Delay: 'delay' };
    expect(complaints(group({ sources: [source({ select })] }))).toMatchInlineSnapshot(`
      [
        "5 colliding-columns: The columns delay and Delay differ in upper and lower case alone. | Select one of them under another name.",
      ]
    `);
  });
});

it('has nothing against a group-by joined twice, once with a prefix', () => {
  const byOrigin = group();
  const arrival = part(byOrigin, { on: { destination: 'origin' }, prefix: 'arrival' });
  expect(complaints(byOrigin, join([part(byOrigin), arrival]))).toEqual([]);
});
