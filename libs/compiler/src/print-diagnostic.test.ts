import { expect, it } from 'vitest';
import { compile } from './compile.ts';
import { catalog, group, named, source } from './flights.fixture.ts';
import { printDiagnostic } from './print-diagnostic.ts';

it('shows place, code, sentence, the line of SQL with carets, and a hint', () => {
  const late = 'IF(\n\tdelya > 15,\n 1, 0)';
  const broken = group({ sources: [source({ select: { ...source().select, late } })] });
  expect(compile(named(broken), catalog).diagnostics.map(printDiagnostic).join('\n')).toBe(
    `features/flights/departures.ts:5:18 unknown-column Table flights has no column delya, which the select late names.
    \tdelya > 15,
    \t^^^^^
  Did you mean delay?`,
  );
});
