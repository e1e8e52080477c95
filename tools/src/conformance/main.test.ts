import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, sumCase } from './case-folder.fixture.ts';

function call(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    encoding: 'utf8',
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1), stderr };
}

test('the exit code is 0 if all passed, 1 if some failed, and 2 for a wrong call', () => {
  const right = folderOf({ 'operations.jsonl.gz': [sumCase] });
  const wrong = folderOf({ 'operations.jsonl.gz': [{ ...sumCase, value: 8 }] });
  expect(call(right)).toMatchObject({ status: 0, last: '1 passed, 0 failed' });
  expect(call(right, wrong)).toMatchObject({ status: 1, last: '1 passed, 1 failed' });
  expect(call(`${right}-not`)).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no folder') });
  expect(call(right, '--with', 'SUM')).toMatchObject({ status: 2, stderr: expect.stringContaining('--with') });
  expect(call('--help').status).toBe(0);
}, 60_000);
