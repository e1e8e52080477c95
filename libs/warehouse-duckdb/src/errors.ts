import { IsochronError, type StatusCode } from '@isochron/schema';

/** DuckDB says what kind of error it is in the first words of the message. */
const CODES: readonly (readonly [RegExp, StatusCode])[] = [
  [/^Out of Memory Error/, 'RESOURCE_EXHAUSTED'],
  [/No space left on device|max_temp_directory_size/, 'RESOURCE_EXHAUSTED'],
  [
    /^INTERRUPT Error|^Interrupted|Connection has already been closed|connection disconnected|database closed/i,
    'ABORTED',
  ],
  [
    /^(Binder|Catalog|Parser|Syntax|Conversion|Invalid Input|Out of Range|Mismatch Type|Invalid type|Parameter Not Resolved|Not implemented) Error/i,
    'INVALID_ARGUMENT',
  ],
  [/^IO Error: No files found/, 'NOT_FOUND'],
  [/^(IO|Permission) Error/, 'UNAVAILABLE'],
];

/**
 * Any error as one of ours. What DuckDB says is kept, without its echo of the SQL (which is ours, not the author's) and without a
 * stack; `what` says in a few words what was being done and to what.
 */
export function translated(thrown: unknown, what: string): IsochronError {
  if (thrown instanceof IsochronError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = CODES.find(([pattern]) => pattern.test(message))?.[1] ?? systemCode(thrown) ?? 'INTERNAL';
  return new IsochronError(code, `${what}: ${readable(message)}${hint(code)}`, thrown);
}

/** The first sentences of a DuckDB message: no SQL, no class of error, none of its advice (which is about settings that we make). */
export function readable(message: string): string {
  const withoutSql =
    message.split(/\n+LINE \d+:|\n+\s*(?:This type was auto-detected|Possible [Ss]olutions)/)[0] ?? message;
  return withoutSql
    .replace(/^Failed to extract statements: /, '')
    .replace(/^[A-Z][A-Za-z ]* Error: /, '')
    .replaceAll(/\s*\n+\s*/g, ' ')
    .trim();
}

function systemCode(thrown: unknown): StatusCode | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOSPC' || code === 'EMFILE' || code === 'EDQUOT') return 'RESOURCE_EXHAUSTED';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'PERMISSION_DENIED';
  return code === 'ENOENT' ? 'NOT_FOUND' : undefined;
}

function hint(code: StatusCode): string {
  return code === 'RESOURCE_EXHAUSTED'
    ? ' Give the warehouse a larger memoryLimit or free disk space, and run it again.'
    : '';
}
