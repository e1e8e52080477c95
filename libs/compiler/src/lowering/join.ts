import type { JoinDefinition, PartDefinition } from '@isochron/authoring';
import type { Join, JoinPart } from '@isochron/thrift';
import { type Lowering, within } from './context.ts';
import { derivationsOf } from './derivations.ts';
import { lowerGroupBy } from './group-by.ts';
import { lowerMetadata } from './metadata.ts';
import { lowerSource } from './source.ts';

/** `path` is empty but for a join that another definition reads from. */
export function lowerJoin(definition: JoinDefinition, path: string, lowering: Lowering): Join {
  lowering.placed(path, definition.place);
  return {
    metaData: lowerMetadata(definition, path, lowering),
    left: lowerSource(definition.left, within(path, 'left'), lowering),
    joinParts: definition.parts.map((part, position) =>
      lowerPart(part, within(path, `joinParts[${position}]`), lowering),
    ),
    useLongNames: false,
    ...derivationsOf(definition),
  };
}

function lowerPart(part: PartDefinition, path: string, lowering: Lowering): JoinPart {
  lowering.placed(path, part.place);
  if (lowering.naming(part.groupBy) === null) {
    lowering.found({
      code: 'unnamed-group-by',
      path,
      message: 'The group-by of this part is not exported, so that it has no name.',
      hint: 'Export it from its file: export const … = groupBy(…).',
    });
  }
  return {
    groupBy: lowerGroupBy(part.groupBy, `${path}.groupBy`, lowering),
    ...(Object.keys(part.on).length > 0 && { keyMapping: part.on }),
    ...(part.prefix !== null && { prefix: part.prefix }),
    useLongNames: false,
  };
}
