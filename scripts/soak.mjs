// Long campaigns of what the unit tests do in small: random calls of the engine, texts of models, documents. Each ends by itself.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './processes.mjs';

/** How many times as many as in the unit tests: 100 are 200,000 calls. */
const times = process.argv[2] ?? '100';
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'soak'], {
  stdio: 'inherit',
  env: { ...process.env, TENSOR_LENS_SOAK: times },
});
process.exit(status ?? 1);
