import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCli } from './runCli.js';

const MODEL = `import * as torch from 'tensor-lens';
const w = torch.tensor([1, -2], { dtype: torch.float32, requires_grad: true });
const loss = (w ** 2).sum();
loss.backward();
await torch.save(w.detach(), 'w.pt');
console.log(loss.item());
`;
const BROKEN = "import * as torch from 'tensor-lens';\nconst x = torch.ones(2, 3).mm(torch.ones(2, 3));\n";

const cli = makeCli();
const client = new Client({ name: 'test', version: '1' });
type Answer = {
  isError?: boolean;
  structuredContent: Record<string, unknown>;
  content: { type: string; text: string; resource?: { mimeType: string; text: string } }[];
};
const call = async (name: string, given: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: given })) as unknown as Answer;

beforeAll(async () => {
  cli.write({ 'a.tl.ts': MODEL, 'b.tl.ts': MODEL.replace('** 2', '** 3'), 'broken.tl.ts': BROKEN });
  fs.writeFileSync(path.join(cli.folder, '..', `${path.basename(cli.folder)}-outside.tl.ts`), MODEL);
  const script = path.resolve(import.meta.dirname, '../../dist/cli.mjs');
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [script, 'mcp'], cwd: cli.folder }));
});
afterAll(async () => {
  await client.close();
  fs.rmSync(path.join(cli.folder, '..', `${path.basename(cli.folder)}-outside.tl.ts`));
  cli.dispose();
});

it('serves the reference client: a run, a gradient, a number, a picture, two models compared, a mistake explained', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['run', 'read_tensor', 'explain_number', 'explain_diagnostics', 'compare', 'graph']);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);

  const run = await call('run', { file: 'a.tl.ts' });
  expect(run.structuredContent).toMatchObject({ status: 'ok', output: ['5'], not_written: ['w.pt'] });
  expect(fs.existsSync(path.join(cli.folder, 'w.pt'))).toBe(false);

  const gradient = await call('read_tensor', { file: 'a.tl.ts', node: 'w', which: 'grad' });
  expect(gradient.structuredContent).toMatchObject({ shape: [2], dtype: 'float32', data: [2, -4] });
  const number = await call('explain_number', { file: 'a.tl.ts', node: 'loss' });
  expect(number.structuredContent).toMatchObject({ value: 5, terms: [{ contribution: 1 }, { contribution: 4 }] });

  const { content, structuredContent } = await call('graph', { file: 'a.tl.ts' });
  expect(content[1]!.resource).toMatchObject({ mimeType: 'image/svg+xml' });
  expect(content[1]!.resource!.text).toMatch(/^<svg [^]*loss[^]*<\/svg>\n$/);
  expect(structuredContent['edges']).toHaveLength(2);

  const compared = await call('compare', { a: 'a.tl.ts', b: 'b.tl.ts' });
  expect(compared.structuredContent).toMatchObject({ same: false, first: { pass: 1, values: { a: 4, b: -8 } }, cause: { a: { line: 3 } } });

  const explained = await call('explain_diagnostics', { file: 'broken.tl.ts' });
  expect(explained.structuredContent).toMatchObject({ diagnostics: [{ code: 'shape-mismatch', source: { line: 2 } }] });
  expect(explained.content[0]!.text).toContain(fs.readFileSync('docs/diagnostics/shape-mismatch.md', 'utf8'));
});

it('runs nothing outside of its folders, and says what is wrong', async () => {
  for (const [name, given, message] of [
    ['run', { file: `../${path.basename(cli.folder)}-outside.tl.ts` }, 'There is no model file'],
    ['run', { file: '/etc/passwd' }, "'/etc/passwd' is no model file"],
    [
      'read_tensor',
      { file: 'a.tl.ts', node: 'v' },
      "There is no node 'v' in pass 1. Its names: w, loss. A node without a name goes by its id: n1.",
    ],
  ] as const) {
    const { isError, content } = await call(name, given);
    expect([isError, content[0]!.text]).toEqual([true, expect.stringContaining(message)]);
  }
});
