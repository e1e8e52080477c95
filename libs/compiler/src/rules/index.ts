import { argumentRule } from './arguments.ts';
import { collidingColumns } from './colliding-columns.ts';
import { duplicateFeatures } from './duplicate-features.ts';
import { emptyParts } from './empty-parts.ts';
import { expressionFaults } from './expression-faults.ts';
import { expressionTypes } from './expression-types.ts';
import { keyMapping } from './key-mapping.ts';
import { keyTypes } from './key-types.ts';
import { notBuilt } from './not-built.ts';
import { operationInputs } from './operation-inputs.ts';
import { partitionBounds } from './partition-bounds.ts';
import { reservedNames } from './reserved-names.ts';
import type { Rule } from './rule.ts';
import { sourceColumns } from './source-columns.ts';
import { timeType } from './time-type.ts';
import { unknownInputs } from './unknown-inputs.ts';
import { unknownTables } from './unknown-tables.ts';
import { windowLengths } from './window-lengths.ts';

/** Every rule. Adding one is a file, its test, and a line here. */
export const rules: readonly Rule[] = [
  argumentRule,
  collidingColumns,
  duplicateFeatures,
  emptyParts,
  expressionFaults,
  expressionTypes,
  keyMapping,
  keyTypes,
  notBuilt,
  operationInputs,
  partitionBounds,
  reservedNames,
  sourceColumns,
  timeType,
  unknownInputs,
  unknownTables,
  windowLengths,
];
