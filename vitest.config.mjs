import { defineConfig } from 'vitest/config';
import { TEST_MS } from './scripts/patience.mjs';

/** These need a process of their own: where the engine's arrays live is decided once, before the first kernel. */
const ALONE = ['test/engine/backends/resident/**'];
/** These mostly wait for processes that they start, so they run beside the others (scripts/test.mjs). */
const PROCESSES = ['test/run/**', 'test/cli/**'];

const shared = {
  environment: 'node',
  testTimeout: TEST_MS,
  expect: { requireAssertions: true },
};

/**
 * Unit and reference tests. What needs a real VS Code has its own runners: test/host and test/e2e. Files run one after the
 * other in one realm, so that each module is loaded once and not for every file; a test leaves nothing behind.
 */
export default defineConfig({
  test: {
    globalSetup: 'test/built.ts',
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/host/**', 'test/e2e/**', ...PROCESSES, ...ALONE],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'processes', include: PROCESSES.map((folder) => `${folder}/*.test.ts`), isolate: false } },
      { test: { ...shared, name: 'alone', include: ALONE.map((folder) => `${folder}/*.test.ts`) } },
    ],
  },
});
