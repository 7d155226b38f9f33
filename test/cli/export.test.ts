import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { format, parse } from '../../src/engine/files/index.js';
import * as torch from '../../src/engine/index.js';
import type { Tensor } from '../../src/engine/tensor/tensor.js';
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

it('run FILE.onnx computes what was exported, on inputs that are given, and convert writes it as a model file', async () => {
  const model =
    "import * as torch from 'tensor-lens';\nconst x = torch.tensor([1.0, 2.0]);\nconst w = torch.tensor([3.0, 4.0], { requires_grad: true });\n";
  cli.write({ 'dot.tl.ts': `${model}const y = w.dot(x);\ny.backward();\n` });
  expect(await cli.run('export', 'dot.tl.ts', '--onnx', 'dot.onnx', '--backward')).toMatchObject({ code: 0, stderr: '' });
  fs.writeFileSync(path.join(cli.folder, 'x.npy'), format(torch.tensor([5.5, 1]), 'x.npy'));
  const { code, stdout, stderr } = await cli.run('run', 'dot.onnx', '--input', 'x=x.npy');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('y tensor(20.5000');
  expect(stdout).toContain('w_grad tensor([5.5000, 1.0000]');
  const written = await cli.run('convert', 'dot.onnx');
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(written.stdout).toContain("const w = new nn.Parameter(weights['w']);");
});
