import type { Arguments, Parameter, Refusal } from './operation.ts';
import { wholeArgument } from './whole-argument.ts';

/** States hold up to k values each, so k has a limit. */
export const K_MAX = 10_000;

export const kParameter: Parameter = {
  name: 'k',
  summary: `How many values to keep: an integer from 1 to ${K_MAX}.`,
  defaultText: null,
};

/** The argument k; a refusal where it is not an integer from `least` to {@link K_MAX}. */
export function kOf(operation: string, args: Arguments, least = 1): number | Refusal {
  return wholeArgument(operation, 'k', args, least, K_MAX);
}
