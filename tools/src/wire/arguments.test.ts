import { expect, test } from 'vitest';
import { parseCall } from './arguments.ts';

const parsed = (...args: readonly string[]) => parseCall(args, 7, ['Window', 'Join']);

test('options and their defaults', () => {
  expect(parsed()).toEqual({ kind: 'run', options: { structs: [], cases: 100, seed: 7 } });
  expect(parsed('--struct', 'Join', '--cases', '9', '--seed', '0')).toEqual({
    kind: 'run',
    options: { structs: ['Join'], cases: 9, seed: 0 },
  });
  expect(parsed('--help')).toEqual({ kind: 'help' });
});

test('what is wrong is told', () => {
  expect(parsed('--struct', 'Joint')).toEqual({ kind: 'wrong', message: 'There is no struct Joint in the IDL.' });
  expect(parsed('--cases', '0')).toEqual({
    kind: 'wrong',
    message: '--cases wants a whole number from 1 on, not "0".',
  });
  expect(parsed('Join')).toMatchObject({ kind: 'wrong', message: expect.stringContaining('Join') });
});
