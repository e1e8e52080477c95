import type { Window } from './column-handle.ts';
import { DefinitionError } from './definition-error.ts';
import type { GroupBy } from './group-by.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import { isGroupBy, type LeftColumnOf, type NeedsOnLeft, type PartOptions, type Unmapped } from './part.ts';
import type { LabelDefinition } from './part-definition.ts';
import { placeOfCall } from './place.ts';
import { describe } from './written-value.ts';

/** The labels of a join's rows. `LeftColumn` are the columns it needs on the left. */
export interface Label<LeftColumn extends string = string> extends LabelDefinition, NeedsOnLeft<LeftColumn> {}

export interface LabelOptions<Key extends string, Mapped extends Readonly<Record<string, string>>>
  extends PartOptions<Key, Mapped> {
  /** How long after the row's time what counts begins. Not given: `'0h'`, at once. */
  readonly from?: Window;
  /** How long after the row's time what counts ends, exclusive: `'24h'`. Until then a row's label is null. */
  readonly to: Window;
  /** Goes before the names of its columns. Not given: `label`. */
  readonly prefix?: string;
}

const optionNames = ['on', 'prefix', 'from', 'to'];

/**
 * Attributes to a row at time q what happened to its keys in [q + from, q + to): what a model is to predict. The aggregations are those of the
 * GroupBy, which reads events and says no windows: that span is theirs.
 */
export function label<const Key extends string, const Mapped extends Readonly<Record<string, string>> = Unmapped>(
  groupBy: GroupBy<Key>,
  options: LabelOptions<NoInfer<Key>, Mapped>,
): Label<LeftColumnOf<Key, Mapped>>;
export function label(groupBy: unknown, written: unknown): LabelDefinition {
  const place = placeOfCall(label);
  if (!isGroupBy(groupBy))
    throw new DefinitionError(place, [`label takes what groupBy() returned, not ${describe(groupBy)}.`]);
  const options = readOptions('label', place, written, optionNames);
  const read = {
    on: options.textByName('on'),
    prefix: options.optionalText('prefix') ?? 'label',
    from: options.optionalText('from') ?? '0h',
    to: options.text('to'),
  };
  options.finish();
  return make({ kind: 'label', place, groupBy, ...read });
}

export function isLabel(value: unknown): value is LabelDefinition {
  return isMade(value, 'label');
}
