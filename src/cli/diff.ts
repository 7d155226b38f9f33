/** `tensor-lens diff A B`: where two models begin to differ, and which line causes it. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { comparisonOf, sentenceOf } from '../exchange/comparison/comparison.js';
import { pageOf } from '../exchange/comparison/page.js';
import { EXIT, WrongUsage, type CliCommand } from './command.js';
import { runFile } from './runFile.js';
import { readArguments } from './reading.js';
import { write, writeTo } from './write.js';

/** Options of the runs: every pass is compared. */
const ALL = { forward: false, passes: 0, maxValues: 4096, maxPasses: 1_000_000, timeout: 60 };

export const diff: CliCommand = {
  name: 'diff',
  usage: ['diff A.tl.ts B.tl.ts [--json] [--html OUT.html]'],
  help: `diff runs two models and compares every number of every pass: exit status 0 when they are the same, 1 when they part. It says
where they part first, and which changed line that depends on. Names, comments and places in the source make no difference.
Either may be that of a commit: diff HEAD:model.tl.ts model.tl.ts.

  --html OUT.html    the same as one page, for a pull request: the losses over each other, both graphs, both sources`,
  async run(args) {
    const { values, files } = read(args);
    const [a, b] = [await sideOf(files[0]), await sideOf(files[1])];
    const both = {
      a: { ...a, run: await runFile({ ...ALL, ...a }, () => {}) },
      b: { ...b, run: await runFile({ ...ALL, ...b }, () => {}) },
    };
    const found = comparisonOf(both);
    if (values.html !== undefined) await writeTo(values.html, pageOf(both, found));
    await write(values.json ? `${JSON.stringify(found)}\n` : `${sentenceOf(found)}\n`);
    return found.same ? EXIT.ok : EXIT.error;
  },
};

function read(args: string[]): { values: { json: boolean; html?: string | undefined }; files: [string, string] } {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false }, html: { type: 'string' } });
  const [a, b, ...rest] = positionals;
  if (a === undefined || b === undefined || rest.length > 0) throw new WrongUsage("'diff' takes two model files.");
  return { values, files: [a, b] };
}

/** A model file from the disk or from a commit: `HEAD:model.tl.ts`. @throws WrongUsage when there is no such file */
async function sideOf(name: string): Promise<{ name: string; file: string; text: string }> {
  const text = await readFile(name, 'utf8').catch(() => null);
  if (text !== null) return { name, file: name, text };
  const [, commit, file] = /^([^:]+):(.+)$/.exec(name) ?? [];
  if (commit === undefined || file === undefined || commit.startsWith('-')) throw new WrongUsage(`There is no file '${name}'.`);
  const { dir, base } = path.parse(file);
  const shown = await promisify(execFile)('git', ['show', `${commit}:./${base}`], { cwd: dir || '.', maxBuffer: 2 ** 26 }).catch(
    () => null,
  );
  if (!shown) throw new WrongUsage(`There is no file '${name}', and git knows no such file of a commit.`);
  return { name, file, text: shown.stdout };
}
