import type { Arguments, Parameter, Refusal } from './operation.ts';

/** States hold up to k values each, so k has a limit. */
export const K_MAX = 10_000;

export const kParameter: Parameter = {
  name: 'k',
  summary: `How many values to keep: an integer from 1 to ${K_MAX}.`,
  defaultText: null,
};

/** The argument k; a refusal where it is not an integer from `least` to {@link K_MAX}. */
export function kOf(operation: string, args: Arguments, least = 1): number | Refusal {
  const text = args['k'] ?? '';
  const k = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (k >= least && k <= K_MAX) return k;
  return { refusal: `${operation} needs k to be an integer from ${least} to ${K_MAX}; it is "${text}".` };
}
