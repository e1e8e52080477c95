import type { ExpressionDialect, JoinDefinition } from './definition.ts';
import { dialects } from './dialects.ts';
import { type EventSource, isEventSource } from './event-source.ts';
import { make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { isPart, type Part } from './part.ts';
import { placeOfCall } from './place.ts';

export interface JoinOptions<Left extends EventSource> {
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
}

const optionNames = ['version', 'online', 'dialect', 'left', 'parts', 'derive', 'keep'];

/** Defines a table of features: every row of the left side with what its parts said of its keys just before its instant. */
export function join<const Left extends EventSource>(options: JoinOptions<Left>): JoinDefinition;
export function join(written: unknown): JoinDefinition {
  const place = placeOfCall(join);
  const options = readOptions('join', place, written, optionNames);
  const left = options.value('left', 'what eventSource() returned', isEventSource);
  const read = {
    version: options.wholeNumber('version'),
    online: options.flag('online'),
    dialect: options.oneOf('dialect', dialects),
    parts: options.values('parts', 'what part() returned', isPart),
    derive: options.textByName('derive'),
    keep: options.optionalTexts('keep'),
  };
  options.finish();
  if (left === null) throw new Error('finish() throws when there is no left side');
  return make({ kind: 'join', place, left, ...read });
}
