import type { Case, Judgement } from './judge.ts';

/** Who judges: a thread where it runs for long, the same function here in a command that judges once. */
export interface Judging {
  judge(asked: Case, signal: AbortSignal): Promise<Judgement>;
  close(): Promise<void>;
}
