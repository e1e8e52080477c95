import type { Change as ObjectChange, Diagnostic as ObjectDiagnostic, Reached } from '@isochron/compiler';
import type { Found, ListedObject, SetVersion as StoredVersion } from '@isochron/metadata';
import {
  type Change,
  ChangeKind,
  type Diagnostic,
  type FoundObject,
  type LineageNode,
  type ObjectSummary,
  type SetVersion,
  Severity,
} from '@isochron/rpc/compiler';

/** What the service knows, as messages have it. */

export function versionMessage(version: StoredVersion): SetVersion {
  const { hash, previousHash, rolledBackTo, who, atMs, message, objects, added, changed, removed } = version;
  return {
    version: version.version,
    hash,
    previousHash: previousHash ?? undefined,
    rolledBackTo: rolledBackTo ?? undefined,
    who,
    atMs,
    message,
    objects,
    added,
    changed,
    removed,
  };
}

export function diagnosticMessage({ code, severity, object, message, hint, sql, path }: ObjectDiagnostic): Diagnostic {
  return {
    code,
    severity: severity === 'error' ? Severity.SEVERITY_ERROR : Severity.SEVERITY_WARNING,
    object,
    message,
    hint,
    path,
    sql: sql ?? undefined,
  };
}

const CHANGE_KINDS = {
  added: ChangeKind.CHANGE_KIND_ADDED,
  changed: ChangeKind.CHANGE_KIND_CHANGED,
  removed: ChangeKind.CHANGE_KIND_REMOVED,
  moved: ChangeKind.CHANGE_KIND_MOVED,
} as const satisfies Record<ObjectChange['kind'], ChangeKind>;

export function changeMessage(change: ObjectChange): Change {
  const { columns, keys, file, name, object, before, isMeaning, isOnline, breaks } = change;
  return {
    kind: CHANGE_KINDS[change.kind],
    file,
    name,
    object,
    before: before ?? undefined,
    columnsAdded: columns.added,
    columnsChanged: columns.changed,
    columnsRemoved: columns.removed,
    columnsRenamed: columns.renamed,
    isMeaning,
    isOnline,
    breaks,
    keysBefore: keys?.before ?? [],
    keysAfter: keys?.after ?? [],
  };
}

export function summaryMessage({ file, hash, summary }: ListedObject): ObjectSummary {
  return { file, hash, ...summary, description: summary.description ?? undefined };
}

export const foundMessage = (found: Found): FoundObject => ({
  summary: summaryMessage(found),
  matchedColumns: found.matchedColumns,
});

export const nodeMessage = ({ kind, name, column }: Reached): LineageNode => ({
  kind,
  name,
  column: column ?? undefined,
});
