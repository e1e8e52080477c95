import { IsochronError, type StatusCode } from '@isochron/schema';

interface Kind {
  readonly matches: RegExp;
  readonly code: StatusCode;
  readonly hint: string;
}

const KINDS: readonly Kind[] = [
  {
    matches: /MDB_MAP_FULL|mapsize limit|ENOSPC|No space left|EDQUOT/,
    code: 'RESOURCE_EXHAUSTED',
    hint: 'Give the store a larger bytesMax or free disk space.',
  },
  {
    matches: /MDB_READERS_FULL/,
    code: 'RESOURCE_EXHAUSTED',
    hint: 'Too many processes read it at once: raise readersMax in all of them.',
  },
  { matches: /MDB_DBS_FULL|maxdbs/i, code: 'RESOURCE_EXHAUSTED', hint: 'There are too many tables and families.' },
  {
    matches: /MDB_CORRUPTED|MDB_PAGE_NOTFOUND|MDB_INVALID|MDB_PANIC|not a valid LMDB|MDB_VERSION_MISMATCH/,
    code: 'DATA_LOSS',
    hint: 'Its files are damaged, or of another program: restore them.',
  },
  {
    matches: /EACCES|EPERM|EROFS|Permission denied|Read-only/,
    code: 'PERMISSION_DENIED',
    hint: 'It must be writable.',
  },
  { matches: /closed/, code: 'ABORTED', hint: 'It was closed.' },
];

/** What LMDB or the file system say as one of our errors, `where` names the store; anything else is our own fault and stays as it is. */
export function translated(thrown: unknown, where: string): unknown {
  if (thrown instanceof IsochronError) return thrown;
  const message = messageOf(thrown);
  const kind = KINDS.find(({ matches }) => matches.test(message));
  if (kind === undefined && !(thrown instanceof Error && ('code' in thrown || 'commitError' in thrown))) return thrown;
  const hint = kind === undefined ? '' : ` ${kind.hint}`;
  return new IsochronError(kind?.code ?? 'INTERNAL', `The store in ${where}: ${message}.${hint}`, thrown);
}

/** A commit that fails says so in general, and why in a property. */
function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const inner = 'commitError' in thrown ? thrown.commitError : undefined;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? `${thrown.code} ` : '';
  return inner === undefined ? `${code}${thrown.message}` : `${thrown.message}: ${messageOf(inner)}`;
}
