import type { JoinPart, MetaData } from './generated/api.ts';

/** Every character that may not stand in a table's name becomes an underscore. */
export function sanitize(text: string): string {
  return text.replace(/[^a-zA-Z0-9_]/g, '_');
}

/** The table or topic without the sub-partitions or settings after it: `db.table/hr=00` is `db.table`. */
export function cleanSpec(spec: string): string {
  const slash = spec.indexOf('/');
  return slash < 0 ? spec : spec.slice(0, slash);
}

/** The table without its sub-partitions and its namespace: `db.table/hr=00` is `table`. */
export function bareTable(spec: string): string {
  const table = cleanSpec(spec);
  return table.slice(table.lastIndexOf('.') + 1);
}

/** A definition's name as part of other names: `team.file.variable__0` is `team_file_variable__0`. */
export function cleanName(name: string): string {
  return sanitize(name);
}

/** {@link cleanName} without a version in the old form, `__v3`. A version in today's form, `__3`, stays: it is part of column names. */
export function cleanNameWithoutVersion(name: string): string {
  return cleanName(name).replace(/__v\d+$/, '');
}

/** The name without its version, `__3`. */
export function nameWithoutVersion(name: string): string {
  return name.replace(/^(.*)__\d+$/s, '$1');
}

/** The name without its version and its first part, the team. */
export function nameWithoutTeamOrVersion(name: string): string {
  return nameWithoutVersion(name).split('.').slice(1).join('.');
}

/** What stands beside a definition's output table, and what the name has at its end. */
const tableSuffixes = {
  logged: '_logged',
  summary: '_summary',
  packedSummary: '_summary_packed',
  bootstrap: '_bootstrap',
  comparison: '_comparison',
  consistency: '_consistency',
  consistencyUpload: '_consistency_upload',
  upload: '_upload',
} as const;

export type TableRole = keyof typeof tableSuffixes;

/** The definition's output table: the one it names itself, else `{outputNamespace}.{clean name}`, without a namespace the clean name. */
export function outputTable(metaData: MetaData): string {
  const named = metaData.executionInfo?.outputTableInfo?.table;
  if (named !== undefined) return named;
  const name = cleanName(metaData.name ?? '');
  return metaData.outputNamespace === undefined ? name : `${metaData.outputNamespace}.${name}`;
}

/** A table beside the output table. */
export function relatedTable(metaData: MetaData, role: TableRole): string {
  return outputTable(metaData) + tableSuffixes[role];
}

/** The dataset of a GroupBy's uploads in the KV store. */
export function batchDataset(name: string): string {
  return `${cleanName(name).toUpperCase()}_BATCH`;
}

/** The dataset of a GroupBy's tiles in the KV store. */
export function streamingDataset(name: string): string {
  return `${cleanName(name).toUpperCase()}_STREAMING`;
}

/** The dataset of compiled definitions in the KV store. */
export const metadataDataset = 'CHRONON_METADATA';

/** The key beside a GroupBy's uploads whose value is its serving info. */
export const servingInfoKey = 'group_by_serving_info';

/** The folders of compiled files, which are also the first part of metadata keys. */
export const definitionFolders = ['group_bys', 'joins', 'staging_queries', 'models'] as const;
export type DefinitionFolder = (typeof definitionFolders)[number];

/** The key of a compiled definition in the metadata dataset: `joins/team.file.variable__0`. */
export function metadataKey(folder: DefinitionFolder, name: string): string {
  return `${folder}/${name}`;
}

/** The path of a compiled file under `compiled/`: `joins/team/file.variable__0`. */
export function compiledPath(folder: DefinitionFolder, name: string): string {
  const dot = name.indexOf('.');
  return `${folder}/${name.slice(0, dot)}/${name.slice(dot + 1)}`;
}

/**
 * What a part puts before the names of its features: after its GroupBy with long names (`p_team_file_variable__0_`), after its keys without
 * (`p_user_item_`). `useLongNames` unset is true. An empty prefix counts as one and gives a leading underscore, as it does there.
 */
export function columnPrefix(part: JoinPart): string {
  const prefix = part.prefix === undefined ? '' : `${part.prefix}_`;
  if (part.useLongNames ?? true) return `${prefix}${cleanNameWithoutVersion(part.groupBy?.metaData?.name ?? '')}_`;
  return `${prefix}${(part.groupBy?.keyColumns ?? []).join('_')}_`;
}

/** How a part is called in messages: its prefix and its GroupBy. */
export function fullPrefix(part: JoinPart): string {
  const name = cleanName(part.groupBy?.metaData?.name ?? '');
  return part.prefix === undefined ? name : `${part.prefix}_${name}`;
}
