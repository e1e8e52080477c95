import { type Field, listType, longType, type StructType, structType } from '@isochron/schema';
import { baseIrFields } from './base-column.ts';
import type { Feature } from './feature.ts';
import { DAY_MS, windowStart } from './window.ts';

/**
 * How long a generation of batch halves can be served exactly: a window longer than this is held in hops over its
 * first two days and in one collapsed IR after them, so its tail can be trimmed for two days from the batch end on.
 */
export const TAIL_BUFFER_MS = 2 * DAY_MS;

/**
 * The type of a batch half: {collapsedIr: one IR a feature, tailHopIrs: for each of `hopSizesMs`, in that order, the
 * hops by time: one IR a base column, and `ts`, where the hop starts}. `name` is the Avro record's, for a GroupBy
 * `{clean_name}_IR`.
 */
export function batchIrType(features: readonly Feature[], name = 'IR'): StructType {
  const collapsed: readonly Field[] = features.map(({ spec, bound }) => ({ name: spec.name, type: bound.ir }));
  const hop = structType('HopIr', [...baseIrFields(features), { name: 'ts', type: longType }]);
  return structType(name, [
    { name: 'collapsedIr', type: structType('WindowedIr', collapsed) },
    { name: 'tailHopIrs', type: listType(listType(hop)) },
  ]);
}

/**
 * The events that a batch half holds of a window lie in [from, batch end): in hops before `collapsedFrom`, in one IR
 * from there on.
 */
export interface BatchSpan {
  readonly fromMs: number;
  readonly collapsedFromMs: number;
}

/**
 * What a batch half up to `batchEndMs` holds of a window. An unwindowed feature is all collapsed, a window of up to
 * two days all hops. With a tail buffer of 0 every window is collapsed: its value as of the batch end.
 */
export function batchSpan(batchEndMs: number, windowMs: number | null, tailBufferMs = TAIL_BUFFER_MS): BatchSpan {
  const fromMs = windowStart(batchEndMs, windowMs);
  return { fromMs, collapsedFromMs: Math.min(fromMs + tailBufferMs, batchEndMs) };
}
