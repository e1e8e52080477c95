import type { GroupByDefinition } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import type { GroupBy } from './group-by.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import type { PartDefinition } from './part-definition.ts';
import { placeOfCall } from './place.ts';
import { describe } from './written-value.ts';

declare const leftColumn: unique symbol;

/** What stands in a join and needs columns on its left; they are in its type alone, so that `join` can check them. */
export interface NeedsOnLeft<LeftColumn extends string> {
  readonly [leftColumn]?: LeftColumn | undefined;
}

/** A part of a join. `LeftColumn` are the columns it needs on the left. */
export interface Part<LeftColumn extends string = string> extends PartDefinition, NeedsOnLeft<LeftColumn> {}

/** Names to keys: an `on` whose every value is a key. */
export type Mapping<Key extends string, Mapped extends Readonly<Record<string, string>>> = {
  readonly [Left in keyof Mapped]: Mapped[Left] extends Key ? Mapped[Left] : Key;
};

export interface PartOptions<Key extends string, Mapped extends Readonly<Record<string, string>>> {
  /** Left column -> key of the GroupBy. Keys that are not named have the left column of their own name. */
  readonly on?: Mapping<Key, Mapped>;
  /** Goes before the names of the part's columns; wanted where a GroupBy stands in a join twice. */
  readonly prefix?: string;
}

/** The left columns that carry the keys: those that are mapped, and for the other keys those of their names. */
export type LeftColumnOf<Key extends string, Mapped extends Readonly<Record<string, string>>> =
  | (keyof Mapped & string)
  | Exclude<Key, Mapped[keyof Mapped]>;

/** No column is mapped. */
export type Unmapped = Readonly<Record<never, never>>;

const optionNames = ['on', 'prefix'];

/** Looks up the features of a GroupBy in a join. */
export function part<const Key extends string, const Mapped extends Readonly<Record<string, string>> = Unmapped>(
  groupBy: GroupBy<Key>,
  options?: PartOptions<NoInfer<Key>, Mapped>,
): Part<LeftColumnOf<Key, Mapped>>;
export function part(groupBy: unknown, written: unknown = {}): PartDefinition {
  const place = placeOfCall(part);
  if (!isGroupBy(groupBy))
    throw new DefinitionError(place, [`part takes what groupBy() returned, not ${describe(groupBy)}.`]);
  const options = readOptions('part', place, written, optionNames);
  const read = { on: options.textByName('on'), prefix: options.optionalText('prefix') };
  options.finish();
  return make({ kind: 'part', place, groupBy, ...read });
}

export function isPart(value: unknown): value is PartDefinition {
  return isMade(value, 'part');
}

export function isGroupBy(value: unknown): value is GroupByDefinition {
  return isMade(value, 'group-by');
}
