import type { DialectName } from '@isochron/expression';
import type { SourceMeaning } from './source-meaning.ts';

/** What the meanings of a set's objects share: the same sources stand in many of them. */
export interface MeaningContext {
  /** The dialect of objects that do not say theirs. */
  readonly unsaid: DialectName;
  /** What is known already, by everything that it is made of. */
  readonly sources: Map<string, SourceMeaning>;
}

export const createMeaningContext = (unsaid: DialectName): MeaningContext => ({ unsaid, sources: new Map() });
