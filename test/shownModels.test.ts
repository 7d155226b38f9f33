/** Every model that users see anywhere must run, without any diagnostic. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/processes.mjs';
import { plainText, snippets } from '../src/insight/api/snippets.js';
import { runModel } from './trace/checks/runModel.js';

const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string, end: string) =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`);

/** A text with its import runs as it stands. */
const run = (text: string, others: Record<string, string> = {}) =>
  runModel(text.includes("from 'tensor-lens'") ? { 'm.tl.ts': text, ...others } : text);

/** The lines of code in a picture of the walkthrough: the texts at the left edge of the code. */
function codeIn(svg: string): string {
  const lines = [...svg.matchAll(/<text x="18" [^>]*>([^]*?)<\/text>/g)].map(([, line]) => line!.replaceAll(/<[^>]*>/g, ''));
  return lines.join('\n').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

describe('the model in', () => {
  // The pages of diagnostics begin with an error. test/trace/checks/pages.test.ts runs them.
  const pages = ['README.md', 'README.zh-cn.md', ...filesIn('docs', '.md')];
  const fencesOf = (page: string) => [...read(page).matchAll(/```ts\n([^]*?)```/g)].map(([, text]) => text!);
  const models = pages.flatMap((page) =>
    fencesOf(page)
      .filter((text) => text.includes("from 'tensor-lens'"))
      .map((text) => [page, text] as const),
  );
  /** A file that others of its page import names itself in its first line. */
  const filesOf = (page: string): Record<string, string> => {
    const named = fencesOf(page).map((text) => [/^\/\/ (\S+\.tl\.ts)\n/.exec(text)?.[1], text]);
    return Object.fromEntries(named.filter(([name]) => name)) as Record<string, string>;
  };
  it.each(models)('%s runs', async (page, text) => {
    const { error, told } = await run(text, filesOf(page));
    expect([error, told]).toEqual([null, []]);
  });

  it('some pages', () => expect(models.length).toBeGreaterThan(1));

  it.each(filesIn('media/templates', '.txt'))('%s runs', async (file) => {
    const { error, told } = await run(read(file));
    expect([error, told]).toEqual([null, []]);
  });

  it.each(filesIn('media/walkthrough', '.svg'))('%s does what the picture says', async (file) => {
    const text = codeIn(read(file));
    expect(text).toContain('backward()');
    const { error, run: done } = await run(text);
    if (file.includes('live')) {
      const said = /RuntimeError<\/text><text[^>]*>([^<]*)<\/text><text[^>]*>([^<]*)</.exec(read(file))!;
      expect(String(error)).toContain(`${said[1]} ${said[2]}`);
      return;
    }
    expect(error).toBeNull();
    const [pass] = done.passes;
    const numbers = pass!.nodes.map(({ label, value, grad }) => [label, value.data, grad?.data]);
    expect(numbers).toEqual([
      ['w', [1, 1], [3, 3]],
      ['y', [3, 3], [1, 1]],
      ['loss', [6], [1]],
    ]);
  });

  // Code around a snippet: it declares the names that the snippet uses.
  const around = `
const x = torch.randn(8, 2);
const y = torch.randn(8, 1);
const net = new torch.nn.Linear(2, 1);
const w = torch.zeros(2, { requires_grad: true });
const b = torch.zeros(1, { requires_grad: true });
`;
  it.each(snippets().map(({ prefix, body }) => [prefix, plainText(body)]))('the snippet %s runs', async (prefix, body) => {
    const given = prefix === 'tl-import' ? '' : around;
    const optimizer = prefix === 'tl-batches' ? 'const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });\n' : '';
    const { error } = await run(`${prefix === 'tl-import' ? '' : "import * as torch from 'tensor-lens';\n"}${given}${optimizer}${body}`);
    expect(error).toBeNull();
  });
});
