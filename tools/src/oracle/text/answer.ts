import type { Answer } from '../engines/answer.ts';
import { shown } from './plain.ts';

const LENGTH_MAX = 200;

/** An answer on one line. */
export function shownAnswer(answer: Answer): string {
  const text =
    answer.kind === 'value'
      ? `${answer.type} ${shown(answer.value)}`
      : `${answer.kind}${answer.message === '' ? '' : ` (${answer.message})`}`;
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LENGTH_MAX ? `${line.slice(0, LENGTH_MAX)}…` : line;
}
