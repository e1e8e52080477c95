import { defineConfig } from 'vitest/config';

/** Apart from the rest of the project's tests, because these install the engine. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 600_000,
    globalSetup: ['src/install.setup.ts'],
  },
});
