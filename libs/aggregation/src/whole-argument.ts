import type { Arguments, Refusal } from './operation.ts';

/** An argument that is an integer from `least` to `greatest`; a refusal where it is not. */
export function wholeArgument(
  operation: string,
  name: string,
  args: Arguments,
  least: number,
  greatest: number,
): number | Refusal {
  const text = args[name] ?? '';
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (number >= least && number <= greatest) return number;
  return { refusal: `${operation} needs ${name} to be an integer from ${least} to ${greatest}; it is "${text}".` };
}
