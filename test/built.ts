import fs from 'node:fs';
import path from 'node:path';
import { root, run } from '../scripts/processes.mjs';

/**
 * Runs before the unit tests. Builds what some of them run (dist/cli.mjs, its process, the panel) or check
 * (dist/types).
 */
export default async function build(): Promise<void> {
  const names = [
    'cli.mjs',
    'process/main.cjs',
    'process/engine.js',
    'process/model.js',
    'process/part.js',
    'types/index.d.ts',
    'api.json',
    'webview/main.js',
  ];
  const outputs = names.map((file) => path.join(root, 'dist', file));
  const oldest = Math.min(...outputs.map(changed));
  const sources = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  if (sources.some((file) => changed(path.join(root, 'src', file)) > oldest))
    await run(process.execPath, ['scripts/build.mjs', '--quiet', 'cli', 'process', 'types', 'webview', 'layoutWorker'], { show: true });
}

/** The time of a file's last change. 0 for a missing file. */
const changed = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
