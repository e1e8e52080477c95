import type { Case } from './case-file.ts';
import type { Verdict } from './verdict.ts';

/** What checks one kind of case. It may throw: that is a failure with the error's text. */
export type Check = (from: Case) => Verdict;

/** A case file by its name before `.jsonl.gz`, with a check a kind. A case of a kind that has none fails. */
export type Suite = Readonly<Record<string, Check>>;
