import { join } from 'node:path';
import { type Case, jsonText, readCases } from './case-file.ts';
import { type Found, filesBelow } from './case-folder.ts';
import { checkCompiled } from './compiled/index.ts';
import { Exclusion, operationOfCase, type Subject } from './exclusion.ts';
import type { Named, Report } from './report.ts';
import type { Suite } from './suite.ts';
import { suites } from './suites.ts';
import { failed, type Verdict } from './verdict.ts';

/** Runs everything below the folders into the report. Throws a RangeError for a folder that is not there or holds nothing to run. */
export function run(folders: readonly string[], without: readonly string[], report: Report): void {
  const exclusion = new Exclusion(without);
  for (const folder of folders) {
    const files = filesBelow(folder, new Set(Object.keys(suites)));
    if (files.length === 0)
      throw new RangeError(`There is nothing to run below ${folder}: no case file, and no folder compiled.`);
    for (const file of files) runFile(file, exclusion, report);
  }
  report.end(exclusion.counts());
}

function runFile(file: Found, exclusion: Exclusion, report: Report): void {
  if (file.kind === 'compiled') {
    runCompiled(file.path, exclusion, report);
    return;
  }
  const suite = suites[file.suite] ?? {};
  for (const from of readCases(file.path)) {
    const kind = String(from['kind']);
    const subject = { file: file.suite, kind, operation: operationOfCase(from) };
    if (exclusion.leavesOut(subject)) continue;
    const id = [`id ${jsonText(from['id'])}`, subject.operation, from['mode']].filter(
      (part) => typeof part === 'string',
    );
    report.add(
      { file: file.suite, kind, id: id.join(' ') },
      verdictOf(() => check(suite, kind, from)),
    );
  }
}

function runCompiled(path: string, exclusion: Exclusion, report: Report): void {
  const fromCompiled = path.slice(path.lastIndexOf(join('compiled', '')));
  const named = (kind: string): Named => ({ file: 'compiled', kind, id: fromCompiled });
  for (const { kind, check: checked } of checkCompiled(path)) {
    const subject: Subject = { file: 'compiled', kind, operation: null };
    if (!exclusion.leavesOut(subject)) report.add(named(kind), verdictOf(checked));
  }
}

function check(suite: Suite, kind: string, from: Case): Verdict {
  const checks = Object.hasOwn(suite, kind) ? suite[kind] : undefined;
  return checks === undefined
    ? failed(jsonText(from), `nothing here checks a case of the kind "${kind}"`)
    : checks(from);
}

/** An error is a failure of its case, and the others go on. */
function verdictOf(checked: () => Verdict): Verdict {
  try {
    return checked();
  } catch (error) {
    return failed('an answer', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}
