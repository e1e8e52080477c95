import {
  analyze,
  compileExpression,
  type DialectName,
  ExpressionError,
  type FunctionRow,
  functionNamesIn,
  functionRows,
  googleInSpark,
  isStorable,
  sameAsGoogle,
  sparkInGoogle,
  sparkRefusals,
  sparkRows,
} from '@isochron/expression';
import { valueText } from '@isochron/schema';
import { bothMeanings } from './dialect-examples.ts';
import { howToSay, notSpark, sameInBoth } from './dialect-prose.ts';

/** `docs/dialects.md`: how a dialect is said, and how the two differ; everything that the registry knows, from the registry. */
export function dialectPage(): string {
  return [
    '<!-- Generated from the registry of libs/expression by tools/src/generate.ts. Do not edit. -->\n',
    '# Dialects of expressions\n',
    ...howToSay,
    '## What is the same\n',
    ...sameInBoth,
    `\nOne row of the registry in both dialects: ${sameRows().join(', ')}.\n`,
    '## One text, two meanings\n',
    'What each dialect makes of a text, evaluated when this page was generated.\n',
    ...table(['text', 'Spark SQL', 'GoogleSQL'], bothMeanings.map(meaningsOf)),
    '## Functions that both have\n',
    'What each says of itself.\n',
    ...table(['', 'Spark SQL', 'GoogleSQL'], inBoth()),
    '## Functions and operators of Spark SQL alone\n',
    'With what comes near in GoogleSQL. Nulls, faults and whole numbers stay as each dialect has them.\n',
    ...table(['Spark SQL', '', 'in GoogleSQL'], sparkAlone()),
    '## Functions of GoogleSQL alone\n',
    `With what comes near in Spark SQL:\n`,
    ...table(['GoogleSQL', 'in Spark SQL'], googleAlone()),
    `Without: ${list(googleNowhere())}.\n`,
    '## Refused in Spark SQL\n',
    'Each by its name, with the reason, for good:\n',
    ...refusals(),
    '',
    '## Where it is not Spark\n',
    ...notSpark,
  ].join('\n');
}

const googleByName = new Map(functionRows.map((row) => [row.name, row]));
const sparkByName = new Map(sparkRows.map((row) => [row.name, row]));

const sameRows = (): readonly string[] =>
  Object.entries(sameAsGoogle).flatMap(([name, google]) => {
    if (name.startsWith('$')) return [];
    return [name === google ? code(name) : `${code(name)} (${code(google)} in GoogleSQL)`];
  });

const inBoth = (): readonly (readonly string[])[] =>
  sparkRows.flatMap((row) => {
    const google = googleByName.get(row.name);
    return google === undefined ? [] : [[code(written(google)), row.doc, google.doc]];
  });

function sparkAlone(): readonly (readonly string[])[] {
  const names = sparkRows
    .filter(({ name }) => !googleByName.has(name) && !name.startsWith('$'))
    .map(({ name }) => name);
  const words = [...sparkInGoogle.keys()].filter((word) => !/^\w+$/.test(word));
  const operators = words.map((word) => [code(word), 'An operator.', instead(sparkInGoogle, word)]);
  return [
    ...operators,
    ...names.map((name) => [code(name), sparkByName.get(name)?.doc ?? '', instead(sparkInGoogle, name)]),
  ];
}

const isGoogleAlone = (name: string): boolean => !functionNamesIn('spark').includes(name);

const googleAlone = (): readonly (readonly string[])[] =>
  functionNamesIn('googlesql')
    .filter((name) => isGoogleAlone(name) && googleInSpark.has(name))
    .map((name) => [code(name), instead(googleInSpark, name)]);

const googleNowhere = (): readonly string[] =>
  functionNamesIn('googlesql').filter((name) => isGoogleAlone(name) && !googleInSpark.has(name));

const refusals = (): readonly string[] =>
  [...Map.groupBy(sparkRefusals, ([, reason]) => reason)].map(
    ([reason, entries]) => `- ${list(entries.map(([name]) => name))}: ${reason}`,
  );

export const meaningsOf = (text: string): readonly string[] => [
  code(text),
  meaning(text, 'spark'),
  meaning(text, 'googlesql'),
];

/** The value of a text without columns, or why it has none. */
function meaning(text: string, dialect: DialectName): string {
  const { analyzed, faults } = analyze(text, { columns: [], dialect });
  if (analyzed === null) return `refused: ${faults[0]?.message ?? ''}`;
  if (!isStorable(analyzed)) return `of type ${analyzed.type.kind}`;
  try {
    return code(valueText(analyzed.dataType, compileExpression(analyzed).evaluate([])));
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown;
    return `a fault: ${thrown.reason}`;
  }
}

/** An operator as it is written between its operands. */
function written({ name, write, signatures }: FunctionRow): string {
  if (!name.startsWith('$') || typeof write !== 'function') return name.replace(/^\$/, '');
  const count = Math.max(1, signatures[0]?.type.params.length ?? 1);
  return write(['x', 'y', 'z'].slice(0, count)).replace(/^\((.*)\)$/, '$1');
}

const instead = (words: ReadonlyMap<string, string>, name: string): string => {
  const text = words.get(name);
  return text === undefined ? '' : code(text);
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---|').join('')}`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  '',
];

const code = (text: string): string => `\`${text}\``;
const list = (names: readonly string[]): string => names.map(code).join(', ');
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
