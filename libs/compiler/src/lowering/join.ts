import type { JoinDefinition, LabelDefinition, PartDefinition, SkewKey } from '@isochron/authoring';
import type { Join, JoinPart, LabelPart } from '@isochron/thrift';
import { within } from '../places.ts';
import { lowerBootstrap } from './bootstrap.ts';
import { type Lowering, lengthField, said } from './context.ts';
import { derivationsOf } from './derivations.ts';
import { lowerExternalPart } from './external.ts';
import { lowerGroupBy } from './group-by.ts';
import { lowerMetadata } from './metadata.ts';
import { lowerSource } from './source.ts';

/** `path` is empty but for a join that another definition reads from. */
export function lowerJoin(definition: JoinDefinition, path: string, lowering: Lowering): Join {
  lowering.placed(path, definition.place);
  const { longNames, rowIds, skewKeys } = definition;
  const each = <Written, Thrift>(
    field: string,
    written: readonly Written[],
    lower: (one: Written, at: string) => Thrift,
  ): readonly Thrift[] => written.map((one, position) => lower(one, within(path, `${field}[${position}]`)));
  return {
    metaData: lowerMetadata(definition, path, lowering),
    left: lowerSource(definition.left, within(path, 'left'), lowering),
    joinParts: each('joinParts', definition.parts, (part, at) => lowerPart(part, at, longNames, lowering)),
    ...said({
      onlineExternalParts: each('onlineExternalParts', definition.external, (part, at) =>
        lowerExternalPart(part, at, lowering),
      ),
      bootstrapParts: each('bootstrapParts', definition.bootstrap, (part, at) => lowerBootstrap(part, at, lowering)),
      labelParts: each('labelParts', definition.labels, (part, at) => lowerLabel(part, at, longNames, lowering)),
      rowIds,
      skewKeys: Object.fromEntries(Object.entries(skewKeys).map(([column, keys]) => [column, keys.map(literalOf)])),
    }),
    useLongNames: longNames,
    ...derivationsOf(definition),
  };
}

function lowerPart(
  part: PartDefinition | LabelDefinition,
  path: string,
  longNames: boolean,
  lowering: Lowering,
): JoinPart {
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
    ...said({ keyMapping: part.on, prefix: part.prefix }),
    useLongNames: longNames,
  };
}

function lowerLabel(label: LabelDefinition, path: string, longNames: boolean, lowering: Lowering): LabelPart {
  lowering.placed(path, label.place);
  return {
    joinPart: lowerPart(label, `${path}.joinPart`, longNames, lowering),
    ...lengthField('startOffset', label.from, path, 'bad-offset', lowering),
    ...lengthField('endOffset', label.to, path, 'bad-offset', lowering),
  };
}

/** A value of a key as SQL has it. Both dialects know a backslash in a text. */
function literalOf(key: SkewKey): string {
  if (typeof key === 'string') return `'${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return key === null ? 'NULL' : String(key);
}
