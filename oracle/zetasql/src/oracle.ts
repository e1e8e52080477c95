import { evaluateBatch, isEngineLost, type Question } from './evaluate-batch.ts';
import { installOracle } from './install.ts';
import type { Outcome } from './outcome.ts';
import { type Session, startSession } from './session.ts';

/** The real ZetaSQL engine, in BigQuery's dialect and the time zone UTC. */
export interface Oracle {
  /**
   * What each expression is, in order. Tens of thousands a second in one call, far fewer in many small ones. Calls wait for each other. An
   * expression on which the engine crashes or hangs is `unanswered`; the engine is started again, and the others are answered.
   */
  evaluate(expressions: readonly string[], options?: EvaluateOptions): Promise<readonly Outcome[]>;
  /** Ends the engine. It also ends with this process. */
  stop(): Promise<void>;
}

export interface EvaluateOptions {
  /** Whether outcomes of kind `error` carry their message; it costs another query each, about 1 ms. Default: true. */
  readonly errorMessages?: boolean;
}

export interface OracleOptions {
  /** How long a query of up to 200 expressions may take before the engine counts as hanging. Default: 15 s, and 2 s for one alone. */
  readonly queryTimeoutMs?: number;
  /** A folder of time zones, as files of the tz database (TZif). Default: the machine's. */
  readonly zoneFolder?: string;
}

const BATCH_EXPRESSIONS_MAX = 200;
const BATCH_CHARACTERS_MAX = 200_000;
const BATCHES_IN_FLIGHT = 4;
/** An expression takes a millisecond. */
const SINGLE_TIMEOUT_MS = 2_000;

/** Installs the engine where it is not, and starts it. */
export async function startOracle({
  queryTimeoutMs: timeoutMs = 15_000,
  zoneFolder,
}: OracleOptions = {}): Promise<Oracle> {
  await installOracle();
  let session = await startSession(zoneFolder);

  const replace = async (lost: Session): Promise<void> => {
    if (session !== lost) return;
    const ended = lost.end();
    session = await startSession(zoneFolder);
    await ended;
  };

  const evaluateAll = async (expressions: readonly string[], errorMessages: boolean): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = [];
    const answer = (question: Question, outcome: Outcome): void => {
      outcomes[question.index] = outcome;
    };
    /** Whether the engine came through; where it was lost, another one is started. */
    const attempt = async (batch: readonly Question[], timeout: number): Promise<boolean> => {
      const used = session;
      try {
        await evaluateBatch(used, batch, answer, { errorMessages, timeoutMs: timeout });
        return true;
      } catch (error) {
        if (!isEngineLost(error)) throw error;
        await restart(used);
        return false;
      }
    };
    /** One by one, alone with the engine: halving a batch would wait anew for each half that hangs. */
    const resolve = async (batch: readonly Question[]): Promise<void> => {
      for (const question of batch) {
        const isAnswered = await attempt([question], Math.min(timeoutMs, SINGLE_TIMEOUT_MS));
        if (!isAnswered)
          answer(question, { kind: 'unanswered', message: 'The engine crashed or did not answer in time.' });
      }
    };

    const suspects: (readonly Question[])[] = [];
    await inFlight(batchesOf(expressions), BATCHES_IN_FLIGHT, async (batch) => {
      if (!(await attempt(batch, timeoutMs))) suspects.push(batch);
    });
    for (const batch of suspects) await resolve(batch);
    return outcomes;
  };

  /** All that lost one engine wait for the one that replaces it. */
  let restarting: Promise<void> = Promise.resolve();
  const restart = (lost: Session): Promise<void> => {
    restarting = restarting.then(() => replace(lost));
    return restarting;
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    evaluate: (expressions, { errorMessages = true } = {}) => {
      const outcomes = last.then(() => evaluateAll(expressions, errorMessages));
      last = outcomes.catch(() => undefined);
      return outcomes;
    },
    stop: async () => {
      await last;
      await session.end();
    },
  };
}

/** Small sets are spread over all places in flight. */
function batchesOf(expressions: readonly string[]): Question[][] {
  const size = Math.min(BATCH_EXPRESSIONS_MAX, Math.ceil(expressions.length / BATCHES_IN_FLIGHT));
  const batches: Question[][] = [];
  let batch: Question[] = [];
  let characters = 0;
  for (const [index, expression] of expressions.entries()) {
    if (batch.length === size || characters + expression.length > BATCH_CHARACTERS_MAX) {
      batches.push(batch);
      batch = [];
      characters = 0;
    }
    batch.push({ index, expression });
    characters += expression.length;
  }
  return [...batches, batch].filter((each) => each.length > 0);
}

async function inFlight<Item>(
  items: readonly Item[],
  places: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: places }, worker));
}
