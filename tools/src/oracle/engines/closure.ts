import { type Analysis, analyze, compileTyped, ExpressionError, type SqlValue, typeName } from '@isochron/expression';
import type { Case } from '../case.ts';
import type { Answer } from './answer.ts';

/** Our own analysis and compiled closure. */
export interface Closure {
  answer(of: Case): Answer;
  /** The analysis that the answer came of; null where there is none. */
  analyzed(of: Case): NonNullable<Analysis['analyzed']> | null;
}

type Compiled =
  | { readonly kind: 'invalid' | 'unanswered'; readonly message: string; readonly analyzed: null }
  | {
      readonly kind: 'compiled';
      readonly analyzed: NonNullable<Analysis['analyzed']>;
      readonly evaluate: (row: readonly SqlValue[]) => SqlValue;
    };

const TEXTS_MAX = 5000;

/** Compiles a text over columns of the same types once. */
export function startClosure(): Closure {
  const known = new Map<string, Compiled>();
  const compiledOf = (of: Case): Compiled => {
    const key = `${of.dialect ?? ''}\0${of.text}\0${of.columns.map(({ name, type }) => `${name} ${typeName(type)}`).join('\0')}`;
    const compiled = known.get(key) ?? compile(of);
    if (known.size === TEXTS_MAX) known.clear();
    known.set(key, compiled);
    return compiled;
  };
  return {
    answer: (of) => answerOf(compiledOf(of), of),
    analyzed: (of) => compiledOf(of).analyzed,
  };
}

function compile({ text, columns, dialect = 'googlesql' }: Case): Compiled {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  try {
    const { analyzed, faults } = analyze(text, {
      columns: columns.map(({ name }) => ({ name, type: { kind: 'string' } })),
      typeOf: ({ name }) => types.get(name) ?? { kind: 'STRING' },
      dialect,
    });
    if (analyzed === null) return { kind: 'invalid', message: faults[0].message, analyzed };
    return { kind: 'compiled', analyzed, evaluate: compileTyped(analyzed.typed, text, analyzed.columns) };
  } catch (thrown) {
    return { kind: 'unanswered', message: crashText(thrown), analyzed: null };
  }
}

function answerOf(compiled: Compiled, { columns }: Case): Answer {
  if (compiled.kind !== 'compiled') return { kind: compiled.kind, message: compiled.message };
  const values = new Map(columns.map(({ name, value }) => [name, value]));
  const { analyzed, evaluate } = compiled;
  try {
    const value = evaluate(analyzed.columns.map(({ name }) => values.get(name) ?? null));
    return { kind: 'value', type: typeName(analyzed.type), value };
  } catch (thrown) {
    if (thrown instanceof ExpressionError) return { kind: 'error', message: thrown.reason };
    return { kind: 'unanswered', message: crashText(thrown) };
  }
}

const crashText = (thrown: unknown): string =>
  `crashed: ${thrown instanceof Error ? `${thrown.message} ${thrown.stack?.split('\n')[1]?.trim() ?? ''}` : String(thrown)}`;
