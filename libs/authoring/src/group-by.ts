import type { ColumnHandle } from './column-handle.ts';
import type { CheckedSelect, Columns, Select, SelectedType } from './column-type.ts';
import { type ColumnsOf, isColumnsOf } from './columns-of.ts';
import type { AccuracyName, AggregationDefinition, ExpressionDialect, GroupByDefinition, Place } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { dialects } from './dialects.ts';
import { isMade, make } from './made.ts';
import { type MetadataOptions, metadataOptionNames, readMetadata } from './metadata.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import { createHandles } from './record-aggregation.ts';
import { type AnySource, type DeclaredIn, isSource, SOURCE } from './source.ts';
import { describe } from './written-value.ts';

/** A GroupBy whose keys are known to TypeScript, so that `part` can check what is mapped to them. */
export interface GroupBy<Key extends string = string> extends GroupByDefinition {
  readonly keys: readonly Key[];
}

/** The type of a column in each of the sources: a union where they differ, which can do what all of them can. */
type ColumnTypeIn<Source extends AnySource, Name extends PropertyKey> = Source extends AnySource
  ? SelectedType<DeclaredIn<Source>, Source['select'][Name & string] & string>
  : never;

/**
 * A handle for every column that all of the sources have. Buckets are strings, or expressions, of which only the compiler knows the
 * type. Names are computed in place: under a name of its own the editor would show the whole source instead of the columns.
 */
export type ColumnHandles<Source extends AnySource> = {
  readonly [Name in keyof Source['select'] & string]: ColumnHandle<
    ColumnTypeIn<Source, Name>,
    {
      [Bucket in keyof Source['select'] & string]: ColumnTypeIn<Source, Bucket> extends 'STRING' | 'EXPRESSION'
        ? Bucket
        : never;
    }[keyof Source['select'] & string]
  >;
};

export interface GroupByOptions<
  Sources extends readonly AnySource[],
  Key extends string,
  Base extends Columns = Columns,
  Derived extends Select = Select,
> extends MetadataOptions {
  /** A whole number. It ends the definition's name: `flights/departures.byOrigin__1`. */
  readonly version: number;
  /** Whether its features are served. Not given: no. */
  readonly online?: boolean;
  /** `'temporal'` is exact at the row's instant, `'snapshot'` the value as of midnight. Not given: temporal if any source has a topic. */
  readonly accuracy?: AccuracyName;
  /**
   * What its expressions are written in. `'spark'`: Spark SQL as the existing system has it, so that its definitions are taken over as they are
   * (docs/dialects.md). Not given: what the repository's configuration says, else GoogleSQL.
   */
  readonly dialect?: ExpressionDialect;
  readonly sources: Sources;
  /** Columns of every source. */
  readonly keys: readonly Key[];
  /**
   * Is given a handle a column; `({ delay }) => [delay.average('1h', '7d')]`. Not given: rows are one a key already, as snapshots of entities are, and
   * their columns are the features.
   */
  readonly aggregations?: (columns: ColumnHandles<Sources[number]>) => readonly AggregationDefinition[];
  /** What derivations see, as `isochron compile` found it: `columnsOf<ByOriginBase>()`, with the type imported from `compiled/types`. */
  readonly base?: ColumnsOf<Base>;
  /**
   * More features, made of the aggregated ones: `{ late_share_7d: 'SAFE_DIVIDE(late_sum_7d, delay_count_7d)' }`. They see keys, features, `ts` and `ds`.
   * `'*': '*'` among them is where all other features stand; without it they stand first.
   */
  readonly derive?: CheckedSelect<NoInfer<Base>, Derived>;
  /** The aggregated features that stay beside the derived ones. Not given: all. */
  readonly keep?: readonly (keyof NoInfer<Base> & string)[];
}

const optionNames = [
  'version',
  'online',
  'accuracy',
  'dialect',
  'sources',
  'keys',
  'aggregations',
  'base',
  'derive',
  'keep',
  ...metadataOptionNames,
];

/** Defines features: aggregations, over windows, of the events that have the same keys. */
export function groupBy<
  const Sources extends readonly [AnySource, ...(readonly AnySource[])],
  const Key extends keyof Sources[number]['select'] & string,
  const Base extends Columns = Columns,
  const Derived extends Select = Select,
>(options: GroupByOptions<Sources, Key, Base, Derived>): GroupBy<Key>;
export function groupBy(written: unknown): GroupByDefinition {
  const place = placeOfCall(groupBy);
  const options = readOptions('groupBy', place, written, optionNames);
  const aggregations = options.optionalValue(
    'aggregations',
    'a function from columns to an array of aggregations',
    isFunction,
  );
  options.optionalValue('base', 'what columnsOf() returned', isColumnsOf);
  const read = {
    version: options.wholeNumber('version'),
    online: options.optionalFlag('online'),
    metadata: readMetadata(options),
    accuracy: options.oneOf('accuracy', ['temporal', 'snapshot']),
    dialect: options.oneOf('dialect', dialects),
    sources: options.values('sources', SOURCE, isSource),
    keys: options.texts('keys'),
    derive: options.textByName('derive'),
    keep: options.optionalTexts('keep'),
  };
  if ('*' in read.derive && read.keep !== null) options.fault("'keep' says which features stay, and so does '*'.");
  options.finish();
  const made = aggregations === null ? null : recorded(aggregations(createHandles()), place);
  return make({ kind: 'group-by', place, ...read, aggregations: made });
}

function recorded(returned: unknown, place: Place): readonly AggregationDefinition[] {
  if (!Array.isArray(returned)) {
    throw new DefinitionError(place, [
      `groupBy: 'aggregations' must return an array of aggregations, not ${describe(returned)}.`,
    ]);
  }
  const faults = returned.flatMap((element: unknown, position) =>
    isMade(element, 'aggregation')
      ? []
      : [
          `groupBy: element ${position + 1} of 'aggregations' must be an aggregation such as delay.sum('7d'), not ${describe(element)}.`,
        ],
  );
  if (faults.length > 0) throw new DefinitionError(place, faults);
  return [...returned];
}

function isFunction(value: unknown): value is (columns: unknown) => unknown {
  return typeof value === 'function';
}
