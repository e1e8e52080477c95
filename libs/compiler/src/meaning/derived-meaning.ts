import type { Canonical, DialectName } from '@isochron/expression';
import type { Derivation } from '@isochron/thrift';
import { hashOf } from '../hash.ts';
import { expressionMeaning, tableColumn } from './expression-meaning.ts';

/**
 * What features become: a derived column means its text over what the columns mean that it names, and one that is only passed on means what it did.
 * `context`: what derivations see besides features, `ts` and `ds`.
 */
export function derivedMeanings(
  derivations: readonly Derivation[] | undefined,
  features: ReadonlyMap<string, string>,
  context: ReadonlyMap<string, Canonical>,
  dialect: DialectName,
): ReadonlyMap<string, string> {
  if (derivations === undefined || derivations.length === 0) return features;
  const renamed = new Set(derivations.map(({ expression }) => expression ?? ''));
  const column = (name: string): Canonical => {
    const feature = features.get(name);
    if (feature !== undefined) return ['feature', feature];
    return context.get(name) ?? (name === 'ts' || name === 'ds' ? [name] : tableColumn(name));
  };
  const entries = derivations.flatMap(({ name = '', expression = '' }): readonly (readonly [string, string])[] => {
    if (name === '*') return [...features].filter(([feature]) => !renamed.has(feature));
    const meaning = expressionMeaning(expression, column, dialect);
    return [[name, isFeature(meaning) ? meaning[1] : hashOf(meaning)]];
  });
  return new Map(entries);
}

const isFeature = (meaning: Canonical): meaning is readonly ['feature', string] =>
  Array.isArray(meaning) && meaning[0] === 'feature';
