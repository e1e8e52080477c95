import type { Field, Value } from '@isochron/schema';
import type { Feature } from './feature.ts';
import { featureName } from './feature-name.ts';
import type { Bound } from './operation.ts';

/**
 * What features that differ in window alone have in common: one state of their operation over their input. Tiles and
 * the tail hops of a batch IR hold one IR a base column, whatever windows look at it.
 */
export interface BaseColumn {
  /** The feature's name without its window; `_1`, `_2` follow where columns of different states would have one name. */
  readonly name: string;
  /** `Feature.state` of its features. */
  readonly state: string;
  readonly bound: Bound;
  /** Positions in the row's schema. */
  readonly input: number;
  readonly bucket: number | null;
}

/** A struct as a value: what {@link Value} holds one as. */
export type StructValue = { readonly [field: string]: Value };

/** The base columns of the features, in the order in which they first occur. */
export function baseColumns(features: readonly Feature[]): readonly BaseColumn[] {
  const columns = new Map<string, BaseColumn>();
  const names = new Set<string>();
  for (const { state, bound, input, bucket, spec } of features) {
    if (columns.has(state)) continue;
    const name = freeName(featureName({ ...spec, windowMs: null }), names);
    names.add(name);
    columns.set(state, { name, state, bound, input, bucket });
  }
  return [...columns.values()];
}

/** One field a base column, of its IR's type. */
export function baseIrFields(features: readonly Feature[]): readonly Field[] {
  return baseColumns(features).map(({ name, bound }) => ({ name, type: bound.ir }));
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 1;
  while (taken.has(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}
