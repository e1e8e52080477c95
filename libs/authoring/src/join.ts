import { isBootstrap } from './bootstrap.ts';
import type { CheckedSelect, Columns, Select } from './column-type.ts';
import { type ColumnsOf, isColumnsOf } from './columns-of.ts';
import type { ExpressionDialect, JoinDefinition, SkewKey } from './definition.ts';
import { dialects } from './dialects.ts';
import { isExternalPart } from './external.ts';
import { isLabel, type Label } from './label.ts';
import { make } from './made.ts';
import { type MetadataOptions, metadataOptionNames, readMetadata } from './metadata.ts';
import { type MonitorOptions, readMonitor } from './monitor-options.ts';
import { readOptions } from './option-reader.ts';
import { isPart, type Part } from './part.ts';
import type { BootstrapDefinition, ContextualPartDefinition, ExternalPartDefinition } from './part-definition.ts';
import { placeOfCall } from './place.ts';
import { type AnySource, isSource, SOURCE } from './source.ts';

/** The names of the left side's columns are computed in place: under a name of their own the editor would show the whole source instead. */
export interface JoinOptions<Left extends AnySource, Base extends Columns = Columns, Derived extends Select = Select>
  extends MetadataOptions {
  /** A whole number. It ends the definition's name: `flights/training.lateness__1`. */
  readonly version: number;
  /** Whether it is served. Not given: no. */
  readonly online?: boolean;
  /**
   * What its left side's expressions and its derivations are written in; its parts say their own. `'spark'`: Spark SQL as the existing system has it,
   * so that its definitions are taken over as they are (docs/dialects.md). Not given: what the repository's configuration says, else GoogleSQL.
   */
  readonly dialect?: ExpressionDialect;
  /** The rows that features are wanted for, each with its instant. */
  readonly left: Left;
  /** Each part's keys must be columns of `left`, by their own names or as `on` maps them. */
  readonly parts: readonly Part<keyof NoInfer<Left>['select'] & string>[];
  /** Features from outside, when it is served: of services, and of the request itself. */
  readonly external?: readonly (ExternalPartDefinition | ContextualPartDefinition)[];
  /** What a model is to predict of a row: what happened to its keys after its time. Never served. */
  readonly labels?: readonly Label<keyof NoInfer<Left>['select'] & string>[];
  /** Tables whose values are taken instead of computed ones. */
  readonly bootstrap?: readonly BootstrapDefinition[];
  /** The columns of the left side that tell a row from every other. */
  readonly rowIds?: readonly (keyof NoInfer<Left>['select'] & string)[];
  /** Column of the left side -> values so frequent that rows with them are left out: `{ user: ['guest', null] }`. */
  readonly skewKeys?: { readonly [Name in keyof NoInfer<Left>['select'] & string]?: readonly SkewKey[] };
  /** Whether features are named after their GroupBys (`team_file_export__1_…`) instead of their keys. Not given: no. */
  readonly longNames?: boolean;
  /** What derivations see, as `isochron compile` found it: `columnsOf<LatenessBase>()`, with the type imported from `compiled/types`. */
  readonly base?: ColumnsOf<Base>;
  /**
   * More features, made of those of the parts: `{ busier: 'GREATEST(origin_delay_count_1d, arrival_origin_delay_count_1d)' }`. They see left columns,
   * features, `ts` and `ds`. `'*': '*'` among them is where all other features stand; without it they stand first.
   */
  readonly derive?: CheckedSelect<NoInfer<Base>, Derived>;
  /** The features of the parts that stay beside the derived ones. Not given: all. */
  readonly keep?: readonly (keyof NoInfer<Base> & string)[];
  /** What is watched of what it serves. */
  readonly monitor?: MonitorOptions;
}

const optionNames = [
  'version',
  'online',
  'dialect',
  'left',
  'parts',
  'external',
  'labels',
  'bootstrap',
  'rowIds',
  'skewKeys',
  'longNames',
  'base',
  'derive',
  'keep',
  'monitor',
  ...metadataOptionNames,
];

/** Defines a table of features: every row of the left side with what its parts said of its keys just before its instant. */
export function join<
  const Left extends AnySource,
  const Base extends Columns = Columns,
  const Derived extends Select = Select,
>(options: JoinOptions<Left, Base, Derived>): JoinDefinition;
export function join(written: unknown): JoinDefinition {
  const place = placeOfCall(join);
  const options = readOptions('join', place, written, optionNames);
  const left = options.value('left', SOURCE, isSource);
  options.optionalValue('base', 'what columnsOf() returned', isColumnsOf);
  const read = {
    version: options.wholeNumber('version'),
    online: options.optionalFlag('online'),
    dialect: options.oneOf('dialect', dialects),
    metadata: readMetadata(options, readMonitor(options)),
    parts: options.arrayOf('parts', 'what part() returned', isPart),
    external: options.optionalValues('external', 'what externalPart() or contextual() returned', isExternalPart),
    labels: options.optionalValues('labels', 'what label() returned', isLabel),
    bootstrap: options.optionalValues('bootstrap', 'what bootstrap() returned', isBootstrap),
    rowIds: options.texts('rowIds'),
    skewKeys: options.valuesByName('skewKeys', 'texts, numbers, booleans and null', isSkewKey),
    longNames: options.flag('longNames'),
    derive: options.textByName('derive'),
    keep: options.optionalTexts('keep'),
  };
  if ('*' in read.derive && read.keep !== null) options.fault("'keep' says which features stay, and so does '*'.");
  options.finish();
  if (left === null) throw new Error('finish() throws when there is no left side');
  return make({ kind: 'join', place, left, ...read });
}

function isSkewKey(value: unknown): value is SkewKey {
  return value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}
