import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse } from '../../src/engine/files/index.js';
import type { Tensor } from '../../src/engine/tensor.js';
import { makeCli } from './runCli.js';

const cli = makeCli();
afterAll(() => cli.dispose());

const MODEL = `import * as torch from 'tensor-lens';
const net = new torch.nn.Sequential(new torch.nn.Linear(1, 1, { bias: false }), new torch.nn.BatchNorm1d(1));
const weight = net[0].weight;
const [scale] = [torch.ones(2, { requires_grad: true })];
const loss_fn = new torch.nn.MSELoss();
torch.no_grad(() => weight.fill_(2));
loss_fn(net(torch.tensor([[1], [3]], { dtype: torch.float32 })), torch.zeros(2, 1)).backward();
torch.no_grad(() => weight.sub_(0.5));
`;

it('export --pytorch --weights writes the script, and what the run comes to by the names of the state', async () => {
  cli.write({ 'net.tl.ts': MODEL });
  const { code, stderr } = await cli.run('export', 'net.tl.ts', '--pytorch', 'net.py', '--weights', 'net.safetensors');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const state = parse(fs.readFileSync(path.join(cli.folder, 'net.safetensors')), 'net.safetensors') as Record<string, Tensor>;
  expect(Object.fromEntries(Object.entries(state).map(([name, x]) => [name, x.tolist()]))).toEqual({
    '0.weight': [[1.5]],
    '1.weight': [1],
    '1.bias': [0],
    '1.running_mean': [expect.closeTo(0.4)],
    '1.running_var': [expect.closeTo(1.7)],
    '1.num_batches_tracked': 1,
    scale: [1, 1],
  });
  expect(fs.readFileSync(path.join(cli.folder, 'net.py'), 'utf8')).toContain('net = torch.nn.Sequential(');
  expect(fs.readdirSync(cli.folder).sort()).toEqual(['net.py', 'net.safetensors', 'net.tl.ts']);
});
