import assert from 'node:assert/strict';
import fs from 'node:fs';
import process from 'node:process';
import * as vscode from 'vscode';
import { BEGINNING, CASES, TIME } from '../run/crash/corpus.js';
import { diagnosticsOf, model, runBackward, SQUARES, until } from './models.js';

/** A part of the corpus; `TENSOR_LENS_SOAK=1 npm run test:host` runs all of it, in some four minutes. */
const some = process.env['TENSOR_LENS_SOAK'] ? CASES : CASES.filter((_, i) => i % 6 === 0);

/** The longest that the extension host may compute without answering, in milliseconds of processor time. */
const BLOCKED_MS = 100;
const TICK_MS = 5;

interface CpuUsage {
  user: number;
  system: number;
}

/** The processor time of this thread, so that neither other threads nor a busy machine count. */
function cpuMs(): number {
  const { user, system } = (process as { threadCpuUsage?(): CpuUsage }).threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}

/** Measures how long this thread computes between two ticks of a timer. */
function watchBlocks(): () => number {
  let longest = 0;
  let last = cpuMs();
  const timer = setInterval(() => {
    const now = cpuMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    return Math.max(longest, cpuMs() - last);
  };
}

/** The processes that the extension host has started, where the system tells them. */
function children(): number[] {
  const told = `/proc/self/task/${process.pid}/children`;
  return fs.existsSync(told) ? fs.readFileSync(told, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

describe('a model that ends its process, exhausts it or blocks it', () => {
  const configuration = () => vscode.workspace.getConfiguration('tensorLens');
  const settings = { 'live.mode': 'off', timeLimit: 2, tensorMemoryLimit: 256 };
  const set = async (value: (name: keyof typeof settings) => unknown) => {
    for (const name of Object.keys(settings) as (keyof typeof settings)[])
      await configuration().update(name, value(name), vscode.ConfigurationTarget.Global);
  };

  before(() => set((name) => settings[name]));
  after(() => set(() => undefined));

  for (const [index, [name, text, says]] of some.entries()) {
    it(name, async () => {
      const { uri } = await model(`crash${index}.tl.ts`, BEGINNING + text);
      const before = children().length;
      const blocked = watchBlocks();
      const run = await runBackward(uri);
      const longest = blocked();

      assert.ok(run, 'the run has ended');
      assert.ok(['error', 'timeout'].includes(run.status), run.status);
      const errors = diagnosticsOf(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      assert.equal(errors.length, 1, errors.map(({ message }) => message).join(' | '));
      assert.match(run.error!.message, new RegExp(`${says.source}|${TIME.source}`));
      assert.equal(errors[0]!.range.start.line, 7);
      assert.deepEqual(run.losses.slice(0, 3), [1, 2, 3]);
      assert.ok(longest < BLOCKED_MS, `the extension host computed ${longest.toFixed(0)} ms without a pause`);

      // The limit that ends the broken model is too short for a run on a busy machine.
      await set((name) => (name === 'timeLimit' ? undefined : settings[name]));
      const next = await model('next.tl.ts', SQUARES);
      assert.equal((await runBackward(next.uri))?.status, 'ok');
      await set((name) => settings[name]);
      // At most the process of the next run and a spare one.
      await until(() => children().length <= before + 2, 'the process of the run to be gone');
      console.log(`    ${name}: computed at most ${longest.toFixed(0)} ms without a pause`);
    });
  }
});
