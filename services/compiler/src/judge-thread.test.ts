import { afterEach, describe, expect, it } from 'vitest';
import { groupBy } from './definitions.fixture.ts';
import type { Case } from './judge.ts';
import { JudgeThread } from './judge-thread.ts';

const OPTIONS = { timeoutMs: 20_000, heapMib: 512 };
const caseOf = (count: number): Case => ({
  before: [],
  after: Array.from({ length: count }, (_, n) => groupBy(`flights/clicks.byUser${n}__1`)),
  dialect: 'googlesql',
});
const small = caseOf(1);
const never = new AbortController().signal;

const opened: JudgeThread[] = [];
const open = (options: Partial<typeof OPTIONS> = {}): JudgeThread => {
  const thread = new JudgeThread({ ...OPTIONS, ...options });
  opened.push(thread);
  return thread;
};
afterEach(async () => {
  for (const thread of opened.splice(0)) await thread.close();
});

describe('a thread that judges', () => {
  it('judges one case after the other, each as it was asked', async () => {
    const thread = open();
    const [one, three] = await Promise.all([thread.judge(small, never), thread.judge(caseOf(3), never)]);
    expect(one.known.size).toBe(1);
    expect(three.difference?.changes).toHaveLength(3);
  });

  it('gives up a case that takes too long, and judges the next', async () => {
    const thread = open({ timeoutMs: 1 });
    await expect(thread.judge(caseOf(2_000), never)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await expect(thread.judge(small, never)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    const patient = open();
    expect((await patient.judge(small, never)).known.size).toBe(1);
  });

  it('survives a case that takes all memory', async () => {
    const thread = open({ heapMib: 32 });
    const many = {
      ...caseOf(2),
      after: Array.from({ length: 10_000 }, (_, n) => groupBy(`flights/clicks.byUser${n}__1`)),
    };
    await expect(thread.judge(many, never)).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining('32 MiB'),
    });
    expect((await thread.judge(small, never)).known.size).toBe(1);
  }, 60_000);

  it('passes over a case that nobody waits for any more', async () => {
    const thread = open();
    const gone = new AbortController();
    const first = thread.judge(small, never);
    const second = thread.judge(small, gone.signal);
    gone.abort(new Error('gone'));
    await first;
    await expect(second).rejects.toThrow('gone');
  });
});
