import { expect, test } from 'vitest';
import { parseCall } from './arguments.ts';

const parsed = (...args: readonly string[]) => parseCall(args, 7);

test('commands and their defaults', () => {
  expect(parsed('functions')).toEqual({
    kind: 'functions',
    options: { dialect: 'googlesql', functions: [], cases: 200, pushed: 0, seed: 7, show: 1 },
  });
  expect(parsed('functions', '--function', 'ROUND', '--function', '$add', '--cases', '9', '--seed', '0')).toEqual({
    kind: 'functions',
    options: { dialect: 'googlesql', functions: ['ROUND', '$add'], cases: 9, pushed: 0, seed: 0, show: 3 },
  });
  expect(parsed('expressions', '--show', '0')).toEqual({
    kind: 'expressions',
    options: { dialect: 'googlesql', functions: [], cases: 5000, pushed: 0, seed: 7, show: 0 },
  });
  expect(parsed('functions', '--dialect', 'spark')).toMatchObject({ options: { dialect: 'spark' } });
  expect(parsed('--help')).toEqual({ kind: 'help' });
});

test('expressions to evaluate are taken as they are, a minus at the beginning too', () => {
  expect(parsed('evaluate', '1 + 1', '-1', '--', 'x')).toEqual({ kind: 'evaluate', expressions: ['1 + 1', '-1', 'x'] });
});

test('what is wrong is told', () => {
  expect(parsed()).toEqual({ kind: 'wrong', message: 'What to do with ""?' });
  expect(parsed('evaluate')).toEqual({ kind: 'wrong', message: 'What to do with "evaluate"?' });
  expect(parsed('functions', 'ROUND')).toEqual({ kind: 'wrong', message: 'What to do with "functions ROUND"?' });
  expect(parsed('functions', '--cases', '0')).toEqual({
    kind: 'wrong',
    message: '--cases wants a whole number from 1 on, not "0".',
  });
  expect(parsed('functions', '--dialect', 'hive')).toEqual({
    kind: 'wrong',
    message: '--dialect wants one of googlesql, spark, not "hive".',
  });
  expect(parsed('functions', '--nope')).toMatchObject({ kind: 'wrong', message: expect.stringContaining('--nope') });
});
