import type { Columns } from './column-type.ts';
import { DefinitionError } from './definition-error.ts';
import { isMade, make } from './made.ts';
import { readOptions } from './option-reader.ts';
import type { Mapping } from './part.ts';
import type { ContextualPartDefinition, ExternalPartDefinition, ExternalSourceDefinition } from './part-definition.ts';
import { placeOfCall } from './place.ts';
import { describe, isRecord } from './written-value.ts';

/** A service whose keys are known to TypeScript. */
export interface ExternalSource<Key extends string = string> extends ExternalSourceDefinition {
  readonly keys: Readonly<Record<Key, string>>;
}

export interface ExternalSourceOptions<Keys extends Columns> {
  /** What the service is registered under where features are served. Its columns are `ext_{name}_{value}`. */
  readonly name: string;
  /** Whose it is. */
  readonly team?: string;
  /** What it is asked by, and what it answers: names and GoogleSQL types. */
  readonly keys: Keys;
  readonly values: Columns;
}

/** Declares a service outside that gives features when they are served. */
export function externalSource<const Keys extends Columns>(
  options: ExternalSourceOptions<Keys>,
): ExternalSource<keyof Keys & string>;
export function externalSource(written: unknown): ExternalSourceDefinition {
  const place = placeOfCall(externalSource);
  const options = readOptions('externalSource', place, written, ['name', 'team', 'keys', 'values']);
  const read = {
    name: options.text('name'),
    team: options.optionalText('team'),
    keys: options.textByName('keys'),
    values: options.textByName('values'),
  };
  options.finish();
  return make({ kind: 'external-source', place, ...read });
}

export interface ExternalOptions<Key extends string, Mapped extends Readonly<Record<string, string>>> {
  /** Left column -> key of the service. Keys that are not named have the left column, or the key of a request, of their own name. */
  readonly on?: Mapping<Key, Mapped>;
  /** Goes before the service's name in the names of its columns; wanted where a service stands in a join twice. */
  readonly prefix?: string;
}

/** Looks up the features of a service in a join, when it is served. A training table has them where they were logged. */
export function externalPart<
  const Key extends string,
  const Mapped extends Readonly<Record<string, string>> = Readonly<Record<never, never>>,
>(source: ExternalSource<Key>, options?: ExternalOptions<NoInfer<Key>, Mapped>): ExternalPartDefinition;
export function externalPart(source: unknown, written: unknown = {}): ExternalPartDefinition {
  const place = placeOfCall(externalPart);
  if (!isMade(source, 'external-source')) {
    throw new DefinitionError(place, [`externalPart takes what externalSource() returned, not ${describe(source)}.`]);
  }
  const options = readOptions('externalPart', place, written, ['on', 'prefix']);
  const read = { on: options.textByName('on'), prefix: options.optionalText('prefix') };
  options.finish();
  return make({ kind: 'external-part', place, source, ...read });
}

/** Features that come with the request itself: names and GoogleSQL types. Their columns are `ext_contextual_{field}`. */
export function contextual(
  fields: Columns,
  options?: { readonly prefix?: string; readonly team?: string },
): ContextualPartDefinition;
export function contextual(fields: unknown, written: unknown = {}): ContextualPartDefinition {
  const place = placeOfCall(contextual);
  const more = isRecord(written) ? written : { options: written };
  const options = readOptions('contextual', place, { fields, ...more }, ['fields', 'prefix', 'team']);
  const read = {
    fields: options.textByName('fields'),
    prefix: options.optionalText('prefix'),
    team: options.optionalText('team'),
  };
  options.finish();
  return make({ kind: 'contextual-part', place, ...read });
}

export function isExternalPart(value: unknown): value is ExternalPartDefinition | ContextualPartDefinition {
  return isMade(value, 'external-part') || isMade(value, 'contextual-part');
}
