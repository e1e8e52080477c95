// Generated from thrift/observability.thrift by tools/src/generate.ts. Do not edit.

import type { EnumDescriptor, StructDescriptor } from '../descriptor.ts';
import { type Window, windowStruct } from './common.ts';

/** How many distinct values a column is expected to have. */
export const Cardinality = {
  LOW: 0,
  HIGH: 1,
} as const;
export type Cardinality = (typeof Cardinality)[keyof typeof Cardinality];

export const cardinalityEnum: EnumDescriptor = { name: 'Cardinality', numbers: Cardinality };

/** By which measure two distributions are told apart. Number 2 is not in use. */
export const DriftMetric = {
  JENSEN_SHANNON: 0,
  HELLINGER: 1,
  PSI: 3,
} as const;
export type DriftMetric = (typeof DriftMetric)[keyof typeof DriftMetric];

export const driftMetricEnum: EnumDescriptor = { name: 'DriftMetric', numbers: DriftMetric };

/** Which drift of a definition's outputs is watched. */
export interface DriftSpec {
  /** Columns by whose values the outputs are looked at separately. */
  readonly slices?: readonly string[];
  /** Name -> expression over the outputs, watched like an output. */
  readonly derivations?: Readonly<Record<string, string>>;
  /** Column -> how many distinct values to expect, where guessing would go wrong. */
  readonly columnCardinalityHints?: Readonly<Record<string, Cardinality>>;
  /** The span that one summary covers; unset means 30 minutes. */
  readonly tileSize?: Window;
  /** How far back in time the distributions compared with lie. */
  readonly lookbackWindows?: readonly Window[];
  /** The measure. */
  readonly driftMetric?: DriftMetric;
}

export const driftSpecStruct: StructDescriptor<DriftSpec> = {
  name: 'DriftSpec',
  kind: 'struct',
  fields: [
    { id: 1, name: 'slices', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 2, name: 'derivations', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 3, name: 'columnCardinalityHints', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'enum', enum: cardinalityEnum } }, requiredness: 'optional' },
    { id: 4, name: 'tileSize', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 5, name: 'lookbackWindows', type: { kind: 'list', element: { kind: 'struct', struct: () => windowStruct } }, requiredness: 'optional' },
    { id: 6, name: 'driftMetric', type: { kind: 'enum', enum: driftMetricEnum }, requiredness: 'optional', defaultValue: DriftMetric.JENSEN_SHANNON },
  ],
};
