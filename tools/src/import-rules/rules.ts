import type { Rule } from './rule.ts';
import { allowedEdges } from './rules/allowed-edges.ts';
import { declared } from './rules/declared.ts';
import { environmentInConfig } from './rules/environment-in-config.ts';
import { featureDefinitions } from './rules/feature-definitions.ts';
import { noCycles } from './rules/no-cycles.ts';
import { noInsideImports } from './rules/no-inside-imports.ts';
import { pureLibs } from './rules/pure-libs.ts';
import { wiringOnly } from './rules/wiring-only.ts';

/** Every rule, in the order in which violations are shown. */
export const rules: readonly Rule[] = [
  allowedEdges,
  pureLibs,
  wiringOnly,
  environmentInConfig,
  noInsideImports,
  noCycles,
  declared,
  featureDefinitions,
];
