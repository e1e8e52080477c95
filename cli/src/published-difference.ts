import { type Change, objectKinds, type ShownDiagnostic } from '@isochron/compiler';
import type { Change as ChangeMessage, Diagnostic as DiagnosticMessage, DiffResponse } from '@isochron/rpc/compiler';

/** What a service says of a set, as the compiler has it, so that people are shown it in the same words. */
export function differenceOf({ changes, unchanged }: Pick<DiffResponse, 'changes' | 'unchanged'>) {
  return { changes: changes.map(changeOf), unchanged: Array<string>(unchanged).fill('') };
}

/** The numbers of a message's enumerations, which stand in `proto/`; what a newer service says is shown as the least of them. */
const KINDS = ['added', 'added', 'changed', 'removed', 'moved'] as const satisfies readonly Change['kind'][];
const ERROR = 2;

function changeOf(message: ChangeMessage): Change {
  const { columnsAdded, columnsChanged, columnsRemoved, columnsRenamed, keysBefore, keysAfter } = message;
  const keys = { before: keysBefore, after: keysAfter };
  return {
    kind: KINDS[message.kind] ?? 'changed',
    object: objectKinds.find((kind) => kind === message.object) ?? 'join',
    name: message.name,
    file: message.file,
    before: message.before ?? null,
    columns: {
      added: columnsAdded,
      changed: columnsChanged,
      removed: columnsRemoved,
      renamed: columnsRenamed,
      unchanged: 0,
    },
    keys: keysBefore.length + keysAfter.length === 0 ? null : keys,
    isMeaning: message.isMeaning,
    isOnline: message.isOnline,
    breaks: message.breaks,
  };
}

export function diagnosticOf({ code, severity, object, message, hint, path, sql }: DiagnosticMessage): ShownDiagnostic {
  return {
    code,
    severity: severity === ERROR ? 'error' : 'warning',
    object,
    place: null,
    path,
    sql: sql ?? null,
    message,
    hint: hint ?? '',
  };
}
