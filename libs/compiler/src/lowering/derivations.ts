import type { GroupByDefinition } from '@isochron/authoring';
import type { Derivation } from '@isochron/thrift';

const everything: Derivation = { name: '*', expression: '*' };

/**
 * Without `keep` every feature stays, with it those that it names. They come before what is derived, unless `*` is written among that: then every
 * feature stands in its place.
 */
export function derivationsOf({ derive, keep }: Pick<GroupByDefinition, 'derive' | 'keep'>): {
  readonly derivations?: readonly Derivation[];
} {
  const derived = Object.entries(derive).map(([name, expression]): Derivation => ({ name, expression }));
  if (derived.length === 0 && keep === null) return {};
  if ('*' in derive && keep === null) return { derivations: derived };
  const kept = keep === null ? [everything] : keep.map((name) => ({ name, expression: name }));
  return { derivations: [...kept, ...derived] };
}
