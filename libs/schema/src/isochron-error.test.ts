import { expect, test } from 'vitest';
import { IsochronError, statusCodes } from './isochron-error.ts';

test('an error carries its code, sentence and cause', () => {
  const cause = new Error('socket closed');
  const error = new IsochronError('UNAVAILABLE', 'The store at "a" does not answer; try again.', cause);
  expect(error).toMatchObject({ name: 'IsochronError', code: 'UNAVAILABLE', cause });
  expect(statusCodes[error.code]).toBe(14);
  expect('cause' in new IsochronError('NOT_FOUND', 'No such join.')).toBe(false);
});

test('what is thrown becomes one of ours, once', () => {
  const own = new IsochronError('ABORTED', 'Try again.');
  expect(IsochronError.from(own)).toBe(own);
  expect(IsochronError.from(new TypeError('x is null'))).toMatchObject({ code: 'UNKNOWN', message: 'x is null' });
  expect(IsochronError.from('boom').message).toBe('boom');
});
