import { type CodeNotes, diagnosticCodes, rules } from '@isochron/compiler';

/** `docs/diagnostics.md`: every code, from the lists of the compiler. */
export function diagnosticsPage(): string {
  const all = Object.values(diagnosticCodes).flatMap((codes) => Object.keys(codes));
  return [
    '<!-- Generated from libs/compiler/src/codes by tools/src/generate.ts. Do not edit. -->\n',
    '# Diagnostics\n',
    `What \`isochron compile\` finds wrong, all of it at once: ${all.length} codes, found by ${rules.length} rules, by lowering, by the comparison with what was compiled before, and by whoever publishes.`,
    'Each is told with file, line and column of the call that made it, the position inside of an SQL text where there is one, a sentence with the offending value, and a hint:\n',
    '```',
    'features/flights/departures.ts:4:18 unknown-column Table flights has no column delya, which the select late names.',
    '    IF(delya > 15, 1, 0)',
    '       ^^^^^',
    '  Did you mean delay?',
    '```\n',
    'An error keeps the definition from being compiled, planned and published; a warning does not. `--format json` has the same as data: `code`, `severity`, `object`, `place`, `path` (where in the compiled',
    'object), `sql`, `message`, `hint`. Codes are for searching and for programs, and stay. The examples are those of the tests.\n',
    "What TypeScript cannot read, and a call of the wrong shape (`version: 'x'`, an option that there is not), has no code: it leaves nothing to check, and is told as `file:line:column: sentence` in the same run.\n",
    ...Object.entries(diagnosticCodes).flatMap(([heading, codes]) => [
      `## ${heading}\n`,
      '| code | | finds | for example | do |',
      '|---|---|---|---|---|',
      ...Object.entries(codes).map(rowText),
      '',
    ]),
  ].join('\n');
}

const rowText = ([code, { severity, finds, example, remedy }]: [string, CodeNotes]): string =>
  `| \`${code}\` | ${severityText[severity]} | ${cell(finds)} | ${cell(example.trim())} | ${cell(remedy)} |`;

const severityText = { error: 'error', warning: 'warning', either: 'error or warning' } as const;

/** A bar would end the cell, and an angle bracket begin a tag. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/<(?![^`]*`)/g, '&lt;');
