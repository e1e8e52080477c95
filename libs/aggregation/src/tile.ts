import { booleanType, type StructType, structType } from '@isochron/schema';
import { baseIrFields } from './base-column.ts';
import type { Feature } from './feature.ts';
import { DAY_MS, hopMs } from './window.ts';

/** The size of a GroupBy's tiles: the smallest tail hop of its windows; a day where nothing is windowed. */
export function tileSizeMs(features: readonly Feature[]): number {
  const hops = features.map(({ spec }) => (spec.windowMs === null ? DAY_MS : hopMs(spec.windowMs)));
  return Math.min(DAY_MS, ...hops);
}

/**
 * The type of a tile: {collapsedIr: one IR a base column, isComplete: no more events are expected}. `name` is the
 * Avro record's, for a GroupBy `{clean_name}_TILE_IR`.
 */
export function tileIrType(features: readonly Feature[], name = 'TILE_IR'): StructType {
  return structType(name, [
    { name: 'collapsedIr', type: structType('WindowedIr', baseIrFields(features)) },
    { name: 'isComplete', type: booleanType },
  ]);
}
