import type { DialectName } from '@isochron/expression';
import { type Judgement, judge } from './judge.ts';
import { type CompiledText, compiledTexts } from './texts.ts';

const dialects: readonly DialectName[] = ['spark', 'googlesql'];

/** `npm run oracle -- compiled DIR`: what each dialect makes of the expressions of compiled definitions. Answers the exit code: 1 if Spark refuses one. */
export function compiledCommand(folder: string, print: (line: string) => void): number {
  const texts = compiledTexts(folder);
  const counts = new Map<string, number>();
  let refused = 0;
  for (const each of texts) {
    const judgements = dialects.map((dialect) => [dialect, judge(each, dialect)] as const);
    for (const line of shown(each, judgements)) print(line);
    for (const [dialect, { kind }] of judgements) counts.set(`${dialect} ${kind}`, (counts.get(`${dialect} ${kind}`) ?? 0) + 1);
    if (judgements.some(([dialect, { kind }]) => dialect === 'spark' && kind === 'refused')) refused += 1;
  }
  for (const dialect of dialects) {
    print(`${dialect.padEnd(10)} ${counts.get(`${dialect} runs`) ?? 0} run, ${counts.get(`${dialect} refused`) ?? 0} refused, of ${texts.length}`);
  }
  return refused === 0 ? 0 : 1;
}

/** A line for the text, and one for each dialect. */
export const shown = ({ kind, text }: CompiledText, judgements: readonly (readonly [string, Judgement])[]): readonly string[] => [
  `${kind} ${text.replaceAll(/\s+/g, ' ').trim()}`,
  ...judgements.map(([dialect, judgement]) => `  ${dialect.padEnd(10)} ${outcome(judgement)}`),
];

function outcome(judgement: Judgement): string {
  if (judgement.kind === 'refused') return `refused: ${judgement.reason}`;
  const columns = judgement.columns.map(({ name, type }) => `${name} ${type.kind}`).join(', ');
  return `${judgement.type}${columns === '' ? '' : ` of ${columns}`}`;
}
