import { expect, it } from 'vitest';
import { bothMeanings } from './dialect-examples.ts';
import { dialectPage, meaningsOf } from './dialect-page.ts';

it.each(bothMeanings)('%s means two things', (text) => {
  const [, spark, google] = meaningsOf(text);
  expect(spark).not.toBe(google);
  // Spark has a meaning for each, or it would be no example of one.
  expect(spark).not.toMatch(/^refused/);
});

it('functions of each kind stand in the page', () => {
  const page = dialectPage();
  for (const name of ['`DATEDIFF`', '`<=>`', '`EXPLODE`', '`FARM_FINGERPRINT`', '`NVL`']) {
    expect(page).toContain(name);
  }
});
