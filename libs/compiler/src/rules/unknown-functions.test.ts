import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('functions are those whose meaning is proven', () => {
  it('a near name', () => {
    expect(complaints(group({ sources: [source({ time: 'UNIX_MILIS(date)' })] }))).toMatchInlineSnapshot(`
      [
        "5 unknown-function: The function UNIX_MILIS, which the time calls, is not one that expressions can use. @0+10 | Did you mean UNIX_MILLIS?",
      ]
    `);
  });

  it("an engine's own function", () => {
    expect(
      complaints(group({ sources: [source({ select: { ...source().select, late: 'epoch_ms(date)' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 unknown-function: The function EPOCH_MS, which the select late calls, is not one that expressions can use. @0+8 | The functions there are stand in the README of libs/expression.",
      ]
    `);
  });
});
