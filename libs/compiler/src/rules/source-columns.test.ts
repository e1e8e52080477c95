import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('sources select the same columns', () => {
  it('names and types', () => {
    expect(
      complaints(
        group({
          sources: [
            source(),
            source({
              place: { file: 'f', line: 9, column: 1 },
              select: { origin: 'origin', destination: 'destination', delay: 'distance', other: 'delay' },
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "9 different-sources: This source does not select late, which the first source does. | Sources of one group-by select the same columns.",
        "9 different-sources: This source selects delay as double, the first one as int. | Make them equal with CAST(… AS …).",
        "9 different-sources: This source selects other, which the first source does not. | Sources of one group-by select the same columns.",
      ]
    `);
  });
});
