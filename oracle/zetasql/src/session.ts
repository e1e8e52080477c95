import { connect } from './engine-client.ts';
import { type EngineProcess, startEngine } from './engine-process.ts';
import { languageOptions } from './language.ts';
import type { TypeMessage, ValueMessage } from './messages.ts';

/** One engine and our way to it. All calls throw a `CallError`. */
export interface Session {
  /** The values of the columns of a SELECT without FROM, each with its type. */
  select(columns: readonly string[], timeoutMs: number): Promise<readonly Cell[]>;
  /** Parses and types a SELECT of one column, without evaluating it. */
  prepare(column: string, timeoutMs: number): Promise<void>;
  lastWords(): string;
  end(): Promise<void>;
}

export interface Cell {
  readonly type: TypeMessage;
  readonly value: ValueMessage;
}

export async function startSession(): Promise<Session> {
  const engine = await startEngine();
  const client = connect(engine.address);
  const language_options = languageOptions();
  const builtin_function_options = { language_options };
  const { registered_id: registered_catalog_id } = await orEnd(
    client.registerCatalog({ simple_catalog: { name: 'oracle', builtin_function_options } }),
    engine,
  );
  const request = (columns: readonly string[]): object => ({
    sql: `SELECT ${columns.join(',\n')}`,
    registered_catalog_id,
    options: { language_options, default_timezone: 'UTC' },
  });
  return {
    select: async (columns, timeoutMs) => {
      const { content, prepared } = await client.evaluateQuery(request(columns), timeoutMs);
      const cells = content?.table_data?.row?.[0]?.cell ?? [];
      return (prepared?.columns ?? []).map(({ type }, index) => ({ type, value: cells[index] ?? {} }));
    },
    prepare: async (column, timeoutMs) => void (await client.prepareQuery(request([column]), timeoutMs)),
    lastWords: () => engine.lastWords(),
    end: () => {
      client.close();
      return engine.end();
    },
  };
}

async function orEnd<Answer>(answer: Promise<Answer>, engine: EngineProcess): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    await engine.end();
    throw error;
  }
}
