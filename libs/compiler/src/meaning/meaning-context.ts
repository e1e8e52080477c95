import type { DialectName } from '@isochron/expression';
import type { GroupBy, Source } from '@isochron/thrift';
import type { ColumnMeanings } from './group-by-meaning.ts';
import type { SourceMeaning } from './source-meaning.ts';

/** What the meanings of a set's objects share: the same sources stand in many of them. */
export interface MeaningContext {
  /** The dialect of objects that do not say theirs. */
  readonly unsaid: DialectName;
  /** What is known already of sources, by everything that they are made of. */
  readonly sources: Map<string, SourceMeaning>;
  /** The same by the value itself, and how it is read: what was compiled together holds one value wherever it copies a source. */
  readonly sameSources: WeakMap<Source, Map<string, SourceMeaning>>;
  /** The columns of group-bys, by the value and by the rows and keys that they are joined to. */
  readonly sameGroupBys: WeakMap<GroupBy, Map<string, ColumnMeanings>>;
}

export const createMeaningContext = (unsaid: DialectName): MeaningContext => ({
  unsaid,
  sources: new Map(),
  sameSources: new WeakMap(),
  sameGroupBys: new WeakMap(),
});

/** What is known of a value, or what `make` makes of it. `how`: everything besides the value that it depends on. */
export function knownOr<Value extends object, Made>(
  known: WeakMap<Value, Map<string, Made>>,
  value: Value,
  how: string,
  make: () => Made,
): Made {
  let ofValue = known.get(value);
  if (ofValue === undefined) {
    ofValue = new Map();
    known.set(value, ofValue);
  }
  const found = ofValue.get(how);
  if (found !== undefined) return found;
  const made = make();
  ofValue.set(how, made);
  return made;
}
