import { startEngines } from '../engines/engines.ts';
import { contenders, isFailure } from '../engines/verdict.ts';
import { shownAnswer } from '../text/answer.ts';

/** `npm run oracle -- evaluate`: what each engine makes of each expression. Answers the exit code. */
export async function evaluateCommand(expressions: readonly string[], print: (line: string) => void): Promise<number> {
  const engines = await startEngines();
  try {
    const questions = expressions.map((text) => ({ of: { text, columns: [] }, ulps: 0 }));
    const verdicts = await engines.judge(questions, { errorMessages: true });
    for (const { of, zetasql, answers } of verdicts) {
      print(of.text);
      print(`  zetasql  ${shownAnswer(zetasql)}`);
      for (const contender of contenders) {
        const answer = answers[contender];
        print(`  ${contender.padEnd(8)} ${answer === null ? 'no text for it' : shownAnswer(answer)}`);
      }
    }
    return verdicts.some(isFailure) ? 1 : 0;
  } finally {
    await engines.stop();
  }
}
