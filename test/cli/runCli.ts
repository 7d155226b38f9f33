import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Run } from '../../src/protocol/trace.js';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.mjs');

/** The command line, built for the tests, and a folder for model files. */
export function makeCli() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-cli-'));
  const run = (...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const options = { cwd: folder, maxBuffer: 2 ** 28 };
      execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      });
    });

  return {
    folder,
    run,
    write(files: Record<string, string>) {
      for (const [name, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        fs.writeFileSync(path.join(folder, name), text);
      }
    },
    /** Runs one model and returns the parsed document. */
    async json(text: string, ...args: string[]): Promise<Run & { code: number }> {
      fs.writeFileSync(path.join(folder, 'model.tl.ts'), text);
      const { code, stdout, stderr } = await run('run', 'model.tl.ts', '--json', ...args);
      if (stderr !== '') throw new Error(stderr);
      return { ...(JSON.parse(stdout) as Run), code };
    },
    /** Runs a model file and presses Ctrl+C as soon as the run has printed something. */
    async interrupted(name: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
      const child = spawn(process.execPath, [CLI, 'run', name], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      const said = { stdout: '', stderr: '' };
      child.stdout.once('data', () => child.kill('SIGINT'));
      child.stdout.on('data', (text) => (said.stdout += String(text)));
      child.stderr.on('data', (text) => (said.stderr += String(text)));
      const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { code, ...said };
    },
    dispose: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
