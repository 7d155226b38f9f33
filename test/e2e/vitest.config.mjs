import { defineConfig } from 'vitest/config';
import { STATE_MS, TEST_MS } from '../../scripts/patience.mjs';

/** Journeys in a real VS Code. They run one after the other, since each has its own server and browser. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    root: new URL('../..', import.meta.url).pathname,
    fileParallelism: false,
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { requireAssertions: true, poll: { timeout: STATE_MS } },
  },
});
