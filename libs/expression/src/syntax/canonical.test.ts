import { describe, expect, it } from 'vitest';
import { type Canonical, canonicalOf } from './canonical.ts';

const column = (name: string): Canonical => ['column', name.toLowerCase()];
const of = (text: string): Canonical | null => canonicalOf(text, column);

describe('what a text says', () => {
  it.each([
    ['blanks and comments', 'IF(delay > 15, 1, 0)', 'IF ( delay>15 , -- late\n 1,0 )'],
    ['parentheses', 'a + b * c', '(a + ((b * c)))'],
    ['the case of words and names', 'coalesce(Delay, null) is not null', 'COALESCE(delay, NULL) IS NOT NULL'],
    ['quotes of texts and names', "`delay` = 'late'", 'delay = "late"'],
    ['escapes', "'a\\x62'", "'ab'"],
    ['the two signs of inequality', 'a != b', 'a <> b'],
    ['lambda parameters', 'ARRAY_FILTER(l, x -> x > y)', 'ARRAY_FILTER(l, other -> other > y)'],
    ['an element', 'EXISTS(SELECT 1 FROM UNNEST(l) AS x WHERE x > 1)', 'EXISTS(SELECT 1 FROM UNNEST(l) y WHERE y > 1)'],
    ['digits of a float', 'a * 1.50', 'a * 1.5'],
  ])('is the same with other %s', (_, one, other) => {
    expect(of(one)).not.toBeNull();
    expect(of(other)).toEqual(of(one));
  });

  it.each([
    ['a literal', 'delay > 15', 'delay > 16'],
    ['a column', 'delay > 15', 'distance > 15'],
    ['an operator', 'a - b', 'a + b'],
    ['an order', 'a - b', 'b - a'],
    ['a grouping', 'a - (b - c)', 'a - b - c'],
    ['a type', 'CAST(a AS INT64)', 'CAST(a AS STRING)'],
    ['a safe cast', 'CAST(a AS INT64)', 'SAFE_CAST(a AS INT64)'],
    ['a text of other case', "a = 'x'", "a = 'X'"],
    ['a number as text', "a = '1'", 'a = 1'],
    ['a lambda over another column', 'ARRAY_FILTER(l, x -> x > y)', 'ARRAY_FILTER(l, x -> y > x)'],
    ['a part of a date', 'DATE_ADD(d, INTERVAL 1 DAY)', 'DATE_ADD(d, INTERVAL 1 MONTH)'],
  ])('is another with %s', (_, one, other) => {
    expect(of(one)).not.toBeNull();
    expect(of(other)).not.toEqual(of(one));
  });

  it('has columns as they are given', () => {
    expect(canonicalOf('a = 1', () => 'anything')).toEqual(canonicalOf('b = 1', () => 'anything'));
  });

  it('is nothing of a text that cannot be read', () => expect(of('a +')).toBeNull());
});
