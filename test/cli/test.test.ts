import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeCli } from './runCli.js';

const cli = makeCli();
afterAll(() => cli.dispose());

const SNAPSHOTS = '__snapshots__/net.tl.test.ts.snap';
const read = (name: string) => fs.readFileSync(path.join(cli.folder, name), 'utf8');

it('test runs test files, keeps their snapshots, says what has changed, and writes it anew when told to', async () => {
  cli.write({
    'net.tl.ts': "import * as torch from 'tensor-lens';\nexport const net = (x: torch.Tensor) => (x * 2).sum();\n",
    'net.tl.test.ts': `import * as torch from 'tensor-lens';
import { test, expect } from 'tensor-lens/test';
import { net } from './net';
test('the net', () => expect(net(torch.ones(3, { requires_grad: true }))).toMatchSnapshot());
test('a mistake', () => net(torch.ones(3) + torch.ones(2)));
`,
  });
  const first = await cli.run('test', '--junit', 'out.xml');
  expect(first).toMatchObject({ code: 1, stderr: '' });
  expect(first.stdout).toMatch(
    /^✓ net\.tl\.test\.ts > the net \(\d+ ms\)\n✗ net\.tl\.test\.ts > a mistake \(\d+ ms\)\n {4}net\.tl\.test\.ts:5:29: RuntimeError: /,
  );
  expect(first.stdout).toMatch(/\nTests: 1 failed, 1 passed\nSnapshots: 1 written\n$/);
  expect(read('out.xml')).toContain('tests="2" failures="1"');
  expect(read(SNAPSHOTS)).toContain('exports[`the net 1`] = `\nfloat32 [] requires_grad\n6.0\ngraph\n#1 SumBackward0\n  #2 MulBackward0\n');

  cli.write({ 'net.tl.ts': read('net.tl.ts').replace('* 2', '* 3') });
  const changed = await cli.run('test', 'net.tl.test.ts');
  expect(changed.stdout).toContain(
    "It is not as the snapshot 'the net 1' says.\n    - expected\n    + actual\n\n     float32 [] requires_grad\n    -6.0\n    +9.0\n",
  );
  const updated = await cli.run('test', '.', '--update');
  expect(updated.stdout).toContain('Snapshots: 1 updated');
  expect(read(SNAPSHOTS)).toContain('\n9.0\n');
});

it('test says what is no test file', async () => {
  const { code, stderr } = await cli.run('test', 'net.tl.ts');
  expect(code).toBe(2);
  expect(stderr).toContain("'net.tl.ts' is no test file: their names end in .tl.test.ts.");
});
