import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import { expect, it } from 'vitest';
import { treeUsage } from './process-tree.ts';

it.skipIf(platform() !== 'linux')('counts the work of children, those that have ended included', async () => {
  // A shell with two children, one after the other, which use 0.2 s of a processor each, however long that takes; then it waits.
  const counting = `${process.execPath} -e 'while (process.cpuUsage().user < 200000);'`;
  const shell = spawn('sh', ['-c', `${counting}; ${counting}; echo done; read line`], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const pid = shell.pid ?? Number.NaN;
  await once(shell.stdout, 'data');
  const { cpuMicros, rssBytes } = treeUsage(pid);
  expect(cpuMicros).toBeGreaterThan(300_000);
  expect(rssBytes).toBeGreaterThan(0);
  const exited = once(shell, 'exit');
  shell.stdin.end();
  await exited;
  expect(treeUsage(pid)).toMatchObject({ cpuMicros: 0, rssBytes: 0 });
});
