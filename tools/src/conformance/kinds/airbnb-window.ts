import { type Case, numbersAt } from '../case-file.ts';
import { sameMatrix } from '../kernel/matrix.ts';
import { sawtoothAnswers } from '../kernel/sawtooth-answers.ts';
import { windowCaseOf } from '../kernel/window-features.ts';
import type { Verdict } from '../verdict.ts';

/** The ancestor's windows, whose head is exclusive as ours is. */
export function airbnbWindow(from: Case): Verdict {
  const windows = windowCaseOf(from, 'TEMPORAL');
  const answers = sawtoothAnswers(windows, numbersAt(from, 'queries'));
  return sameMatrix(from, 'temporal', 'temporal', windows, answers);
}
