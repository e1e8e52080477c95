import { argumentRule } from './arguments.ts';
import { askedColumns } from './asked-columns.ts';
import { bootstrapParts } from './bootstrap-parts.ts';
import { changeColumns } from './change-columns.ts';
import { collidingColumns } from './colliding-columns.ts';
import { describedColumns } from './described-columns.ts';
import { duplicateFeatures } from './duplicate-features.ts';
import { emptyParts } from './empty-parts.ts';
import { expressionFaults } from './expression-faults.ts';
import { expressionTypes } from './expression-types.ts';
import { externalParts } from './external-parts.ts';
import { keyMapping } from './key-mapping.ts';
import { keyTypes } from './key-types.ts';
import { labelParts } from './label-parts.ts';
import { leftColumns } from './left-columns.ts';
import { lookbacks } from './lookbacks.ts';
import { missingTime } from './missing-time.ts';
import { models } from './models.ts';
import { names } from './names.ts';
import { onlineParts } from './online-parts.ts';
import { operationInputs } from './operation-inputs.ts';
import { partitionBounds } from './partition-bounds.ts';
import { reservedNames } from './reserved-names.ts';
import { reversals } from './reversals.ts';
import { rowsAsFeatures } from './rows-as-features.ts';
import type { Rule } from './rule.ts';
import { schedules } from './schedules.ts';
import { sourceColumns } from './source-columns.ts';
import { sourceModels } from './source-models.ts';
import { stagingQueries } from './staging-queries.ts';
import { stepDays } from './step-days.ts';
import { temporalEntities } from './temporal-entities.ts';
import { timeType } from './time-type.ts';
import { unboundedReads } from './unbounded-reads.ts';
import { uncappedStates } from './uncapped-states.ts';
import { unknownInputs } from './unknown-inputs.ts';
import { unknownTables } from './unknown-tables.ts';
import { windowLengths } from './window-lengths.ts';

/** Every rule. Adding one is a file, its test, and a line here. */
export const rules: readonly Rule[] = [
  argumentRule,
  askedColumns,
  bootstrapParts,
  changeColumns,
  collidingColumns,
  describedColumns,
  duplicateFeatures,
  emptyParts,
  expressionFaults,
  expressionTypes,
  externalParts,
  keyMapping,
  keyTypes,
  labelParts,
  leftColumns,
  lookbacks,
  missingTime,
  models,
  names,
  onlineParts,
  operationInputs,
  partitionBounds,
  reservedNames,
  reversals,
  rowsAsFeatures,
  schedules,
  sourceColumns,
  sourceModels,
  stagingQueries,
  stepDays,
  temporalEntities,
  timeType,
  unboundedReads,
  uncappedStates,
  unknownInputs,
  unknownTables,
  windowLengths,
];
