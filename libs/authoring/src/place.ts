import { fileURLToPath } from 'node:url';
import type { Place } from './definition.ts';

/**
 * Where `callee` was called from: the file, line and column of the call in the author's file, as the stack has them. The text of the
 * stack is read rather than its call sites, because source maps and test runners correct the text alone.
 */
export function placeOfCall(callee: (...args: never[]) => unknown): Place {
  const limit = Error.stackTraceLimit;
  const holder: { stack?: string } = {};
  Error.stackTraceLimit = 1;
  try {
    Error.captureStackTrace(holder, callee);
    return parseFrame(holder.stack?.trimEnd().split('\n').at(-1) ?? '');
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Reads one line of a stack: `at name (file:///a/b.ts:3:14)`, `at C:\a\b.ts:3:14`. A frame without a file gives `<unknown>`, line 1. */
export function parseFrame(frame: string): Place {
  const called = frame.trim().replace(/^at /, '');
  const location = /^.*? \((.*)\)$/.exec(called)?.[1] ?? called.replace(/^async /, '');
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(location) ?? [];
  if (file === undefined) return { file: '<unknown>', line: 1, column: 1 };
  return { file: filePath(file), line: Number(line), column: Number(column) };
}

/** `features/a.ts:3:14`, which terminals and editors make a link of. */
export function placeText(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function filePath(file: string): string {
  if (!file.startsWith('file:')) return file;
  return fileURLToPath(file, { windows: /^file:\/\/\/[a-z]:/i.test(file) });
}
