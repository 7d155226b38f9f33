// Starts and ends other programs.
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..');

export const windows = process.platform === 'win32';

/** @param {string} text @param {number} lines */
export const tail = (text, lines = 30) => text.trimEnd().split('\n').slice(-lines).join('\n');

/** @param {number} ms @returns {Promise<void>} */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs a command to its end. Rejects with the last lines of its output when it fails, cannot start or takes too long.
 * `show` prints the output while the command runs.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean, allowFailure?: boolean }} [options]
 * @returns {Promise<{ output: string, code: number }>}
 */
export function run(command, args, { cwd = root, env = process.env, timeoutMs = 600_000, show = false, allowFailure = false } = {}) {
  const what = [command, ...args].join(' ');
  return new Promise((resolve, reject) => {
    // On Windows npm and similar commands are .cmd files, which only a shell can start.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: windows && command !== process.execPath });
    let output = '';
    /** @param {NodeJS.WriteStream} stream */
    const collect = (stream) => (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (show) stream.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`'${what}' did not end within ${timeoutMs / 1000} s.\n${tail(output)}`));
    }, timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`'${what}' cannot be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || (allowFailure && code !== null)) resolve({ output, code });
      else reject(new Error(`'${what}' ended with ${signal ?? `exit code ${code}`}.\n${show ? '' : tail(output)}`.trimEnd()));
    });
  });
}

/** A free port of the loopback interface; `preferred` when it is free. @param {number} [preferred] @returns {Promise<number>} */
export function freePort(preferred = 0) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', (error) => (preferred ? resolve(freePort()) : reject(error)));
    server.listen(preferred, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Runs the body of a script. An error is printed as a sentence, without a stack. @param {() => Promise<void>} body */
export async function script(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
