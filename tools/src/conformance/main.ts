/** `npm run conformance`: what the existing system answered, and what we answer. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseCall, usage } from './arguments.ts';
import { Report } from './report.ts';
import { run } from './run.ts';

/** Beside the project's folder, where it is there at all. */
const usualFolder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'conformance');

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const call = parseCall(args);
  if (call.kind === 'help') {
    console.log(usage);
    return 0;
  }
  if (call.kind === 'wrong') return wrong(call.message);
  if (call.folders.length === 0 && !existsSync(usualFolder)) {
    return wrong('There is no folder ../shared/conformance; say which folder holds the recorded answers.');
  }
  const report = new Report((line) => console.log(line));
  try {
    run(call.folders.length === 0 ? [usualFolder] : call.folders, call.without, report);
  } catch (error) {
    if (error instanceof RangeError) return wrong(error.message);
    throw error;
  }
  return report.failed === 0 ? 0 : 1;
}

function wrong(message: string): number {
  console.error(`${message}\n\n${usage}`);
  return 2;
}
