import { expect, it } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { functionRows } from './index.ts';
import { refusedFunctions } from './refused.ts';

it.each([
  ['CURRENT_DATE()', 'CURRENT_DATE is refused: its value is another one in training and in serving.'],
  ['UNIX_MILLIS(current_timestamp)', 'The function current_timestamp is refused: its value is another one in training'],
  ['RAND() < 0.1', 'RAND is refused: its value is another one each time'],
  ['SESSION_USER()', 'SESSION_USER is refused: its value depends on who asks'],
])('%s: %s', (text, message) => {
  expect(analyze(text, { columns: [] }).faults[0]?.message).toContain(message);
});

it('what is refused is in no row', () => {
  expect(functionRows.filter(({ name }) => refusedFunctions.has(name))).toEqual([]);
});
