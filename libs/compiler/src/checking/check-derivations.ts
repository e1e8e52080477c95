import type { DialectName } from '@isochron/expression';
import type { Derivation } from '@isochron/thrift';
import { type CheckedExpression, checkExpression, type Output } from './checked-expression.ts';

/** What an object's features become. */
export interface CheckedDerivations {
  /** False where the features stay as they are. */
  readonly areThere: boolean;
  readonly expressions: readonly CheckedExpression[];
  /** The features in the end, in order. */
  readonly outputs: readonly DerivedOutput[];
}

export interface DerivedOutput extends Output {
  readonly path: string;
  /** What it is made of; null: it is the feature of its name, passed on. */
  readonly expression: CheckedExpression | null;
}

/** What an object says of its derivations, and where. */
export interface DerivationsAsWritten {
  readonly derivations: readonly Derivation[] | undefined;
  readonly dialect: DialectName;
  readonly path: string;
  readonly owner: string;
}

/** Stands for every feature that no other derivation renames. */
const EVERYTHING = '*';

/**
 * Derivations replace the features, unless `*` is among them: it stands for all features, in its place, but for those that another derivation is
 * nothing but. They see the features and `context`: keys or left columns, `ts` and `ds`.
 */
export function checkDerivations(
  { derivations, dialect, path, owner }: DerivationsAsWritten,
  features: readonly Output[],
  context: readonly Output[],
): CheckedDerivations {
  if (derivations === undefined || derivations.length === 0) {
    const outputs = features.map((feature) => ({ ...feature, path, expression: null }));
    return { areThere: false, expressions: [], outputs };
  }
  const visible = [...features, ...context];
  const expressions: CheckedExpression[] = [];
  const renamed = new Set(derivations.map(({ expression }) => expression ?? ''));
  const outputs = derivations.flatMap(({ name = '', expression = '' }, position): readonly DerivedOutput[] => {
    const at = `${path}[${position}]`;
    if (name === EVERYTHING) {
      return features
        .filter((feature) => !renamed.has(feature.name))
        .map((feature) => ({ ...feature, path: at, expression: null }));
    }
    const what = `the derivation ${name}`;
    const about = { path: `${at}.expression`, text: expression, dialect, what, owner, role: 'derivation' } as const;
    const checked = checkExpression(about, visible);
    expressions.push(checked);
    const type = checked.analyzed?.dataType;
    return [{ name, type: type === undefined || 'unstorable' in type ? null : type, path: at, expression: checked }];
  });
  return { areThere: true, expressions, outputs };
}
