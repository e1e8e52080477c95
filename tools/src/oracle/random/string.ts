import type { Draw } from './draw.ts';

const alphabets: readonly (readonly string[])[] = [
  [...'ab'],
  [...'abcABC '],
  [...'0123456789.-+ '],
  Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)),
  [...'aàéÉßΣσς日\u{1f600}\u0301\u200d'],
];

/** Short text over one of a few alphabets, so that equal, contained and matching texts are common. */
export function stringOf(draw: Draw, lengthMax = 12): string {
  const alphabet = draw.pick(alphabets);
  return draw.list(0, lengthMax, () => draw.pick(alphabet)).join('');
}
