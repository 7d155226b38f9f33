import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ModelFiles } from '../../src/cli/modelFiles.js';

const all = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-files-')));
afterAll(() => fs.rmSync(all, { recursive: true, force: true }));

const folder = path.join(all, 'models');
const at = (...names: string[]) => path.join(folder, ...names);
fs.mkdirSync(at('deeper'), { recursive: true });
fs.writeFileSync(path.join(all, 'outside.npy'), 'outside');
fs.writeFileSync(at('m.tl.ts'), 'source');
fs.writeFileSync(at('inside.npy'), 'inside');
fs.writeFileSync(at('tasks.json'), '{}');
fs.symlinkSync(at('inside.npy'), at('deeper', 'link-inside.npy'));
fs.symlinkSync(path.join(all, 'outside.npy'), at('link-outside.npy'));
fs.symlinkSync(path.join(all, 'new.npy'), at('link-to-nothing.npy'));
fs.symlinkSync(all, at('up'));
fs.symlinkSync(at('tasks.json'), at('link-to-tasks.npy'));
const hasPipes = process.platform !== 'win32';
if (hasPipes) execFileSync('mkfifo', [at('pipe.npy')]);

const files = new ModelFiles(at('m.tl.ts'));
const bytes = new TextEncoder().encode('new');

describe('the files of a model on the command line', () => {
  it('are read and written below its folder, through links that stay there', async () => {
    await files.writeFile('inside.npy', bytes);
    expect(new TextDecoder().decode(await files.readFile('deeper/link-inside.npy'))).toBe('new');
    expect(await files.readText(at('m.tl.ts'))).toBe('source');
    expect(await files.readText(at('none.ts'))).toBeNull();
    expect(await files.readText(at('none', 'none.ts'))).toBeNull();
  });

  it.each<readonly [string, RegExp]>([
    ['../outside.npy', /is not in the folder of the model file/],
    ['link-outside.npy', /is not in the folder of the model file/],
    ['up/outside.npy', /is not in the folder of the model file/],
    ['up/models/../outside.npy', /is not in the folder of the model file/],
    [path.join(all, 'outside.npy'), /is not in the folder of the model file/],
    ['link-to-nothing.npy', /a link that leads to nothing/],
    ['deeper', /it is no file|names end in/],
    ...(hasPipes ? [['pipe.npy', /it is no file/] as const] : []),
  ])('are refused where the real path is none of those: %s', async (file, says) => {
    await expect(files.readFile(file)).rejects.toThrow(says);
    await expect(files.writeFile(file, bytes)).rejects.toThrow(says);
    expect(fs.readFileSync(path.join(all, 'outside.npy'), 'utf8')).toBe('outside');
    expect(fs.existsSync(path.join(all, 'new.npy'))).toBe(false);
  });

  it.each(['m.tl.ts', 'tasks.json', 'link-to-tasks.npy', 'new.csv', 'new', '.bashrc'])('are never written over %s', async (file) => {
    await expect(files.writeFile(file, bytes)).rejects.toThrow(/a model writes files of data only/);
    expect(fs.readFileSync(at('m.tl.ts'), 'utf8') + fs.readFileSync(at('tasks.json'), 'utf8')).toBe('source{}');
    expect(fs.existsSync(at('new.csv'))).toBe(false);
  });

  it.each(['../outside.npy', 'link-outside.npy'])('are imported from there too, and not from %s', async (file) => {
    await expect(files.readText(at(file))).rejects.toThrow(/is not in the folder of the model file/);
  });
});
