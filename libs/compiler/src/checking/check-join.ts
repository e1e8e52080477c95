import { columnPrefix, type Join, type JoinPart, type LabelPart, outputTable } from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { nameOfThrift } from '../names.ts';
import { lengthMs } from '../window-text.ts';
import { checkBootstrap } from './check-bootstrap.ts';
import { checkDerivations } from './check-derivations.ts';
import { checkExternal } from './check-external.ts';
import { checkGroupBy, moment } from './check-group-by.ts';
import { settingsOf } from './check-partition.ts';
import { checkSource } from './check-source.ts';
import type { CheckedExternal, CheckedGroupBy, CheckedJoin, CheckedLabel, CheckedPart } from './checked.ts';
import type { Output } from './checked-expression.ts';
import type { Checking } from './checking.ts';

/** `path`: where it stands in what is checked. */
export function checkJoin(thrift: Join, checking: Checking, path = ''): CheckedJoin {
  const at = path === '' ? '' : `${path}.`;
  const dialect = dialectOf(thrift.metaData, checking.unsaid);
  const owner = { dialect, settings: settingsOf(thrift.metaData), required: [] };
  const parts = (thrift.joinParts ?? []).map((part, position) =>
    checkPart(part, thrift, `${at}joinParts[${position}]`, checking, checking.sound.find(part.groupBy ?? {})),
  );
  const externals = (thrift.onlineExternalParts ?? []).map((part, position) =>
    checkExternal(part, `${at}onlineExternalParts[${position}]`),
  );
  const left = checkSource(thrift.left ?? { events: {} }, `${at}left`, owner, checking);
  const context = [...left.selects.map(({ name, type }) => ({ name, type })), ...moment];
  const written = { derivations: thrift.derivations, dialect, path: `${at}derivations`, owner: 'The join' };
  return {
    kind: 'join',
    name: nameOfThrift(thrift.metaData?.name ?? ''),
    path,
    dialect,
    table: outputTable(thrift.metaData ?? {}),
    thrift,
    left,
    parts,
    externals,
    bootstraps: (thrift.bootstrapParts ?? []).map((part, position) =>
      checkBootstrap(part, thrift, `${at}bootstrapParts[${position}]`, owner, checking),
    ),
    labels: (thrift.labelParts ?? []).map((label, position) =>
      checkLabel(label, thrift, `${at}labelParts[${position}]`, checking),
    ),
    derivations: checkDerivations(written, featuresOf(parts, externals), context),
  };
}

function checkPart(
  part: JoinPart,
  { useLongNames }: Join,
  path: string,
  checking: Checking,
  copied: CheckedGroupBy | null,
): CheckedPart {
  const long = part.useLongNames ?? useLongNames;
  const thrift = long === undefined ? part : { ...part, useLongNames: long };
  const groupBy = copied ?? checkGroupBy(part.groupBy ?? {}, checking, `${path}.groupBy`);
  const leftOf = new Map(Object.entries(part.keyMapping ?? {}).map(([left, right]) => [right, left]));
  const keys = groupBy.keys.map((right) => ({ left: leftOf.get(right) ?? right, right }));
  return { path, thrift, groupBy, isCopy: copied !== null, keys, columnPrefix: columnPrefix(thrift) };
}

function checkLabel(thrift: LabelPart, join: Join, path: string, checking: Checking): CheckedLabel {
  const { joinPart = {}, startOffset, endOffset } = thrift;
  return {
    path,
    thrift,
    // Of a label more is asked than of a part, and said where it stands.
    part: checkPart(joinPart, join, `${path}.joinPart`, checking, null),
    fromMs: startOffset === undefined ? 0 : lengthMs(startOffset),
    toMs: endOffset === undefined ? null : lengthMs(endOffset),
  };
}

/** What a join's derivations are made of: the columns of parts, by their names in the join, and those from outside. */
const featuresOf = (parts: readonly CheckedPart[], externals: readonly CheckedExternal[]): readonly Output[] => [
  ...parts.flatMap(({ groupBy, columnPrefix: prefix }) =>
    groupBy.derivations.outputs.map(({ name, type }) => ({ name: prefix + name, type })),
  ),
  ...externals.flatMap(({ outputs }) => outputs.map(({ name, type }) => ({ name, type }))),
];
