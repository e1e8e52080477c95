import { arrayOf, type SqlType, scalar, scalarKinds, structOf, typeName } from '@isochron/expression';
import type { Engines } from '../engines/engines.ts';
import { Draw } from '../random/draw.ts';
import { randomValue } from '../random/value.ts';
import { sameValue } from '../same-answer.ts';
import { shownAnswer } from '../text/answer.ts';
import { literal } from '../text/literal.ts';
import { shown } from '../text/plain.ts';

const types: readonly SqlType[] = [
  ...scalarKinds.map(scalar),
  ...scalarKinds.map((kind) => arrayOf(scalar(kind))),
  structOf(scalarKinds.map((kind) => ({ name: `of_${kind}`, type: scalar(kind) }))),
];

/** What everything else stands on: that ZetaSQL reads a literal of ours as the value it was written from. Answers what it reads otherwise. */
export async function wrongLiterals(engines: Engines, seed: number, valuesOfType: number): Promise<readonly string[]> {
  const draw = new Draw(seed);
  const values = types.flatMap((type) =>
    Array.from({ length: valuesOfType }, () => ({ type, value: randomValue(draw, type) })),
  );
  const questions = values.map(({ type, value }) => ({ of: { text: literal(type, value), columns: [] }, ulps: 0 }));
  const verdicts = await engines.judge(questions, { errorMessages: true });
  return verdicts.flatMap(({ of, zetasql }, at) => {
    const { type, value } = values[at] ?? { type: scalar('STRING'), value: null };
    const isSame = zetasql.kind === 'value' && zetasql.type === typeName(type) && sameValue(zetasql.value, value, 0);
    return isSame
      ? []
      : [`  ${of.text}: zetasql ${shownAnswer(zetasql)}, written from ${typeName(type)} ${shown(value)}`];
  });
}
