import type { Arguments, Refusal } from '../../operation.ts';

/** More than anyone has asked for. */
const PERCENTILES_MAX = 1000;

/** The argument `percentiles`: a JSON list of numbers from 0 to 1, at least one. */
export function percentilesOf(args: Arguments): readonly number[] | Refusal {
  const text = args['percentiles'] ?? '';
  const list = parsed(text);
  if (Array.isArray(list) && list.length > 0 && list.length <= PERCENTILES_MAX && list.every(isShare)) return list;
  const wanted = `a list of numbers from 0 to 1, such as [0.5, 0.99], with at most ${PERCENTILES_MAX} of them`;
  return { refusal: `APPROX_PERCENTILE needs percentiles to be ${wanted}; it is "${text}".` };
}

const isShare = (item: unknown): item is number => typeof item === 'number' && item >= 0 && item <= 1;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
