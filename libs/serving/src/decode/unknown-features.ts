import { IsochronError } from '@isochron/schema';

/** How many names are told. */
const NAMES_TOLD = 5;

/** Features of a part that a generation cannot answer, because it was made by another definition. */
export interface UnknownFeatures {
  /** By their places in the part. */
  readonly places: ReadonlySet<number>;
  /** Why; null where there are none. */
  readonly fault: IsochronError | null;
}

export function unknownFeatures(names: readonly string[], places: ReadonlySet<number>): UnknownFeatures {
  if (places.size === 0) return { places, fault: null };
  const told = names.filter((_, at) => places.has(at)).slice(0, NAMES_TOLD);
  const more = places.size > told.length ? `, and ${places.size - told.length} more` : '';
  const message = `The upload was made by another definition, which does not have ${told.join(', ')}${more} as defined now. Upload the GroupBy anew.`;
  return { places, fault: new IsochronError('FAILED_PRECONDITION', message) };
}
