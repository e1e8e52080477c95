import {
  batchDataset,
  cleanName,
  cleanNameWithoutVersion,
  columnPrefix,
  fromJson,
  fullPrefix,
  type GroupBy,
  groupByStruct,
  type JoinPart,
  type JsonValue,
  metadataKey,
  nameWithoutTeamOrVersion,
  nameWithoutVersion,
  outputTable,
  parseJson,
  problemText,
  relatedTable,
  semanticHash,
  streamingDataset,
  toJson,
} from '@isochron/thrift';
import { type Case, jsonText, objectAt, textAt } from '../case-file.ts';
import { names } from '../departures/index.ts';
import { sameJson } from '../same-json.ts';
import { allOf, failed, passed, type Verdict } from '../verdict.ts';

/** Everything that is named after a definition. A name that the case has and we do not know of fails. */
export function metadata(from: Case): Verdict {
  const reading = fromJson(groupByStruct, objectAt(from, 'json'), { fork: 'zipline' });
  if (reading.kind === 'refused') return failed('a GroupBy', reading.problems.map(problemText).join('; '));
  const ours = namesOf(textAt(from, 'name'), reading.value);
  const given = Object.entries(from).filter(([field]) => !['id', 'kind', 'name'].includes(field));
  return allOf(given.map(([field, theirs]) => sameName(field, theirs, ours[field])));
}

function sameName(field: string, theirs: JsonValue, ours: JsonValue | undefined): Verdict {
  if (ours === undefined) return failed(`${field} ${jsonText(theirs)}`, 'nothing of ours has this name');
  if (field === 'uploadTable' && theirs === `${jsonText(ours).slice(1, -'_upload"'.length)}__upload`) {
    return passed(names.uploadTable);
  }
  return sameJson(field, theirs, ours);
}

function namesOf(name: string, groupBy: GroupBy): Readonly<Record<string, JsonValue>> {
  const metaData = groupBy.metaData ?? {};
  return {
    cleanName: cleanName(name),
    cleanNameWithoutVersion: cleanNameWithoutVersion(name),
    nameWithoutVersion: nameWithoutVersion(name),
    nameWithoutTeamOrVersion: nameWithoutTeamOrVersion(name),
    outputTable: outputTable(metaData),
    loggedTable: relatedTable(metaData, 'logged'),
    summaryTable: relatedTable(metaData, 'summary'),
    bootstrapTable: relatedTable(metaData, 'bootstrap'),
    comparisonTable: relatedTable(metaData, 'comparison'),
    consistencyTable: relatedTable(metaData, 'consistency'),
    uploadTable: relatedTable(metaData, 'upload'),
    kvTable: relatedTable(metaData, 'upload'),
    batchDataset: batchDataset(name),
    streamingDataset: streamingDataset(name),
    keyNameForKvStore: metadataKey('group_bys', name),
    team: metaData.team ?? null,
    columnPrefixes: prefixesOf(groupBy),
    fullPrefix: fullPrefix({ groupBy, prefix: 'p' }),
    semanticHash: semanticHash(groupByStruct, groupBy),
    json: parseJson(toJson(groupByStruct, groupBy)),
  };
}

/** By long names or not, and with which prefix. */
function prefixesOf(groupBy: GroupBy): JsonValue {
  const prefix = (part: JoinPart): string => columnPrefix({ groupBy, ...part });
  return {
    long: prefix({ useLongNames: true }),
    short: prefix({ useLongNames: false }),
    unset: prefix({}),
    long_p: prefix({ useLongNames: true, prefix: 'p' }),
    short_p: prefix({ useLongNames: false, prefix: 'p' }),
    long_empty: prefix({ useLongNames: true, prefix: '' }),
  };
}
