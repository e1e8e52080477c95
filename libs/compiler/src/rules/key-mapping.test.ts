import { describe, expect, it } from 'vitest';
import { complaints, group, join, part } from '../flights.fixture.ts';

describe('keys are found on the left', () => {
  const byOrigin = group();

  it('a key that the left side lacks', () => {
    expect(
      complaints(byOrigin, join([part(byOrigin)], { left: { ...join([]).left, select: { orgin: 'origin' } } })),
    ).toMatchInlineSnapshot(`
      [
        "40 missing-key: The left side has no column origin for the key origin of flights/departures.def0__1. | Did you mean orgin? Select it on the left, or name the column that carries it: on: { column: 'origin' }.",
      ]
    `);
  });

  it('on to what is no key', () => {
    expect(complaints(byOrigin, join([part(byOrigin, { on: { destination: 'orign' } })]))).toMatchInlineSnapshot(`
      [
        "40 unknown-key: on maps destination to "orign", which is not a key of flights/departures.def0__1. | Did you mean origin?",
      ]
    `);
  });

  it('two columns for one key', () => {
    expect(
      complaints(byOrigin, join([part(byOrigin, { on: { destination: 'origin', origin: 'origin' } })])),
    ).toMatchInlineSnapshot(`
      [
        "40 unknown-key: on maps destination and origin to the one key origin. | One column of the left side carries one key.",
      ]
    `);
  });
});

it('has nothing against a key by its own name, or by another', () => {
  const byOrigin = group();
  const arrival = part(byOrigin, { on: { destination: 'origin' }, prefix: 'arrival' });
  expect(complaints(byOrigin, join([part(byOrigin)]), join([arrival]))).toEqual([]);
});
