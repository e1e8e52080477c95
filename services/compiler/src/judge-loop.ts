import { parentPort } from 'node:worker_threads';
import { IsochronError, type StatusCode } from '@isochron/schema';
import { type Case, type Judgement, judge } from './judge.ts';

/** What comes back of a case. Errors are told as data, because their classes do not cross to another thread. */
export type Answer =
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  | { readonly kind: 'refused'; readonly code: StatusCode; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };

const port = parentPort;
if (port === null) throw new Error('This runs in a thread of its own.');
port.on('message', (asked: Case) => {
  port.postMessage(answerTo(asked));
});

function answerTo(asked: Case): Answer {
  try {
    return { kind: 'judged', judgement: judge(asked) };
  } catch (thrown) {
    if (thrown instanceof IsochronError) return { kind: 'refused', code: thrown.code, message: thrown.message };
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { kind: 'failed', message: error.message, stack: error.stack ?? '' };
  }
}
