import { describe, expect, it } from 'vitest';
import { complaints, group, join, part, source } from '../flights.fixture.ts';

describe("column names are not the platform's own", () => {
  it('each of them', () => {
    expect(
      complaints(
        group({
          sources: [
            source({
              select: {
                ...source().select,
                ts: 'delay',
                ds: 'origin',
                row: 'delay',
                is_before: 'delay',
                mutation_ts: 'delay',
                'a-b': 'delay',
              },
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "5 reserved-name: The column name "a-b" is not a plain name. | Use letters, digits and underscores, beginning with a letter.",
        "5 reserved-name: The column name "ds" is the platform's own. | Select it under another name.",
        "5 reserved-name: The column name "is_before" is the platform's own. | Select it under another name.",
        "5 reserved-name: The column name "mutation_ts" is the platform's own. | Select it under another name.",
        "5 reserved-name: The column name "row" is the platform's own. | Select it under another name.",
        "5 reserved-name: The column name "ts" is the platform's own. | The event time is said by time: …, not by a select.",
      ]
    `);
  });

  it('a prefix that no name can begin with', () => {
    const byOrigin = group();
    expect(complaints(byOrigin, join([part(byOrigin, { prefix: 'to-' })]))).toMatchInlineSnapshot(`
      [
        "40 reserved-name: The prefix "to-" cannot stand in a column name. | Use letters, digits and underscores.",
      ]
    `);
  });
});

it('has nothing against other names', () => {
  const select = { ...source().select, time_of_day: 'EXTRACT(HOUR FROM date)' };
  expect(complaints(group({ sources: [source({ select })] }))).toEqual([]);
});
