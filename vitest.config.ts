import { defineConfig } from 'vitest/config';

/** One configuration for every package. Property tests and tests on DuckDB take seconds when both cores are busy, never minutes. */
export default defineConfig({
  test: {
    include: ['{libs,services,examples}/*/src/**/*.test.ts', '{cli,bench,tools,e2e}/src/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    globals: false,
    allowOnly: process.env['CI'] === undefined,
  },
});
