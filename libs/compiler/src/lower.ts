import type { Definition } from '@isochron/authoring';
import type { GroupBy, Join, Model, ModelTransforms, StagingQuery } from '@isochron/thrift';
import type { Finding } from './finding.ts';
import { createLowering, type Defaults, type Lowering, type Naming } from './lowering/context.ts';
import { lowerGroupBy } from './lowering/group-by.ts';
import { lowerJoin } from './lowering/join.ts';
import type { LoweredBefore } from './lowering/lowered-before.ts';
import { lowerModel, lowerModelTransforms } from './lowering/model.ts';
import { lowerStagingQuery } from './lowering/staging-query.ts';
import type { Places } from './places.ts';

export type { Defaults, Naming } from './lowering/context.ts';

/** A definition as Thrift, and beside it where its pieces were written and what could not be said in Thrift. */
export type Lowered = LoweredObject & LoweredThrift;

export type LoweredThrift =
  | { readonly kind: 'group-by'; readonly thrift: GroupBy }
  | { readonly kind: 'join'; readonly thrift: Join }
  | { readonly kind: 'staging-query'; readonly thrift: StagingQuery }
  | { readonly kind: 'model'; readonly thrift: Model }
  | { readonly kind: 'model-transforms'; readonly thrift: ModelTransforms };

export interface LoweredObject {
  readonly name: string;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

/**
 * The lowered object always says its dialect, so that what its file means depends on nobody who reads it, and differs from a file of the existing
 * system, which never does. `before`: what was lowered before with the same names and defaults; not given: nothing.
 */
export function lower(definition: Definition, naming: Naming, defaults: Defaults, before?: LoweredBefore): Lowered {
  const lowering = createLowering(naming, defaults, before);
  const name = naming(definition)?.name ?? definition.place.file;
  return { name, ...lowered(definition, lowering), places: lowering.places, findings: lowering.findings };
}

function lowered(definition: Definition, lowering: Lowering): LoweredThrift {
  switch (definition.kind) {
    case 'group-by':
      return { kind: 'group-by', thrift: lowerGroupBy(definition, '', lowering) };
    case 'join':
      return { kind: 'join', thrift: lowerJoin(definition, '', lowering) };
    case 'staging-query':
      return { kind: 'staging-query', thrift: lowerStagingQuery(definition, lowering) };
    case 'model':
      return { kind: 'model', thrift: lowerModel(definition, '', lowering) };
    case 'model-transforms':
      return { kind: 'model-transforms', thrift: lowerModelTransforms(definition, '', lowering) };
  }
}
