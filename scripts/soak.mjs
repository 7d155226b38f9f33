// Long versions of random unit tests: random calls of the engine, random texts of models, random documents. Each ends
// by itself.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './processes.mjs';

/** The factor relative to the unit tests: 100 means 200,000 calls. */
const times = process.argv[2] ?? '100';
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'soak'], {
  stdio: 'inherit',
  env: { ...process.env, TENSOR_LENS_SOAK: times },
});
process.exit(status ?? 1);
