import { describe, expect, it } from 'vitest';
import { sqlWords } from './sql-words.ts';

describe('the words of a query', () => {
  it('are the same whatever its layout', () => {
    const one = 'SELECT a, b\nFROM t -- all of it\nWHERE ds BETWEEN {{ start_date }} AND {{ end_date }}\n';
    const other = '  SELECT a, /* and */ b FROM t WHERE ds BETWEEN {{ start_date }} AND {{ end_date }}';
    expect(sqlWords(one)).toBe(sqlWords(other));
  });

  it.each([
    ["SELECT 'a  b'", "SELECT 'a b'"],
    ['SELECT "a -- b"', 'SELECT "a "'],
    ["SELECT '''it's  so'''", "SELECT '''it's so'''"],
    ["SELECT 'it\\'s  so'", "SELECT 'it\\'s so'"],
    ['SELECT `a  b`', 'SELECT `a b`'],
    ['SELECT a', 'SELECT b'],
  ])('keep what is quoted: %s', (one, other) => expect(sqlWords(one)).not.toBe(sqlWords(other)));
});
