import { defineConfig } from 'vitest/config';
import { TEST_MS } from './scripts/patience.mjs';

/** Unit and reference tests. What needs a real VS Code has its own runners: test/host and test/e2e. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/e2e/**'],
    globalSetup: 'test/built.ts',
    environment: 'node',
    testTimeout: TEST_MS,
    expect: { requireAssertions: true },
  },
});
