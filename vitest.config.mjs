import { defineConfig } from 'vitest/config';
import { TEST_MS } from './scripts/patience.mjs';

/**
 * These need a process of their own: where the engine's arrays live is decided once, before the first kernel, and the
 * library that a program gets changes the classes of the engine.
 */
const ALONE = [
  'test/engine/backends/resident/**/*.test.ts',
  'test/engine/library.test.ts',
  'test/engine/autograd/batchedGradients.test.ts',
  'test/engine/soak/beside.test.ts',
  'test/engine/soak/calls.test.ts',
  'test/engine/soak/slips.test.ts',
];
/** These mostly wait for processes that they start, so they run beside the others (scripts/test.mjs). */
const PROCESSES = ['test/run/**', 'test/cli/**'];

const shared = {
  environment: 'node',
  testTimeout: TEST_MS,
  hookTimeout: TEST_MS,
  expect: { requireAssertions: true },
};

/**
 * Unit and reference tests. What needs a real VS Code has its own runners: test/host and test/e2e. Files run one after the
 * other in one realm, so that each module is loaded once and not for every file; a test leaves nothing behind.
 */
export default defineConfig({
  test: {
    // The order of files is always the same: vitest would start with those that failed or took long the last time.
    cache: false,
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
      { test: { ...shared, name: 'alone', include: ALONE } },
    ],
  },
});
