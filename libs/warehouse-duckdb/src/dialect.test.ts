import { analyze, type DialectName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import { expect, it } from 'vitest';
import { pushedText } from './dialect.ts';

const columns: readonly Field[] = [
  { name: 'ts', type: { kind: 'timestamp' } },
  { name: 'n', type: { kind: 'int' } },
  { name: 'x', type: { kind: 'double' } },
  { name: 's', type: { kind: 'string' } },
];

function pushed(text: string, dialect: DialectName): string | null {
  const { analyzed, faults } = analyze(text, { columns, dialect });
  if (analyzed === null) throw new Error(faults[0].message);
  return pushedText(analyzed);
}

it('a column alone is pushed down as it is stored, in any dialect', () => {
  expect(pushed('n', 'googlesql')).toBe('("n")');
  expect(pushed('`n`', 'spark')).toBe('("n")');
});

it.each([
  ['UNIX_TIMESTAMP(ts) * 1000', 'UNIX_SECONDS(ts) * 1000'],
  ["s == 'a' OR s <=> NULL", "s = 'a' OR s IS NOT DISTINCT FROM NULL"],
  ['NVL(n, 3) > 2', 'IFNULL(n, 3) > 2'],
  ['SIZE(SPLIT(s, s))', null],
  ['n + 1', null],
  ['CAST(s AS INT)', null],
  ['x = 1.5', null],
])('Spark SQL is pushed down as the GoogleSQL that means the same: %s as %s', (spark, google) => {
  expect(pushed(spark, 'spark')).toBe(google === null ? null : pushed(google, 'googlesql'));
});
