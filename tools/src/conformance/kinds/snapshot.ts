import { type Case, numbersAt } from '../case-file.ts';
import { departuresOf, sameMatrix } from '../kernel/matrix.ts';
import { sawtoothAnswers } from '../kernel/sawtooth-answers.ts';
import { windowCaseOf } from '../kernel/window-features.ts';
import { allOf, type Verdict } from '../verdict.ts';

/** Windows of whole days, asked for at midnights. */
export function snapshot(from: Case): Verdict {
  const windows = windowCaseOf(from, 'SNAPSHOT');
  const answers = sawtoothAnswers(windows, numbersAt(from, 'queries'));
  return allOf([departuresOf(from), sameMatrix(from, 'values', 'snapshot', windows, answers)]);
}
