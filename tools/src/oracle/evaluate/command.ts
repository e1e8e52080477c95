import { startEngines } from '../engines/engines.ts';
import { shownAnswer } from '../text/answer.ts';

/** `npm run oracle -- evaluate`: what each engine makes of each expression. Answers the exit code. */
export async function evaluateCommand(expressions: readonly string[], print: (line: string) => void): Promise<number> {
  const engines = await startEngines();
  try {
    const questions = expressions.map((text) => ({ of: { text, columns: [] }, ulps: 0 }));
    const verdicts = await engines.judge(questions, { errorMessages: true });
    for (const { of, zetasql, closure, duckdb } of verdicts) {
      print(of.text);
      print(`  zetasql  ${shownAnswer(zetasql)}`);
      print(`  closure  ${shownAnswer(closure)}`);
      print(`  duckdb   ${duckdb === null ? 'no text for it' : shownAnswer(duckdb)}`);
    }
    return verdicts.every(({ closureFault, duckdbFault }) => closureFault === null && duckdbFault === null) ? 0 : 1;
  } finally {
    await engines.stop();
  }
}
