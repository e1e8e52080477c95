import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';

/** One thing that a service cannot do without. Rejects if it does not work; it must really try. A text that it resolves with is told: what works, but not all of it. */
export type HealthCheck = () => Promise<unknown>;

export interface CheckResult {
  readonly name: string;
  readonly isGood: boolean;
  /** What is wrong; null if nothing. */
  readonly fault: string | null;
  /** What is to be known of it although it is good; null: nothing. */
  readonly note: string | null;
  readonly tookMs: number;
}

export interface Readiness {
  readonly isReady: boolean;
  /** True once the service has begun to stop: it still answers, but is to be sent nothing more. */
  readonly isDraining: boolean;
  readonly checks: readonly CheckResult[];
}

/** Whether a service should be sent requests. That it is alive needs no check: it answers. */
export interface Health {
  readiness(): Promise<Readiness>;
  drain(): void;
  readonly isDraining: boolean;
}

export interface HealthOptions {
  readonly checks: Readonly<Record<string, HealthCheck>>;
  readonly clock: Clock;
  /** Is told when a check begins to fail, why, and when it is good again; not given: nobody is. */
  readonly logger?: Logger;
  /** A check that takes longer has failed; not given: a second. */
  readonly timeoutMs?: number;
  /** For how long an answer is given again, so that who asks often does not load the store; not given: half a second. */
  readonly keptMs?: number;
}

export function createHealth({ checks, clock, logger, timeoutMs = 1_000, keptMs = 500 }: HealthOptions): Health {
  let isDraining = false;
  const failing = new Set<string>();
  let kept: { readonly atMs: number; readonly results: Promise<readonly CheckResult[]> } | null = null;
  const runAll = async (): Promise<readonly CheckResult[]> => {
    const running = Object.entries(checks).map(([name, check]) => run(name, check, clock, timeoutMs));
    const results = await Promise.all(running);
    for (const result of results) logChange(result, failing, logger);
    return results;
  };
  return {
    get isDraining() {
      return isDraining;
    },
    drain: () => {
      isDraining = true;
    },
    readiness: async () => {
      const nowMs = clock.elapsedMs();
      if (kept === null || nowMs - kept.atMs >= keptMs) kept = { atMs: nowMs, results: runAll() };
      const results = await kept.results;
      return { isReady: !isDraining && results.every(({ isGood }) => isGood), isDraining, checks: results };
    },
  };
}

function logChange({ name, isGood, fault, tookMs }: CheckResult, failing: Set<string>, logger?: Logger): void {
  if (isGood) {
    if (failing.delete(name)) logger?.info({ check: name, tookMs }, `${name} is good again`);
  } else if (!failing.has(name)) {
    failing.add(name);
    logger?.warn({ check: name, fault, tookMs }, `not ready: ${name} fails`);
  }
}

/** What anybody may know of it: which checks fail, and not why. */
export const openly = ({ isReady, isDraining, checks }: Readiness) => ({
  isReady,
  isDraining,
  checks: checks.map(({ name, isGood, tookMs }) => ({ name, isGood, tookMs })),
});

async function run(name: string, check: HealthCheck, clock: Clock, timeoutMs: number): Promise<CheckResult> {
  const startedMs = clock.elapsedMs();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs);
  const took = (): number => Math.round(clock.elapsedMs() - startedMs);
  try {
    const note = await Promise.race([check(), late.promise]);
    return { name, isGood: true, fault: null, note: typeof note === 'string' ? note : null, tookMs: took() };
  } catch (thrown) {
    const fault = thrown instanceof Error ? thrown.message : String(thrown);
    return { name, isGood: false, fault, note: null, tookMs: took() };
  } finally {
    clearTimeout(timer);
  }
}
