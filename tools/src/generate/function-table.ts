import {
  type CastRow,
  castRows,
  type FunctionRow,
  functionRows,
  refusedFunctions,
  type Signature,
  sparkRows,
} from '@isochron/expression';

/** `docs/functions.md`: every function, operator and cast, from the registry. */
export function functionTable(): string {
  const signatures = functionRows.flatMap((row) => row.signatures);
  const proven = signatures.filter(({ pushdown }) => pushdown === 'proven').length;
  return [
    '<!-- Generated from the registry of libs/expression by tools/src/generate.ts. Do not edit. -->\n',
    '# Functions, operators and casts\n',
    `What an expression may be made of: ${functionRows.length} functions and operators with ${signatures.length} signatures, and ${castRows.length} casts. They mean what GoogleSQL says.`,
    `Those marked DuckDB (${proven} signatures) are evaluated by the embedded engine, which is proven to agree; the others by their closures. Every null argument makes the result null,`,
    'but where *own* says that a function deals with nulls itself. `T1` is any type, `NUM` any type of numbers, `PART` a part of a date such as `DAY` or `WEEK(MONDAY)`.\n',
    ...sections(functionRows, '##'),
    '## Casts\n',
    '`CAST(x AS TYPE)` fails where the value does not fit; `SAFE_CAST` gives null there.\n',
    ...castTable(castRows),
    '## Refused\n',
    'These are refused for good, each by name:\n',
    ...[...refusedFunctions].map(([name, reason]) => `- \`${name}\`: ${reason}`),
    '',
    '## Spark\n',
    `With \`dialect: 'spark'\` an expression is read as Spark SQL (3.5, ANSI off, UTC): ${sparkRows.length} functions, operators and casts. They are evaluated by their closures; those marked *as GoogleSQL* have a text there that means the same, which an engine is asked for where that text is proven ([dialects](dialects.md)).\n`,
    ...sections(sparkRows, '###', asGoogle),
  ].join('\n');
}

function sections(
  rows: readonly FunctionRow[],
  heading: string,
  engine: (row: FunctionRow, signature: Signature) => string = (_, signature) => engineOf(signature),
): readonly string[] {
  const families = Map.groupBy(rows, ({ family }) => family);
  return [...families].flatMap(([family, own]) => [
    `${heading} ${capital(family)}\n`,
    '| | signature | nulls | engine | |',
    '|---|---|---|---|---|',
    ...own.flatMap((each) => rowLines(each, engine)),
    '',
  ]);
}

function rowLines(row: FunctionRow, engine: (row: FunctionRow, signature: Signature) => string): readonly string[] {
  return row.signatures.map((signature, at) => {
    const name = at === 0 ? `\`${writtenName(row)}\`` : '';
    const nulls = signature.nulls === 'own' ? 'own' : '';
    return `| ${name} | \`${cell(signature.text)}\` | ${nulls} | ${engine(row, signature)} | ${at === 0 ? cell(row.doc) : ''} |`;
  });
}

const castTable = (casts: readonly CastRow[]): readonly string[] => [
  '| from | to | FORMAT | engine | |',
  '|---|---|---|---|---|',
  ...casts.map(
    (row) => `| ${row.from} | ${row.to} | ${row.takesFormat ? 'yes' : ''} | ${engineOf(row)} | ${cell(row.doc)} |`,
  ),
  '',
];

const engineOf = ({ pushdown }: Pick<Signature, 'pushdown'>): string => (pushdown === 'proven' ? 'DuckDB' : '');

/** Of another dialect: whether GoogleSQL has a text of the same meaning. */
const asGoogle = (row: FunctionRow, signature: Signature): string =>
  (signature.write ?? row.write) === 'none' ? '' : 'as GoogleSQL';

/** An operator as it is written between its operands. */
function writtenName({ name, write, signatures }: FunctionRow): string {
  if (!name.startsWith('$') || typeof write !== 'function') return name.replace(/^\$/, '');
  const count = Math.max(1, signatures[0]?.type.params.length ?? 1);
  return cell(write(['x', 'y', 'z'].slice(0, count)).replace(/^\((.*)\)$/, '$1'));
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
