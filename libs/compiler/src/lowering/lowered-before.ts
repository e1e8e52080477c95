import type { GroupByDefinition, SourceDefinition } from '@isochron/authoring';
import type { GroupBy, Source } from '@isochron/thrift';
import type { Finding } from '../finding.ts';
import type { Places } from '../places.ts';
import { within } from '../places.ts';
import type { Lowering } from './context.ts';

/**
 * Group-bys and sources of a repository that were lowered before. Most of a join is copies of group-bys: they are lowered once and are one value of Thrift,
 * so that whatever comes later can know it by its identity.
 */
export interface LoweredBefore {
  readonly groupBys: Map<GroupByDefinition, LoweredOnce<GroupBy>>;
  readonly sources: Map<SourceDefinition, LoweredOnce<Source>>;
}

interface LoweredOnce<Thrift> {
  readonly thrift: Thrift;
  /** Where it stood; paths of places and findings begin with it. */
  readonly path: string;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

export const createLoweredBefore = (): LoweredBefore => ({ groupBys: new Map(), sources: new Map() });

/** What `lower` makes of `written`, made once; places and findings are noted wherever it stands. */
export function loweredOnce<Written, Thrift>(
  known: Map<Written, LoweredOnce<Thrift>>,
  written: Written,
  path: string,
  lowering: Lowering,
  lower: (lowering: Lowering) => Thrift,
): Thrift {
  const found = known.get(written) ?? lowerApart(path, lowering, lower);
  known.set(written, found);
  const moved = (at: string): string => {
    const inside = at.slice(found.path.length).replace(/^\./, '');
    return inside === '' ? path : within(path, inside);
  };
  const isThere = path === found.path;
  for (const [at, place] of found.places) lowering.placed(isThere ? at : moved(at), place);
  for (const finding of found.findings) lowering.found(isThere ? finding : { ...finding, path: moved(finding.path) });
  return found.thrift;
}

function lowerApart<Thrift>(
  path: string,
  lowering: Lowering,
  lower: (lowering: Lowering) => Thrift,
): LoweredOnce<Thrift> {
  const apart = lowering.apart();
  return { thrift: lower(apart), path, places: apart.places, findings: apart.findings };
}
