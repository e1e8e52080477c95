import type { DialectName } from '@isochron/expression';
import type { KnownTables } from '../known-tables.ts';
import type { CheckedSources } from './checked-sources.ts';
import type { SoundGroupBys } from './sound-group-bys.ts';

/** What all of a check is made with. */
export interface Checking {
  /** null: it is not known which tables there are, so that only what is wrong with any tables is found. */
  readonly tables: KnownTables | null;
  /** The dialect of objects that do not say theirs. */
  readonly unsaid: DialectName;
  readonly sound: SoundGroupBys;
  readonly sources: CheckedSources;
}
