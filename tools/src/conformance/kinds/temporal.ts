import { type Case, numbersAt } from '../case-file.ts';
import { departuresOf, sameMatrix } from '../kernel/matrix.ts';
import { sawtoothAnswers } from '../kernel/sawtooth-answers.ts';
import { windowCaseOf } from '../kernel/window-features.ts';
import { allOf, type Verdict } from '../verdict.ts';

/** Windows that are exact at the head, of rows offline. */
export function temporal(from: Case): Verdict {
  const windows = windowCaseOf(from, 'TEMPORAL');
  const answers = sawtoothAnswers(windows, numbersAt(from, 'queries'));
  return allOf([departuresOf(from), sameMatrix(from, 'values', 'temporal', windows, answers)]);
}
