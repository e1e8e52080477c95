import { decode } from './decode.ts';
import { CallError, status, type ValueMessage } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { Cell, Session } from './session.ts';
import { structFields, typeText } from './type-text.ts';

/** An expression and its place among those asked for. */
export interface Question {
  readonly index: number;
  readonly expression: string;
}

export type Answer = (question: Question, outcome: Outcome) => void;

export interface BatchOptions {
  readonly errorMessages: boolean;
  /** How long one query may take. */
  readonly timeoutMs: number;
}

/**
 * Evaluates expressions as the columns of one query, and answers each. A column that fails is kept apart by NULLIFERROR, and a struct
 * around the expression tells that from NULL and leaves its type alone. A query that does not analyze is split until the culprits stand
 * alone. Throws a `CallError` that {@link isEngineLost} when the engine is; then answers may be given again.
 */
export async function evaluateBatch(
  session: Session,
  questions: readonly Question[],
  answer: Answer,
  options: BatchOptions,
): Promise<void> {
  let cells: readonly Cell[];
  try {
    cells = await session.select(questions.map(guarded), options.timeoutMs);
    if (cells.length !== questions.length) throw new CallError(status.invalidArgument, NOT_ONE_EXPRESSION);
  } catch (error) {
    if (!(error instanceof CallError) || isEngineLost(error)) throw error;
    const [only] = questions;
    if (only !== undefined && questions.length === 1)
      return answer(only, await outcomeOfFailure(session, only, error, options));
    const middle = questions.length >> 1;
    await evaluateBatch(session, questions.slice(0, middle), answer, options);
    return evaluateBatch(session, questions.slice(middle), answer, options);
  }
  for (const [place, question] of questions.entries()) {
    const cell = cells[place];
    if (cell?.value.value !== undefined) answer(question, outcomeOfCell(cell));
    else
      answer(question, {
        kind: 'error',
        message: options.errorMessages ? await messageOf(session, question, options) : '',
      });
  }
}

/** Whether a failure is of the engine as a whole, which has to be started again, and not of what it was asked. */
export function isEngineLost(error: unknown): boolean {
  return error instanceof CallError && (error.code === status.unavailable || error.code === status.deadlineExceeded);
}

const NOT_ONE_EXPRESSION = 'This is not one expression.';

/** The line breaks keep a comment at the end of the expression from swallowing what follows. */
const bare = ({ expression }: Question): string => `STRUCT(\n${expression}\nAS v)`;
const guarded = (question: Question): string => `NULLIFERROR(${bare(question)})`;

function outcomeOfCell({ type, value }: Cell): Outcome {
  const [field, ...others] = structFields(type);
  if (field === undefined || others.length > 0) return { kind: 'invalid', message: NOT_ONE_EXPRESSION };
  try {
    // A struct holds its fields in order; proto-loader leaves out an empty list.
    const fields = value[value.value ?? ''] as { readonly field?: readonly ValueMessage[] };
    const message = fields.field?.[0] ?? {};
    return { kind: 'value', type: typeText(field.field_type), value: decode(field.field_type, message) };
  } catch (error) {
    return { kind: 'unanswered', message: error instanceof Error ? error.message : String(error) };
  }
}

/** An expression whose query failed alone: what analyzes all the same fails in its row, in a way that NULLIFERROR lets through. */
async function outcomeOfFailure(
  session: Session,
  question: Question,
  failure: CallError,
  { timeoutMs }: BatchOptions,
): Promise<Outcome> {
  const { code, message } = failure;
  if (code === status.unimplemented || code === status.internal) return { kind: 'unanswered', message };
  if (message === NOT_ONE_EXPRESSION) return { kind: 'invalid', message };
  try {
    await session.prepare(bare(question), timeoutMs);
    return { kind: 'error', message };
  } catch (error) {
    if (!(error instanceof CallError) || isEngineLost(error)) throw error;
    return { kind: 'invalid', message };
  }
}

async function messageOf(session: Session, question: Question, { timeoutMs }: BatchOptions): Promise<string> {
  try {
    await session.select([bare(question)], timeoutMs);
    return 'It failed, but not when it was evaluated again.';
  } catch (error) {
    if (!(error instanceof CallError) || isEngineLost(error)) throw error;
    return error.message;
  }
}
