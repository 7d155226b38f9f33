import { defineConfig } from 'vitest/config';

/** Journeys in a real VS Code: one after the other, since each has a server and a browser of its own. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    root: new URL('../..', import.meta.url).pathname,
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Steps assert by waiting for what they look at: what does not come fails them.
    // A window that is busy can miss a key or a pointer; what fails twice is a failure.
    retry: 1,
  },
});
