import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../runProgram.js';
import { ESCAPES, HELP } from './escapes.js';

const MARK = path.join(os.tmpdir(), `tensor-lens-escaped-${process.pid}`);

/** The escapes that a program printed. No command may have run on this machine. */
async function escapesOf(text: string, isOpen = false): Promise<string[]> {
  const run = await runProgram(HELP.replace('@MARK@', MARK) + text, { isOpen });
  const isMarked = fs.existsSync(MARK);
  fs.rmSync(MARK, { force: true });
  expect(['ok', 'error']).toContain(run.status);
  // A program that ends with an error has one message, with a place.
  if (run.error) expect(run.error.message).not.toBe('');
  return [...run.output.filter((line) => line.startsWith('ESCAPED')), ...(isMarked ? ['a command was run'] : [])];
}

describe('the fence around a model', () => {
  it.each(Object.entries(ESCAPES))('holds against %s', async (_, text) => {
    expect(await escapesOf(text)).toEqual([]);
  });

  it('would be seen to fall: a model that is given the process is told from one that is not', async () => {
    expect(await escapesOf('if (G.process) escaped("process");', true)).toEqual(['ESCAPED process']);
  });
});

/** What a model could do with Node's own objects. Each line names a door and what came through it. */
const DOORS = `
const p = G.process, g = G.outer;
const door = async (name: string, f: () => any) => { let r: any; try { r = await f(); } catch { r = undefined; } if (r !== undefined && r !== null && r !== false) escaped(name + ': ' + String(r).slice(0, 60)); };
for (const m of ['child_process', 'fs', 'net', 'node:sqlite', 'worker_threads', 'vm', 'inspector']) await door('getBuiltinModule ' + m, () => p.getBuiltinModule(m));
for (const b of ['tcp_wrap', 'spawn_sync', 'fs', 'pipe_wrap', 'inspector']) { await door('binding ' + b, () => p.binding(b)); await door('_linkedBinding ' + b, () => p._linkedBinding(b)); }
for (const n of ['dlopen', 'kill', '_kill', 'mainModule', 'report', 'abort', 'reallyExit', 'setuid', 'chdir', 'openStdin', 'send', 'channel', '_debugProcess', '_startProfilerIdleNotifier']) await door(n, () => p[n]);
for (const s of ['stdin', 'stdout', 'stderr']) await door(s, () => p[s]._handle ?? p[s].write ?? p[s].constructor.prototype.connect);
await door('environment', () => Object.keys(p.env)[0]);
await door('arguments', () => p.argv[0]);
await door('Function', () => g.Function('return 1')());
await door('AsyncFunction', () => Object.getPrototypeOf(async () => 1).constructor('return 1')());
await door('Function of a function of Node', () => p.nextTick.constructor('return process')());
await door('Function of process', () => p.constructor.constructor('return 1')());
await door('eval', () => g.eval('1'));
for (const n of ['require', 'fetch', 'WebSocket', 'Buffer', 'WebAssembly', 'Worker', 'BroadcastChannel', 'setTimeout', 'queueMicrotask']) await door('global ' + n, () => g[n]);
`;

describe('with the fence inside taken away', () => {
  it('there is no command, no file and no socket', async () => {
    expect(await escapesOf(DOORS, true)).toEqual([]);
  });
});
