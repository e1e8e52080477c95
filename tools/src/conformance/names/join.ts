import {
  columnPrefix,
  type Join,
  type JsonValue,
  joinDigests,
  joinStruct,
  leftColumnsOf,
  leftKeyColumns,
  metadataKey,
  partTable,
  problemText,
  readJson,
  toJson,
} from '@isochron/thrift';
import { type Case, isList, jsonText, textAt } from '../case-file.ts';
import { names } from '../departures/index.ts';
import { sameJson } from '../same-json.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';
import { planOfCompleted } from './completed.ts';

/** Everything that is named or hashed after a Join and its parts. A name that the case has and we do not know of fails. */
export function join(from: Case): Verdict {
  const text = textAt(from, 'jsonText');
  const reading = readJson(joinStruct, text, { fork: 'zipline' });
  if (reading.kind === 'refused') return failed('a Join', reading.problems.map(problemText).join('; '));
  const ours = namesOf(reading.value);
  const given = Object.entries(from).filter(([field]) => !['id', 'kind', 'jsonText', 'useLongNames'].includes(field));
  return allOf([
    sameText('canonical text', text, toJson(joinStruct, reading.value)),
    ...given.map(([field, theirs]) => sameName(field, theirs, ours[field])),
  ]);
}

function sameName(field: string, theirs: JsonValue, ours: JsonValue | undefined): Verdict {
  if (ours === undefined) return failed(`${field} ${jsonText(theirs)}`, 'nothing of ours has this name');
  if (ours === null) return passed(names.partFragment);
  return field === 'leftKeyCols' && isList(theirs)
    ? sameJson(field, [...theirs].sort(), ours)
    : sameJson(field, theirs, ours);
}

function namesOf(join: Join): Readonly<Record<string, JsonValue>> {
  const parts = join.joinParts ?? [];
  const columns = parts.map((part) => {
    const plan = planOfCompleted(part.groupBy ?? {});
    return plan?.outputs.map(({ name }) => columnPrefix(part) + name) ?? null;
  });
  return {
    semanticHash: joinDigests(join),
    keyNameForKvStore: metadataKey('joins', join.metaData?.name ?? ''),
    leftKeyCols: leftKeyColumns(join),
    columnPrefixes: parts.map(columnPrefix),
    valueColumns: columns.includes(null) ? null : columns.flatMap((names) => names ?? []),
    partTables: parts.map((part) => partTable(join, part)),
    rightToLeft: parts.map(leftColumnsOf),
  };
}
