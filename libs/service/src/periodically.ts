/** Work that is done again and again, never twice at once. */
export interface Periodic {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** `work` must not reject. */
export function periodically(everyMs: number, work: () => Promise<void>): Periodic {
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = work().finally(() => {
      isRunning = false;
    });
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
