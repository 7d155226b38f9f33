import { defineConfig } from 'vitest/config';

/** Unit and reference tests. What needs a real VS Code has its own runners: test/host and test/e2e. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/e2e/**'],
    globalSetup: 'test/built.ts',
    environment: 'node',
    testTimeout: 30_000,
    expect: { requireAssertions: true },
  },
});
