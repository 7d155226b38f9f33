import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { DiffDocument } from '../../src/exchange/comparison/comparison.js';
import { hunksOf } from '../../src/exchange/comparison/changedLines.js';
import { makeCli } from './runCli.js';

const cli = makeCli();
afterAll(() => cli.dispose());

const MODEL = `import * as torch from 'tensor-lens';
torch.manual_seed(0);
const x = torch.randn(4, 3);
const net = new torch.nn.Linear(3, 1);
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
for (let step = 0; step < 3; step++) {
  optimizer.zero_grad();
  torch.tanh(net(x)).sum().backward();
  optimizer.step();
}
`;

it('diff finds where two models part, and the line that made it so', async () => {
  cli.write({
    'a.tl.ts': MODEL,
    'same.tl.ts': `// Another name, and a comment.\n${MODEL.replaceAll('optimizer', 'sgd')}`,
    'rate.tl.ts': MODEL.replace('0.1', '0.2'),
  });
  const told = async (file: string, ...more: string[]) => {
    const { code, stdout } = await cli.run('diff', 'a.tl.ts', file, '--json', ...more);
    return { code, ...(JSON.parse(stdout) as DiffDocument) };
  };
  const same = await told('same.tl.ts');
  const rate = await told('rate.tl.ts', '--html', 'out.html');
  expect(same).toMatchObject({ code: 0, tensorLens: 1, same: true, first: null, cause: null, nodes: { parted: 0, only_a: 0, only_b: 0 } });
  expect(rate).toMatchObject({
    code: 1,
    same: false,
    first: { pass: 2, what: 'value', entry: [0, 0] },
    cause: { a: { line: 5 }, b: { line: 5 } },
  });
  const page = fs.readFileSync(path.join(cli.folder, 'out.html'), 'utf8');
  expect(page).toContain('<li class="why"><code>const optimizer');
  // One plot of the losses, and one graph for each side.
  expect(page.match(/<svg /g)).toHaveLength(3);
});

it('changed lines are those without comments and spaces', () => {
  expect(hunksOf('a\n\nb\nc', 'a // x\n  b\nd')).toEqual([{ a: [4, 5], b: [3, 4] }]);
  expect(hunksOf('a\nc', 'a\nb\nc')).toEqual([{ a: [2, 2], b: [2, 3] }]);
});
