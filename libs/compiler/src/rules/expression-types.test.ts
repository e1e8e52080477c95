import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';

describe('the engine takes every expression', () => {
  it('what the engine refuses', () => {
    expect(
      complaints(group({ sources: [source({ select: { ...source().select, late: 'origin || delay' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 refused-expression: The engine refuses the select late: No function matches || (VARCHAR, INTEGER).",
      ]
    `);
  });

  it('a condition that is no condition', () => {
    expect(complaints(group({ sources: [source({ where: ['delay'] })] }))).toMatchInlineSnapshot(`
      [
        "5 condition-type: The condition delay is of type int, not true or false. | Write delay IS NOT NULL, or compare it.",
      ]
    `);
  });

  it('an expression nobody asked the engine about', () => {
    expect(
      complaints(group({ sources: [source({ select: { ...source().select, extra: 'delay + 77' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "5 untyped-expression: The type of the select extra is not known: delay + 77 | Ask the warehouse for its type first: expressionsOf(definitions) lists what the catalog must hold.",
      ]
    `);
  });
});
