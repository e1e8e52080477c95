import type { ExpressionDialect, JoinDefinition } from './definition.ts';
import { dialects } from './dialects.ts';
import { make } from './made.ts';
import { type MetadataOptions, metadataOptionNames, readMetadata } from './metadata.ts';
import { type MonitorOptions, readMonitor } from './monitor-options.ts';
import { readOptions } from './option-reader.ts';
import { isPart, type Part } from './part.ts';
import { placeOfCall } from './place.ts';
import { type AnySource, isSource, SOURCE } from './source.ts';

export interface JoinOptions<Left extends AnySource> extends MetadataOptions {
  /** A whole number. It ends the definition's name: `flights/training.lateness__1`. */
  readonly version: number;
  /** Whether it is served. Not given: no. */
  readonly online?: boolean;
  /**
   * What its left side's expressions and its derivations are written in; its parts say their own. `'spark'`: Spark SQL as the existing system has it, so that its definitions are taken over as they are
   * (docs/dialects.md). Not given: what the repository's configuration says, else GoogleSQL.
   */
  readonly dialect?: ExpressionDialect;
  /** The rows that features are wanted for, each with its instant. */
  readonly left: Left;
  /** Each part's keys must be columns of `left`, by their own names or as `on` maps them. */
  readonly parts: readonly Part<keyof NoInfer<Left>['select'] & string>[];
  /** More features, made of those of the parts: `{ busier: 'GREATEST(origin_delay_count_1d, arrival_origin_delay_count_1d)' }`. They see left columns, features, `ts` and `ds`. */
  readonly derive?: Readonly<Record<string, string>>;
  /** The features of the parts that stay beside the derived ones. Not given: all. */
  readonly keep?: readonly string[];
  /** What is watched of what it serves. */
  readonly monitor?: MonitorOptions;
}

const optionNames = [
  'version',
  'online',
  'dialect',
  'left',
  'parts',
  'derive',
  'keep',
  'monitor',
  ...metadataOptionNames,
];

/** Defines a table of features: every row of the left side with what its parts said of its keys just before its instant. */
export function join<const Left extends AnySource>(options: JoinOptions<Left>): JoinDefinition;
export function join(written: unknown): JoinDefinition {
  const place = placeOfCall(join);
  const options = readOptions('join', place, written, optionNames);
  const left = options.value('left', SOURCE, isSource);
  const read = {
    version: options.wholeNumber('version'),
    online: options.optionalFlag('online'),
    dialect: options.oneOf('dialect', dialects),
    metadata: readMetadata(options, readMonitor(options)),
    parts: options.values('parts', 'what part() returned', isPart),
    derive: options.textByName('derive'),
    keep: options.optionalTexts('keep'),
  };
  options.finish();
  if (left === null) throw new Error('finish() throws when there is no left side');
  return make({ kind: 'join', place, left, ...read });
}
