import type { Definition, Nearness } from '../../operation.ts';
import { estimatesHold, definition as frequentK, hidesNone, trialOf } from '../approx-frequent-k/definition.ts';

/** Exactly counted, all values are surely as frequent as they are: the k most frequent. */
export const definition: Definition = frequentK;

/**
 * As for APPROX_FREQUENT_K, but that what occurs less often than twice the error may be left out, as its count may be no more than the error.
 */
export const isNear: Nearness = (value, events, input, args) => {
  const { counts, shown, error, isExact } = trialOf(value, events, input, args);
  if (isExact || shown === null || shown.size > Number(args['k'])) return false;
  const least = shown.size < Number(args['k']) ? 2 * error : Math.max(2 * error, Math.min(...shown.values()));
  return estimatesHold(counts, shown, error) && hidesNone(counts, shown, least);
};
